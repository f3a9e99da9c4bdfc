import type { IndexTable } from "@cxmetrics/index-model";
import type { StandardDraft } from "./standard-supplement.js";

/** One rating of one evaluator. */
export interface EvaluatorRating {
  readonly object: string;
  /** Id of the indicator. */
  readonly item: string;
  readonly rater: string;
  readonly rating: number;
}

/** What a standard is written from, beside the definition. */
export interface StandardEvidence {
  readonly supplement: StandardDraft;
  /** Raw values from which one unit is worked through; the first unit where none is named. */
  readonly worked?: { readonly table: IndexTable; readonly unit?: string | number };
  /** Raw values of the trial, and measures kept outside the index by the columns of `trial.criteria`, one value a unit. */
  readonly trial?: {
    readonly table: IndexTable;
    readonly outside: Readonly<Record<string, ArrayLike<number | null>>>;
  };
  /** Ratings of the evaluators. */
  readonly ratings?: readonly EvaluatorRating[];
}
