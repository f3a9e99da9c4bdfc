import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { readConstant } from "../../leaf.js";
import { badWeight, weightCount, zeroWeights } from "../../problems.js";

/** Weights beyond these bounds would overflow or vanish beside others. */
const weightRange = { least: 1e-100, most: 1e100 } as const;

/** Reads untrusted weights, one for each operand. */
export function parseWeights(
  value: unknown,
  path: ProblemPath,
  operands: number,
): readonly (number | string)[] {
  if (!Array.isArray(value) || value.length !== operands)
    throw new CxMetricsError(weightCount, {
      path,
      values: { weights: Array.isArray(value) ? value.length : 0, operands },
    });
  const weights = Array.from(value, (weight: unknown, index) => {
    const size = readConstant(weight);
    if (size === undefined || !(size === 0 || (size >= weightRange.least && size <= weightRange.most)))
      throw new CxMetricsError(badWeight, {
        path: [...path, index],
        values: { found: describeValue(weight), ...weightRange },
      });
    return weight as number | string;
  });
  if (weights.every((weight) => readConstant(weight) === 0)) throw new CxMetricsError(zeroWeights, { path });
  return weights;
}
