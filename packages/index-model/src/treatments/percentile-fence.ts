import { CxMetricsError } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { QuantileType } from "@cxmetrics/stats";
import type { FitScope } from "../calibration/calibration.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { quantileOf } from "../calibration/quantile-of.js";
import { emptyRange } from "../problems.js";
import type { TreatmentMethod } from "./treatment-method.js";

/** Values beyond two percentiles of the reference population are set to them. */
export interface PercentileFence {
  readonly method: "percentile-fence";
  /** Share 0…1 below which values are raised; left out, nothing is raised. */
  readonly lower?: number;
  /** Share 0…1 above which values are lowered; left out, nothing is lowered. */
  readonly upper?: number;
  /** Definition of the sample quantile, 1…9 after Hyndman & Fan (1996). */
  readonly quantileType: QuantileType;
  /** Rows of the reference table that the percentiles are taken over. */
  readonly over: FitScope;
}

/** Limits values to two percentiles of the reference population. */
export const percentileFence: TreatmentMethod<PercentileFence> = {
  method: "percentile-fence",
  kind: "fit",
  title: { en: "Percentile fence", zh: "百分位截尾" },
  formula: String.raw`\min(\max(x, Q_{p}), Q_{q})`,
  source:
    "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 5; quantiles: Hyndman & Fan, Am. Stat. 50 (1996)",
  edgeCases: {
    en: "The percentiles are frozen by the fit; a later value beyond them is set to them and recorded. One side may be left open.",
    zh: "百分位数在标定时冻结；之后超出的取值按其截断并予以记录。可只限制一侧。",
  },
  example: {
    parameters: { method: "percentile-fence", lower: 0.25, upper: 0.75, quantileType: 7, over: "pooled" },
    reference: [1, 2, 3, 4, 5, 6, 7, 8, 100],
    raw: 100,
    value: 7,
  },
  parameters: {
    lower: { type: "number", atLeast: 0, atMost: 1, optional: true },
    upper: { type: "number", atLeast: 0, atMost: 1, optional: true },
    quantileType: { type: "number", integer: true, atLeast: 1, atMost: 9 },
    over: { type: "scope" },
  },
  check: ({ lower = 0, upper = 1 }, path) => {
    if (!(lower < upper)) throw new CxMetricsError(emptyRange, { path, values: { lower, upper } });
  },
  fit: ({ lower, upper, quantileType }, { values, n }) => {
    if (n === 0) return tooFewReferenceValues(n, 1);
    const at = (share: number) => quantileOf(values, share, quantileType);
    return {
      status: "ok",
      fitted: {
        ...(lower === undefined ? {} : { lower: at(lower) }),
        ...(upper === undefined ? {} : { upper: at(upper) }),
      },
    };
  },
  fittedTitles: {
    lower: { en: "lower percentile of the reference", zh: "参照下侧百分位数" },
    upper: { en: "upper percentile of the reference", zh: "参照上侧百分位数" },
  },
  lower: ({ lower, upper }, x, fitted): Expression =>
    lower === undefined && upper === undefined
      ? x
      : {
          op: "clamp",
          of: [x],
          ...(lower === undefined ? {} : { lower: fitted.number("lower") }),
          ...(upper === undefined ? {} : { upper: fitted.number("upper") }),
        },
};
