import { type Expression, weightToNumber } from "@cxmetrics/formula";
import { guarded } from "./guarded.js";
import type { Operands } from "./operands.js";

/** The weighted power mean of the operands, with their policy for gaps. */
export function lowerPowerMean(operands: Operands, exponent: number): Expression {
  const { of, weights, missing, minimumAvailable, minimumCount } = operands;
  if (weights === undefined) return lowerByFormula(operands, exponent);
  return {
    op: "power-mean",
    exponent,
    of,
    weights,
    missing,
    ...(missing === "renormalise" ? { minimumAvailable } : {}),
    ...(missing === "renormalise" && minimumCount !== undefined ? { minimumCount } : {}),
  };
}

/** The same where the weights are no numbers yet: sums of weights times powers, over what is available. */
function lowerByFormula(operands: Operands, exponent: number): Expression {
  const { of, weightFormulas, missing } = operands;
  const policy = missing === "renormalise" ? "skip" : "propagate";
  const weightOf = (index: number): Expression => weightFormulas[index] ?? 1;
  const inner = (x: Expression): Expression => {
    if (exponent === 1) return x;
    return exponent === 0 ? { op: "ln", of: [x] } : { op: "power", of: [x, exponent] };
  };
  const parts: Expression = {
    op: "add",
    of: of.map((x, index) => ({ op: "multiply", of: [weightOf(index), inner(x)] })),
    missing: policy,
  };
  // A weight counts where its child does: times 1 for a value, times nothing where the child is not applicable.
  const available: Expression = {
    op: "add",
    of: of.map((x, index) => ({
      op: "multiply",
      of: [weightOf(index), { op: "available", as: "count", of: [x] }],
    })),
    missing: policy,
  };
  const mean: Expression = { op: "divide", of: [parts, available] };
  const outer: Expression =
    exponent === 1
      ? mean
      : exponent === 0
        ? { op: "exp", of: [mean] }
        : { op: "power", of: [mean, 1 / exponent] };
  if (missing === "propagate" || weightToNumber(operands.minimumAvailable) === 0)
    return guarded(outer, { ...operands, minimumAvailable: 0 });
  const applicable: Expression = {
    op: "add",
    of: of.map((x, index) => ({
      op: "add",
      of: [weightOf(index), { op: "multiply", of: [0, { op: "available", as: "count", of: [x] }] }],
    })),
    missing: policy,
  };
  return guarded(
    outer,
    { ...operands, minimumAvailable: operands.minimumAvailable },
    { op: "divide", of: [available, applicable] },
  );
}
