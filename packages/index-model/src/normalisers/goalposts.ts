import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import type { Expression } from "@cxmetrics/formula";
import type { Goalposts } from "../index-definition.js";
import type { ParameterSpecs } from "../parameters/parameter-spec.js";
import { goalpostsEqual } from "../problems.js";
import type { Range } from "../read/range.js";
import type { NormaliserMethod } from "./normaliser-method.js";

/** Parameters that both goalpost methods share. */
export const goalpostParameters: ParameterSpecs = {
  worst: { type: "number" },
  best: { type: "number" },
  cap: { type: "choice", of: ["both", "worst", "best", "none"], optional: true },
  onto: { type: "range", optional: true },
};

/**
 * Distance covered from the worst goalpost to the best, after capping: the normalisation of the Human Development Index.
 *
 * $$ a + (b-a)\,\frac{x-L}{U-L} $$
 */
export const goalposts: NormaliserMethod<Goalposts> = {
  method: "goalposts",
  kind: "row",
  title: { en: "Goalposts", zh: "阈值法（目标区间）" },
  formula: String.raw`a + (b-a)\,\frac{x-L}{U-L}`,
  source: "UNDP, Human Development Report 2021/22, Technical note 1; OECD/JRC Handbook (2008), 5.3",
  edgeCases: {
    en: "A raw value beyond a capped goalpost is set to it and recorded; beyond an uncapped one the value leaves the range. worst > best means that less is better.",
    zh: "超出截断一侧阈值的原始值取该阈值并予以记录；未截断的一侧则可超出范围。worst 大于 best 表示越小越好。",
  },
  example: { parameters: { method: "goalposts", worst: 50, best: 95 }, raw: 77, value: 60 },
  parameters: goalpostParameters,
  check: checkGoalposts,
  cap: capAtGoalposts,
  scale: (parameters, capped, scale) => between(parameters, capped, parameters.onto ?? scale, (x) => x),
  direction: directionOfGoalposts,
};

/** Checks that the goalposts differ. */
export function checkGoalposts({ worst, best }: Omit<Goalposts, "method">, path: ProblemPath): void {
  if (worst === best) throw new CxMetricsError(goalpostsEqual, { path, values: { value: best } });
}

/** Which way is better. */
export function directionOfGoalposts({ worst, best }: Omit<Goalposts, "method">): "more" | "less" {
  return best > worst ? "more" : "less";
}

/** Limits the raw value on the capped sides, whichever of the goalposts is the larger number. */
export function capAtGoalposts(parameters: Omit<Goalposts, "method">, raw: Expression): Expression {
  const { worst, best, cap = "both" } = parameters;
  const bounds = [
    ...(cap === "both" || cap === "worst" ? [[worst, best] as const] : []),
    ...(cap === "both" || cap === "best" ? [[best, worst] as const] : []),
  ];
  if (bounds.length === 0) return raw;
  const limits = bounds.map(([bound, other]) => (bound < other ? { lower: bound } : { upper: bound }));
  return Object.assign({ op: "clamp" as const, of: [raw] as const }, ...limits);
}

/** Maps worst…best, each seen through `f`, onto a range. The larger goalpost stands first where less is better. */
export function between(
  { worst, best }: Omit<Goalposts, "method">,
  x: Expression,
  onto: Range,
  f: (x: Expression) => Expression,
): Expression {
  const difference = (a: Expression, b: Expression): Expression =>
    b === 0 ? a : { op: "subtract", of: [a, b] };
  const way =
    worst < best
      ? { covered: difference(f(x), f(worst)), whole: difference(f(best), f(worst)) }
      : { covered: difference(f(worst), f(x)), whole: difference(f(worst), f(best)) };
  const share: Expression = { op: "divide", of: [way.covered, way.whole] };
  const { lower, upper } = onto;
  const width = upper - lower;
  const stretched: Expression = width === 1 ? share : { op: "multiply", of: [width, share] };
  return lower === 0 ? stretched : { op: "add", of: [lower, stretched] };
}
