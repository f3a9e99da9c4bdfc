import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import { degree } from "../node-kinds/fuzzy/lower-membership.js";
import type { MembershipFunction } from "../node-kinds/fuzzy/membership-node.js";
import type { ParameterSpecs } from "../parameters/parameter-spec.js";
import type { Range } from "../read/range.js";
import type { NormaliserMethod } from "./normaliser-method.js";
import { ontoRange } from "./onto-range.js";
import { bandShape } from "./problems.js";

/** Full points inside a band, falling to none on either side. */
export interface Band extends MembershipFunction {
  readonly method: "band";
  /** Range onto which 0…1 is mapped; the scale of the definition when left out. */
  readonly onto?: Range;
}

/** Bounds of a trapezoid. */
export const bandParameters: ParameterSpecs = {
  left: { type: "number", optional: true },
  from: { type: "number", optional: true },
  to: { type: "number", optional: true },
  right: { type: "number", optional: true },
};

/** A trapezoid: everything inside the band is equally good. */
export const band: NormaliserMethod<Band> = {
  method: "band",
  kind: "row",
  title: { en: "Band (trapezoid)", zh: "适宜区间法（梯形）" },
  formula: String.raw`\min\!\left(1,\ \frac{x-a}{b-a},\ \frac{d-x}{d-c}\right),\ \text{at least } 0`,
  source: "by definition; shapes as in Zadeh, Fuzzy Sets, Inf. Control 8 (1965) 338–353",
  edgeCases: {
    en: "Without left and from everything below is full, without to and right everything above. A triangle has from = to. Where left = from or to = right the edge is steep and the bound belongs to the band.",
    zh: "不写 left 与 from 则下侧全为满分，不写 to 与 right 则上侧全为满分。from = to 为三角形。left = from 或 to = right 时为陡边，边界属于区间内。",
  },
  example: { parameters: { method: "band", left: 10, from: 18, to: 24, right: 32 }, raw: 30, value: 25 },
  parameters: { ...bandParameters, onto: { type: "range", optional: true } },
  check: checkBand,
  scale: ({ onto, ...shape }, x, scale) => ontoRange(degree(x, shape), onto ?? scale),
  direction: bandDirection,
};

/** Checks that the bounds rise and stand in pairs. */
export function checkBand({ left, from, to, right }: MembershipFunction, path: ProblemPath): void {
  const given = [left, from, to, right].filter((bound) => bound !== undefined);
  const paired =
    (left === undefined) === (from === undefined) && (to === undefined) === (right === undefined);
  const rising = given.every((bound, at) => at === 0 || bound >= (given[at - 1] as number));
  if (!paired || given.length === 0 || !rising) throw new CxMetricsError(bandShape, { path });
}

/** Which raw values are better. */
export function bandDirection({ left, right }: MembershipFunction): "more" | "less" | "inside" {
  return right === undefined ? "more" : left === undefined ? "less" : "inside";
}
