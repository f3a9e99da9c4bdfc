import type { Expression } from "@cxmetrics/formula";
import type { Range } from "../read/range.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { ontoRange } from "./onto-range.js";

/** An S-shaped curve. */
export interface Logistic {
  readonly method: "logistic";
  readonly direction: "more" | "less";
  /** Raw value that scores the middle of the range. */
  readonly midpoint: number;
  /** Steepness k > 0, per unit of the raw value. */
  readonly steepness: number;
  /** Range onto which 0…1 is mapped; the scale of the definition when left out. */
  readonly onto?: Range;
}

/** Differences count most about the midpoint and less and less far from it; the ends of the range are approached only. */
export const logistic: NormaliserMethod<Logistic> = {
  method: "logistic",
  kind: "row",
  title: { en: "Logistic curve", zh: "逻辑斯蒂函数" },
  formula: String.raw`\frac{1}{1+e^{-k(x-x_0)}}`,
  source: "Verhulst, Nouv. Mém. Acad. Bruxelles 18 (1845); Keeney & Raiffa (1976), 4",
  edgeCases: {
    en: "The exponent is limited to 700, where the value is 0 to the last digit, so that nothing overflows. Far from the midpoint units can hardly be told apart.",
    zh: "指数限制在 700 以内（此时取值与 0 无异），以免溢出。远离中点处难以区分对象。",
  },
  example: {
    parameters: {
      method: "logistic",
      direction: "less",
      midpoint: 4,
      steepness: Math.LN2,
    },
    raw: 6,
    value: 20,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less"] },
    midpoint: { type: "number" },
    steepness: { type: "number", above: 0 },
    onto: { type: "range", optional: true },
  },
  scale: ({ direction, midpoint, steepness, onto }, x, scale): Expression => {
    const away: Expression = { op: "subtract", of: direction === "more" ? [midpoint, x] : [x, midpoint] };
    const exponent: Expression = { op: "multiply", of: [steepness, away] };
    const odds: Expression = { op: "exp", of: [{ op: "clamp", of: [exponent], upper: 700 }] };
    return ontoRange({ op: "divide", of: [1, { op: "add", of: [1, odds] }] }, onto ?? scale);
  },
  direction: ({ direction }) => direction,
};
