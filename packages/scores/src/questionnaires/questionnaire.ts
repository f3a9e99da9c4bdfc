import type { DefinitionDocument, LocalizedText } from "@cxmetrics/definition";
import type { RatingScale } from "../scale.js";

/**
 * How a questionnaire is scored, as data: no item texts, only their numbers, scales and key. What someone could get wrong in the key is
 * counted twice (`itemCount`, `reversedCount`, `size`) and proved on the `examples`.
 */
export interface Questionnaire extends DefinitionDocument {
  /** Items as published; the list must be as long. */
  readonly itemCount: number;
  /** Reversed items as published; as many must be marked. */
  readonly reversedCount: number;
  readonly items: readonly QuestionnaireItem[];
  /** What is scored, the overall score included. */
  readonly subscales: readonly Subscale[];
  readonly missing: MissingPolicy;
  /** Interval of the mean over respondents. */
  readonly interval: { readonly method: "t"; readonly level: number };
  /** On what terms the questionnaire may be used, and whose marks its names are. */
  readonly licence: LocalizedText;
  /** What to know before relying on it. */
  readonly about?: LocalizedText;
  /** Answers of one respondent and the scores they must give. */
  readonly examples?: readonly QuestionnaireExample[];
}

/** One question: its scale, and how an answer x becomes the contribution y of the item. */
export interface QuestionnaireItem {
  /** Its published number, or a short name. */
  readonly id: string;
  readonly scale: RatingScale;
  /** Whether high answers are bad, so that y = min + max − x. */
  readonly reversed?: boolean;
  /** Factor of the contribution; 1 where it is left out. */
  readonly factor?: number;
}

/** A score over some items: $\sum w y / \sum w$, then the steps of `rescale`. */
export interface Subscale {
  readonly id: string;
  readonly title: LocalizedText;
  /** Ids of its items. */
  readonly items: readonly string[];
  /** How many items it has as published. */
  readonly size: number;
  readonly statistic: SubscaleStatistic;
  readonly rescale?: readonly SubscaleRescale[];
  readonly unit: "mean" | "index";
  /** Which end of the score is good. */
  readonly direction: "higher-is-better" | "lower-is-better";
  /** Grades of a mean over respondents, best first; each from its bound upwards, the last without one. */
  readonly grades?: readonly QuestionnaireGrade[];
}

/** The mean of the items, plainly, with weights that stand in the document, or with weights that each respondent answers. */
export type SubscaleStatistic =
  | { readonly kind: "mean" }
  | { readonly kind: "weighted-mean"; readonly weights: Readonly<Record<string, number>> }
  | {
      readonly kind: "respondent-weighted-mean";
      /** Item that holds the weight, by item that is weighted. */
      readonly weightItems: Readonly<Record<string, string>>;
      /** What the weights of one respondent add up to. */
      readonly total: number;
    };

/** `pomp` stretches the possible range to 0…100 and comes first; `linear` is slope · score + intercept. */
export type SubscaleRescale =
  | { readonly kind: "pomp" }
  | { readonly kind: "linear"; readonly slope: number; readonly intercept: number };

/**
 * What becomes of a respondent who left items of a subscale blank: no score (`refuse`), the middle of the item's scale in place of the
 * answer (`impute-midpoint`), or the mean of what is there (`mean-of-answered`). `answered` is the least share of the subscale's items
 * that must be answered.
 */
export type MissingPolicy =
  | { readonly kind: "refuse" }
  | { readonly kind: "impute-midpoint" | "mean-of-answered"; readonly answered: number };

/** A grade and the score from which it holds. */
export interface QuestionnaireGrade {
  readonly grade: string;
  readonly from?: number;
}

/** A published or recomputed case that pins the key. */
export interface QuestionnaireExample {
  /** One answer an item, in the order of `items`. */
  readonly answers: readonly number[];
  /** Score by subscale. */
  readonly scores: Readonly<Record<string, number>>;
}
