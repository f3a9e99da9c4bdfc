import type { Expression } from "@cxmetrics/formula";
import type { FitScope } from "../calibration/calibration.js";
import { type DeviationType, deviationOf, meanOf } from "../calibration/mean-and-deviation.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { computeByPeriod } from "../leaf/compute-by-period.js";
import type { NormaliserMethod } from "./normaliser-method.js";

/** Distance from the mean of a reference population in its standard deviations. */
export interface ZScore {
  readonly method: "z-score";
  readonly direction: "more" | "less";
  /** Rows that mean and deviation are taken from. `each-period`: every period by itself, which is not comparable over time. */
  readonly over: FitScope | "each-period";
  /** Whether the standard deviation divides by n or by n − 1. */
  readonly deviation: DeviationType;
  /** Value of a unit at the mean; 0 when left out. */
  readonly center?: number;
  /** Points for one standard deviation; 1 when left out. */
  readonly spread?: number;
}

/** How many standard deviations of the reference population a value lies beyond its mean, moved to a centre and a spread. */
export const zScore: NormaliserMethod<ZScore> = {
  method: "z-score",
  kind: "fit",
  kindOf: ({ over }) => (over === "each-period" ? "cohort" : "fit"),
  title: { en: "Standard score", zh: "标准分（z 分数）" },
  formula: String.raw`m \pm k\,\frac{x-\bar{x}}{s}`,
  source:
    "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 5.2 (n − 1); Mazziotta & Pareto, Soc. Indic. Res. 127 (2016) (n)",
  edgeCases: {
    en: "Whether the deviation divides by n or n − 1 is named and moves every score. Equal reference values have no deviation: no value. Scores are not bounded.",
    zh: "标准差除以 n 还是 n − 1 须指明，会影响每个得分。参照值全部相等时标准差为 0，无值。得分没有上下限。",
  },
  example: {
    parameters: {
      method: "z-score",
      direction: "more",
      over: "pooled",
      deviation: "population",
      center: 100,
      spread: 10,
    },
    reference: [2, 4, 4, 4, 5, 5, 7, 9],
    raw: 7,
    value: 110,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    over: { type: "scope", eachPeriod: true },
    deviation: { type: "choice", of: ["population", "sample"] },
    center: { type: "number", optional: true },
    spread: { type: "number", above: 0, optional: true },
  },
  fit: ({ deviation }, { values, n }) => {
    const least = deviation === "sample" ? 2 : 1;
    const spread = n < least ? undefined : deviationOf(values, deviation);
    if (spread === undefined) return tooFewReferenceValues(n, least);
    return { status: "ok", fitted: { mean: meanOf(values), deviation: spread } };
  },
  fittedTitles: {
    mean: { en: "reference mean", zh: "参照均值" },
    deviation: { en: "reference standard deviation", zh: "参照标准差" },
  },
  scale: ({ direction, center = 0, spread = 1 }, x, _scale, fitted): Expression => {
    const mean = fitted.number("mean");
    const away: Expression = { op: "subtract", of: direction === "more" ? [x, mean] : [mean, x] };
    const score: Expression = { op: "divide", of: [away, fitted.number("deviation")] };
    const spreadOut: Expression = spread === 1 ? score : { op: "multiply", of: [spread, score] };
    return center === 0 ? spreadOut : { op: "add", of: [center, spreadOut] };
  },
  compute: (parameters, column, scale, context) =>
    computeByPeriod(zScore, parameters, column, scale, context),
  direction: ({ direction }) => direction,
};
