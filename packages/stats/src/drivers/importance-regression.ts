import type { NotComputable } from "@cxmetrics/definition";
import { choleskyFactor, solveLower, solveUpper } from "../correlations/cholesky-factor.js";
import { correlationMatrix } from "../correlations/correlation-matrix.js";
import type { ImportanceProblem } from "./importance-problem.js";
import { collinearPredictors, constantOutcome, constantPredictors } from "./reasons.js";

/**
 * Regression of the outcome on all predictors from standardised columns, the outcome last; or why there is none.
 */
export function importanceProblem(
  columns: readonly Float64Array[],
  weights: Float64Array,
  names: readonly string[],
): ImportanceProblem | NotComputable {
  const size = columns.length - 1;
  const side = size + 1;
  const { values, constant } = correlationMatrix(columns, weights);
  const flat = constant.filter((index) => index < size);
  if (flat.length > 0) return constantPredictors(flat.map((index) => names[index] ?? ""));
  if (constant.length > 0) return constantOutcome;
  const among = new Float64Array(size * size);
  const withOutcome = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    among.set(values.subarray(row * side, row * side + size), row * size);
    withOutcome[row] = values[row * side + size] as number;
  }
  const factor = choleskyFactor(among, size);
  if (factor.dependent.length > 0)
    return collinearPredictors(factor.dependent.map((index) => names[index] ?? ""));
  const explained = solveLower(factor, withOutcome);
  let rSquared = 0;
  for (const part of explained) rSquared += part * part;
  const coefficients = solveUpper(factor, explained);
  return { size, among, withOutcome, factor, coefficients, rSquared: Math.min(1, rSquared) };
}

/** Variance inflation factors 1/(1 − R²) of each predictor on the others: the diagonal of the inverse. */
export function varianceInflation({ factor, size }: ImportanceProblem): Float64Array {
  return Float64Array.from({ length: size }, (_, index) => {
    const unit = new Float64Array(size);
    unit[index] = 1;
    let sum = 0;
    for (const entry of solveLower(factor, unit)) sum += entry * entry;
    return Math.max(1, sum);
  });
}
