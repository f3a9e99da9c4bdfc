import { type Expression, type Operation, weightToNumber } from "@cxmetrics/formula";
import { combined, constantDual, type Dual } from "./dual.js";
import type { DualContext } from "./expression-dual.js";
import { UnknownOperation } from "./unknown-operation.js";

type Read = (expression: Expression) => Dual;

/** Standard deviation across operands: $\partial s/\partial x_i = w_i (x_i - m)/(d\,s)$; at s = 0 it has a corner. */
export function spreadDual(
  { of, weights, type }: Extract<Operation, { op: "spread" }>,
  context: DualContext,
  read: Read,
): Dual {
  const parts = of.flatMap((child, i) => {
    const w = weights === undefined ? 1 : weightToNumber(weights[i] ?? 0);
    const { value, gradient } = read(child);
    return w > 0 && value !== null ? [{ w, x: value, gradient }] : [];
  });
  const whole = parts.reduce((sum, { w }) => sum + w, 0);
  const squares = parts.reduce((sum, { w }) => sum + w * w, 0);
  const d = type === "population" ? whole : whole - squares / whole;
  if (!(d > 0)) return constantDual(null, context.size);
  const mean = parts.reduce((sum, { w, x }) => sum + (w * x) / whole, 0);
  const value = Math.sqrt(parts.reduce((sum, { w, x }) => sum + w * (x - mean) ** 2, 0) / d);
  const spread = combined(
    value,
    context.size,
    parts.map(({ w, x, gradient }) => ({ factor: value > 0 ? (w * (x - mean)) / (d * value) : 0, gradient })),
  );
  context.kink({ kind: "limit", margin: value, gradient: spread.gradient });
  return spread;
}

/** Ordered weighted mean: the weight of the rank that an operand holds; a change of places is a change of course. */
export function orderedMeanDual(
  { of, weights }: Extract<Operation, { op: "ordered-mean" }>,
  context: DualContext,
  read: Read,
): Dual {
  const parts = of.map(read);
  const values = parts.map(({ value }) => {
    // Where operands are left out the weights are read anew, which is not told here.
    if (value === null) throw new UnknownOperation("ordered-mean");
    return value;
  });
  const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const numbers = weights.map(weightToNumber);
  const whole = numbers.reduce((sum, w) => sum + w, 0);
  order.forEach((place, rank) => {
    const next = order[rank + 1];
    if (next === undefined || numbers[rank] === numbers[rank + 1]) return;
    const [a, b] = [parts[place] as Dual, parts[next] as Dual];
    const gap = combined(0, context.size, [
      { factor: 1, gradient: a.gradient },
      { factor: -1, gradient: b.gradient },
    ]);
    context.kink({ kind: "choice", margin: (a.value ?? 0) - (b.value ?? 0), gradient: gap.gradient });
  });
  return combined(
    order.reduce((sum, place, rank) => sum + ((numbers[rank] ?? 0) * (values[place] ?? 0)) / whole, 0),
    context.size,
    order.map((place, rank) => ({
      factor: (numbers[rank] ?? 0) / whole,
      gradient: (parts[place] as Dual).gradient,
    })),
  );
}
