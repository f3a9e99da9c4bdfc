import type { Expression } from "@cxmetrics/formula";
import type { FitScope } from "../calibration/calibration.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { computeByPeriod } from "../leaf/compute-by-period.js";
import type { Range } from "../read/range.js";
import type { NormaliserMethod } from "./normaliser-method.js";

/** Distance from the least to the greatest value of a reference population. */
export interface MinMax {
  readonly method: "min-max";
  readonly direction: "more" | "less";
  /** Rows that least and greatest are taken from. `each-period`: every period by itself, which is not comparable over time. */
  readonly over: FitScope | "each-period";
  /** Which side values beyond the reference are set to its least or greatest on, each capping recorded; `worst` and `best` follow the direction. */
  readonly cap: "both" | "worst" | "best" | "none";
  /** A reference whose values are all equal: no value, or the middle of the range. */
  readonly whenConstant: "undefined" | "midpoint";
  /** Range onto which least…greatest is mapped; the scale of the definition when left out. */
  readonly onto?: Range;
}

/** Share of the way from the worst value of the reference population to its best, mapped onto a range. */
export const minMax: NormaliserMethod<MinMax> = {
  method: "min-max",
  kind: "fit",
  kindOf: ({ over }) => (over === "each-period" ? "cohort" : "fit"),
  title: { en: "Min–max", zh: "极差法（最小—最大）" },
  formula: String.raw`a + (b-a)\,\frac{x-\min}{\max-\min}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), 5.3",
  edgeCases: {
    en: "Where all reference values are equal there is no value, or the midpoint if the definition says so. A later value beyond the reference leaves the range unless capped. One outlier in the reference compresses all others.",
    zh: "参照值全部相等时无值，或按定义取中点。之后超出参照范围的取值会超出量表，除非截断。参照中的一个离群值会压缩其余各值。",
  },
  example: {
    parameters: {
      method: "min-max",
      direction: "less",
      over: "pooled",
      cap: "none",
      whenConstant: "undefined",
    },
    reference: [2, 4, 10],
    raw: 4,
    value: 75,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    over: { type: "scope", eachPeriod: true },
    cap: { type: "choice", of: ["both", "worst", "best", "none"] },
    whenConstant: { type: "choice", of: ["undefined", "midpoint"] },
    onto: { type: "range", optional: true },
  },
  fit: (_, { values, n }) =>
    n === 0 ? tooFewReferenceValues(n, 1) : { status: "ok", fitted: extremesOf(values) },
  fittedTitles: {
    minimum: { en: "least reference value", zh: "参照最小值" },
    maximum: { en: "greatest reference value", zh: "参照最大值" },
  },
  cap: ({ cap, direction }, raw, fitted): Expression => {
    if (cap === "none") return raw;
    const least = cap === "both" || (cap === "worst") === (direction === "more");
    const greatest = cap === "both" || !least;
    return {
      op: "clamp",
      of: [raw],
      ...(least ? { lower: fitted.number("minimum") } : {}),
      ...(greatest ? { upper: fitted.number("maximum") } : {}),
    };
  },
  scale: ({ direction, whenConstant, onto }, x, scale, fitted): Expression => {
    const { lower, upper } = onto ?? scale;
    const least = fitted.number("minimum");
    const greatest = fitted.number("maximum");
    // The product keeps a missing value missing.
    if (whenConstant === "midpoint" && typeof least === "number" && least === greatest)
      return { op: "add", of: [(lower + upper) / 2, { op: "multiply", of: [0, x] }] };
    const covered: Expression = { op: "subtract", of: direction === "more" ? [x, least] : [greatest, x] };
    const share: Expression = { op: "divide", of: [covered, { op: "subtract", of: [greatest, least] }] };
    const stretched: Expression = { op: "multiply", of: [upper - lower, share] };
    return lower === 0 ? stretched : { op: "add", of: [lower, stretched] };
  },
  compute: (parameters, column, scale, context) =>
    computeByPeriod(minMax, parameters, column, scale, context),
  direction: ({ direction }) => direction,
};

function extremesOf(values: Float64Array) {
  let minimum = values[0] as number;
  let maximum = minimum;
  for (const value of values) {
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return { minimum, maximum };
}
