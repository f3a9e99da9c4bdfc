import type { Expression } from "@cxmetrics/formula";
import type { FitScope } from "../calibration/calibration.js";
import { meanOf } from "../calibration/mean-and-deviation.js";
import { medianAndSpread } from "../calibration/median-and-spread.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { computeByPeriod } from "../leaf/compute-by-period.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { aroundCenter } from "./onto-range.js";

/** Distance from the median of a reference population in its median absolute deviations. */
export interface RobustZ {
  readonly method: "robust-z";
  readonly direction: "more" | "less";
  /** Rows that median and deviation are taken from. `each-period`: every period by itself, which is not comparable over time. */
  readonly over: FitScope | "each-period";
  /** A median absolute deviation of 0 (half of the values are equal): no value, or the mean absolute deviation in its place. */
  readonly whenSpreadZero: "undefined" | "mean-absolute-deviation";
  /** Value of a unit at the median; 0 when left out. */
  readonly center?: number;
  /** Points for one deviation; 1 when left out. */
  readonly spread?: number;
}

/** Standard score from median and median absolute deviation: up to half of the reference values may be outliers. */
export const robustZ: NormaliserMethod<RobustZ> = {
  method: "robust-z",
  kind: "fit",
  kindOf: ({ over }) => (over === "each-period" ? "cohort" : "fit"),
  title: { en: "Robust standard score", zh: "稳健标准分（中位数与 MAD）" },
  formula: String.raw`m \pm k\,\frac{x-\tilde{x}}{1.4826\,\mathrm{med}\,|x-\tilde{x}|}`,
  source:
    "Hampel, JASA 69 (1974) 383–393; fallback: Iglewicz & Hoaglin, How to Detect and Handle Outliers (1993)",
  edgeCases: {
    en: "1.4826 makes the deviation that of a normal population. Where half of the values are equal it is 0: no value, or 1.253314 times the mean absolute deviation if the definition says so. Equal values have neither.",
    zh: "系数 1.4826 使其与正态总体的标准差一致。若半数数值相同则 MAD 为 0：无值，或按定义改用 1.253314 倍平均绝对偏差。全部相等时两者皆无。",
  },
  example: {
    parameters: {
      method: "robust-z",
      direction: "more",
      over: "pooled",
      whenSpreadZero: "undefined",
      center: 50,
      spread: 14.826,
    },
    reference: [2, 4, 5, 7, 90],
    raw: 9,
    value: 70,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    over: { type: "scope", eachPeriod: true },
    whenSpreadZero: { type: "choice", of: ["undefined", "mean-absolute-deviation"] },
    center: { type: "number", optional: true },
    spread: { type: "number", above: 0, optional: true },
  },
  fit: ({ whenSpreadZero }, { values, n }) => {
    if (n === 0) return tooFewReferenceValues(n, 1);
    const { median, spread } = medianAndSpread(values);
    const fallback = spread === 0 && whenSpreadZero === "mean-absolute-deviation";
    const away = Float64Array.from(values, (value) => Math.abs(value - median));
    return {
      status: "ok",
      fitted: { median, deviation: fallback ? 1.253314 * meanOf(away) : spread },
      ...(fallback ? { diagnostics: { deviation: "mean-absolute-deviation" } } : {}),
    };
  },
  fittedTitles: {
    median: { en: "reference median", zh: "参照中位数" },
    deviation: { en: "scaled median absolute deviation of the reference", zh: "参照的标准化绝对中位差" },
  },
  scale: ({ direction, center, spread }, x, _scale, fitted): Expression => {
    const median = fitted.number("median");
    const away: Expression = { op: "subtract", of: direction === "more" ? [x, median] : [median, x] };
    return aroundCenter({ op: "divide", of: [away, fitted.number("deviation")] }, center, spread);
  },
  compute: (parameters, column, scale, context) =>
    computeByPeriod(robustZ, parameters, column, scale, context),
  direction: ({ direction }) => direction,
};
