import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import type { NormaliserMethod } from "./normaliser-method.js";
import { notInDirection, stepsNotAscending } from "./problems.js";

/** Straight lines between knots. */
export interface ValueFunction {
  readonly method: "value-function";
  /** How the values run: rising, falling, or up to a peak and down again. */
  readonly direction: "more" | "less" | "inside";
  /** Ascending raw values and the value of each, on the scale of the definition. */
  readonly knots: readonly { readonly at: number; readonly value: number }[];
  /** Beyond the outer knots: their value, the line carried on, or no value. */
  readonly beyond: "clamp" | "extrapolate" | "undefined";
}

/** A value function that its author draws through points: saturation, thresholds and costs that rise at the end. */
export const valueFunction: NormaliserMethod<ValueFunction> = {
  method: "value-function",
  kind: "row",
  title: { en: "Piecewise linear value function", zh: "分段线性价值函数" },
  formula: String.raw`v_k + (v_{k+1}-v_k)\,\frac{x-x_k}{x_{k+1}-x_k}`,
  source: "Keeney & Raiffa, Decisions with Multiple Objectives (1976)",
  edgeCases: {
    en: "Values must run as the direction says; flat stretches are allowed. What happens beyond the outer knots is named.",
    zh: "取值须与所述方向一致，可有平段。端点之外如何处理须指明。",
  },
  example: {
    parameters: {
      method: "value-function",
      direction: "less",
      knots: [
        { at: 1, value: 100 },
        { at: 3, value: 80 },
        { at: 10, value: 0 },
      ],
      beyond: "clamp",
    },
    raw: 2.5,
    value: 85,
  },
  parameters: {
    direction: { type: "choice", of: ["more", "less", "inside"] },
    knots: {
      type: "list",
      of: {
        type: "record",
        members: {
          at: { type: "number", atLeast: -1e150, atMost: 1e150 },
          value: { type: "number", atLeast: -1e150, atMost: 1e150 },
        },
      },
      least: 2,
    },
    beyond: { type: "choice", of: ["clamp", "extrapolate", "undefined"] },
  },
  check: checkKnots,
  scale: ({ knots, beyond }, x) => ({
    op: "piecewise",
    of: [x],
    knots: knots.map(({ at, value }) => [at, value]),
    beyond,
  }),
  direction: ({ direction }) => direction,
};

function checkKnots({ direction, knots }: ValueFunction, path: ProblemPath): void {
  let falling = direction === "less";
  for (const [index, { at, value }] of knots.entries()) {
    const before = knots[index - 1];
    if (!before) continue;
    const where = { path: [...path, "knots", index] };
    if (at <= before.at)
      throw new CxMetricsError(stepsNotAscending, { ...where, values: { found: at, by: "at" } });
    if (direction === "inside" && value < before.value) falling = true;
    if (falling ? value > before.value : value < before.value)
      throw new CxMetricsError(notInDirection, { ...where, values: { direction, found: at } });
  }
}
