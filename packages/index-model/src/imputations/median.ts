import type { FitScope } from "../calibration/calibration.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { quantileOf } from "../calibration/quantile-of.js";
import type { ImputationMethod } from "./imputation-method.js";

/** The median of the reference population for every missing value. */
export interface MedianImputation {
  readonly method: "median";
  /** Rows of the reference table that the median is taken over. */
  readonly over: FitScope;
}

/** Puts the median of the reference values in place of a missing value: outliers do not move it. */
export const median: ImputationMethod<MedianImputation> = {
  method: "median",
  kind: "fit",
  title: { en: "Median of the reference population", zh: "参照总体中位数填补" },
  formula: String.raw`x = \tilde{x}_{ref} \text{ where } x \text{ is missing}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3 (unconditional median)",
  edgeCases: {
    en: "Only what is missing is filled. The spread of the indicator shrinks; a reference without values leaves the gap.",
    zh: "只填补缺失值。填补会缩小指标的离散程度；参照总体没有数值时不填补。",
  },
  example: {
    parameters: { method: "median", over: "pooled" },
    raw: [55, null, 70, 900],
    value: [55, 70, 70, 900],
  },
  parameters: { over: { type: "scope" } },
  fit: (_, { values, n }) =>
    n === 0 ? tooFewReferenceValues(n, 1) : { status: "ok", fitted: { median: quantileOf(values, 0.5, 7) } },
  fittedTitles: { median: { en: "reference median", zh: "参照中位数" } },
  fill: (_, fitted) => fitted.number("median"),
};
