import type { LocalizedText } from "@cxmetrics/definition";

/** What each level means and is worth (评分标准). */
export interface Rubric {
  readonly id: string;
  /** Semantic version of the rubric: ratings against different wordings are different ratings. */
  readonly version: string;
  readonly title: LocalizedText;
  /** At least two levels, each once. */
  readonly levels: readonly RubricLevel[];
}

/** One level of a rubric. */
export interface RubricLevel {
  /** What raters write down. */
  readonly level: number;
  /** What it is worth. */
  readonly score: number;
  /** Something observable by which the level is known. */
  readonly anchor: LocalizedText;
}

/** Objects rated by experts against a rubric (专家评估). Means and agreement between raters are computed elsewhere. */
export interface RubricAssessment {
  readonly kind: "rubric";
  readonly id: string;
  readonly rubric: Rubric;
  /** One entry for each rater and object. */
  readonly ratings: readonly ExpertRating[];
}

/** The level that one rater gave to one object. */
export interface ExpertRating {
  /** Pseudonym of the rater. */
  readonly rater: string;
  /** What was rated, for example the id of a channel. */
  readonly object: string;
  /** A level of the rubric. */
  readonly level: number;
  /** Epoch milliseconds. */
  readonly timeMs?: number;
  /** The evidence seen. */
  readonly note?: string;
}
