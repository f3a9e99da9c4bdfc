import type { FitScope } from "../calibration/calibration.js";
import { meanOf } from "../calibration/mean-and-deviation.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import type { ImputationMethod } from "./imputation-method.js";

/** The mean of the reference population for every missing value. */
export interface MeanImputation {
  readonly method: "mean";
  /** Rows of the reference table that the mean is taken over. */
  readonly over: FitScope;
}

/** Puts the mean of the reference values in place of a missing value. It draws units together: tell the imputed share. */
export const mean: ImputationMethod<MeanImputation> = {
  method: "mean",
  kind: "fit",
  title: { en: "Mean of the reference population", zh: "参照总体均值填补" },
  formula: String.raw`x = \bar{x}_{ref} \text{ where } x \text{ is missing}`,
  source:
    "OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3 (unconditional mean imputation)",
  edgeCases: {
    en: "Only what is missing is filled. The spread of the indicator shrinks; a reference without values leaves the gap.",
    zh: "只填补缺失值。填补会缩小指标的离散程度；参照总体没有数值时不填补。",
  },
  example: {
    parameters: { method: "mean", over: "pooled" },
    raw: [55, null, 70],
    value: [55, 62.5, 70],
  },
  parameters: { over: { type: "scope" } },
  fit: (_, { values, n }) =>
    n === 0 ? tooFewReferenceValues(n, 1) : { status: "ok", fitted: { mean: meanOf(values) } },
  fittedTitles: { mean: { en: "reference mean", zh: "参照均值" } },
  fill: (_, fitted) => fitted.number("mean"),
};
