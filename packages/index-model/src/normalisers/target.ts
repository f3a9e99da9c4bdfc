import { CxMetricsError } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { Range } from "../read/range.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { ontoRange } from "./onto-range.js";
import { targetOutside } from "./problems.js";

/** The nearer to a point inside the range, the better. */
export interface Target {
  readonly method: "target";
  /** The best value. */
  readonly target: number;
  readonly lower: number;
  readonly upper: number;
  /** Whether values beyond lower and upper count as these, each capping recorded. */
  readonly cap: "both" | "none";
  /** Range onto which 0…1 is mapped; the scale of the definition when left out. */
  readonly onto?: Range;
}

/** One at the target, falling evenly on both sides to 0 at the end of the range that lies further off. */
export const target: NormaliserMethod<Target> = {
  method: "target",
  kind: "row",
  title: { en: "Nearness to a target", zh: "适中型目标法" },
  formula: String.raw`1-\frac{|x-c|}{\max(c-L,\,U-c)}`,
  source: "@economist/index-core, normalisation of `diverging` indicators",
  edgeCases: {
    en: "Both sides fall at the same pace, so the nearer end of the range keeps a value above 0. Without the cap values far off fall below the range.",
    zh: "两侧下降速度相同，因此较近一端的得分高于 0。不截断时，远离目标的取值会低于范围。",
  },
  example: {
    parameters: { method: "target", target: 4, lower: 0, upper: 12, cap: "both" },
    raw: 6,
    value: 75,
  },
  parameters: {
    target: { type: "number" },
    lower: { type: "number" },
    upper: { type: "number" },
    cap: { type: "choice", of: ["both", "none"] },
    onto: { type: "range", optional: true },
  },
  check: ({ target: best, lower, upper }, path) => {
    if (!(lower < upper && best >= lower && best <= upper))
      throw new CxMetricsError(targetOutside, { path, values: { target: best, lower, upper } });
  },
  cap: ({ lower, upper, cap }, raw) => (cap === "none" ? raw : { op: "clamp", of: [raw], lower, upper }),
  scale: ({ target: best, lower, upper, onto }, x, scale): Expression => {
    const away: Expression = { op: "absolute", of: [{ op: "subtract", of: [x, best] }] };
    const share: Expression = { op: "divide", of: [away, Math.max(best - lower, upper - best)] };
    return ontoRange({ op: "subtract", of: [1, share] }, onto ?? scale);
  },
  direction: () => "inside",
};
