import { type Expression, type Operation, weightToNumber } from "@cxmetrics/formula";
import { combined, constantDual, type Dual } from "./dual.js";
import type { DualContext } from "./expression-dual.js";

type Read = (expression: Expression) => Dual;

/** Straight lines between knots; every knot is a change of course. */
export function piecewiseDual(
  { of, knots, beyond }: Extract<Operation, { op: "piecewise" }>,
  context: DualContext,
  read: Read,
): Dual {
  const x = read(of[0]);
  if (x.value === null) return x;
  const at = x.value;
  const points = knots.map(([a, b]) => [weightToNumber(a), weightToNumber(b)] as const);
  for (const [knot] of points) context.kink({ kind: "choice", margin: at - knot, gradient: x.gradient });
  const last = points.length - 1;
  const inside = at >= (points[0]?.[0] ?? 0) && at <= (points[last]?.[0] ?? 0);
  if (!inside && beyond === "undefined") return constantDual(null, context.size);
  if (!inside && beyond === "clamp")
    return constantDual(points[at < (points[0]?.[0] ?? 0) ? 0 : last]?.[1] ?? 0, context.size);
  const right = points.findIndex(([knot], i) => i > 0 && (at <= knot || i === last));
  const [x0, y0] = points[right - 1] ?? [0, 0];
  const [x1, y1] = points[right] ?? [1, 0];
  const slope = (y1 - y0) / (x1 - x0);
  return combined(y0 + slope * (at - x0), context.size, [{ factor: slope, gradient: x.gradient }]);
}

/** A table of thresholds: flat everywhere, a gate at each threshold. */
export function stepDual(
  { of, steps, boundary, below }: Extract<Operation, { op: "step" }>,
  context: DualContext,
  read: Read,
): Dual {
  const x = read(of[0]);
  if (x.value === null) return x;
  let value = below === "undefined" ? null : weightToNumber(below);
  for (const [from, step] of steps) {
    const threshold = weightToNumber(from);
    context.kink({ kind: "gate", margin: x.value - threshold, gradient: x.gradient });
    if (x.value > threshold || (x.value === threshold && boundary === "lower-included"))
      value = weightToNumber(step);
  }
  return constantDual(value, context.size);
}
