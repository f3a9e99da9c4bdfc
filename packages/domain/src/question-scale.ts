import type { LocalizedText } from "@cxmetrics/definition";

/** A rating scale as it was shown to respondents: whole points from `min` to `max` (评分量表). */
export interface QuestionScale {
  readonly kind: "rating";
  readonly min: number;
  readonly max: number;
  /** Which end is good for the customer. */
  readonly direction: "higher-is-better" | "lower-is-better";
  /** Words that stood beside points, often only at the ends. */
  readonly labels?: readonly PointLabel[];
}

/** The words beside one point of a scale. */
export interface PointLabel {
  readonly point: number;
  readonly label: LocalizedText;
}
