import type { Expression } from "@cxmetrics/formula";
import type { FitScope } from "../calibration/calibration.js";
import { meanOf } from "../calibration/mean-and-deviation.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { computeByPeriod } from "../leaf/compute-by-period.js";
import type { Range } from "../read/range.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { notPositive } from "./not-computable.js";

/** Better than, near, or worse than the mean of a reference population. */
export interface AboveBelowMean {
  readonly method: "above-below-mean";
  readonly direction: "more" | "less";
  /** Half width of the band about the mean, as a share of it: 0.1 is ±10 %. */
  readonly threshold: number;
  /** Rows that the mean is taken from. `each-period`: every period by itself. */
  readonly over: FitScope | "each-period";
  /** Worse, near and better map to lower end, middle and upper end; −1, 0, 1 when left out. */
  readonly onto?: Range;
}

/** Three values only: outliers count no more than what is just beyond the band. */
export const aboveBelowMean: NormaliserMethod<AboveBelowMean> = {
  method: "above-below-mean",
  kind: "fit",
  kindOf: ({ over }) => (over === "each-period" ? "cohort" : "fit"),
  title: { en: "Above or below the mean", zh: "均值上下法" },
  formula: String.raw`+1 \text{ if } x > (1+p)\bar{x},\quad -1 \text{ if } x < (1-p)\bar{x},\quad 0 \text{ otherwise}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 5.5",
  edgeCases: {
    en: "A value on the edge of the band is near the mean. A mean of 0 or less has no band: no value.",
    zh: "恰在区间边界上的取值视为接近均值。均值不大于 0 时区间没有意义：无值。",
  },
  example: {
    parameters: {
      method: "above-below-mean",
      direction: "less",
      threshold: 0.2,
      over: "pooled",
      onto: { lower: 20, upper: 80 },
    },
    reference: [10, 20, 30],
    raw: 15,
    value: 80,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    threshold: { type: "number", atLeast: 0 },
    over: { type: "scope", eachPeriod: true },
    onto: { type: "range", optional: true },
  },
  fit: (_, { values, n }) => {
    if (n === 0) return tooFewReferenceValues(n, 1);
    const mean = meanOf(values);
    if (mean <= 0) return notPositive({ en: "reference mean", zh: "参照均值" }, mean);
    return { status: "ok", fitted: { mean } };
  },
  fittedTitles: { mean: { en: "reference mean", zh: "参照均值" } },
  scale: ({ direction, threshold, onto = { lower: -1, upper: 1 } }, x, _scale, fitted): Expression => {
    const edge = (share: number): Expression => ({ op: "multiply", of: [share, fitted.number("mean")] });
    const [above, below] = direction === "more" ? [onto.upper, onto.lower] : [onto.lower, onto.upper];
    return {
      op: "if",
      when: { compare: ">", of: [x, edge(1 + threshold)] },
      // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
      then: above,
      else: {
        op: "if",
        when: { compare: "<", of: [x, edge(1 - threshold)] },
        // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
        then: below,
        else: (onto.lower + onto.upper) / 2,
      },
    };
  },
  compute: (parameters, column, scale, context) =>
    computeByPeriod(aboveBelowMean, parameters, column, scale, context),
  direction: ({ direction }) => direction,
};
