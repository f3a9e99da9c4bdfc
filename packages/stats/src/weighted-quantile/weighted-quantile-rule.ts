import type { MethodDescription } from "../method-description.js";

/** One way to read a quantile off weighted values. */
export interface WeightedQuantileRule extends MethodDescription {
  /** Quantile of values in ascending order with positive weights; at least one. */
  readonly of: (values: readonly number[], weights: readonly number[], p: number) => number;
}

/** Sums of the first weights, compensated; the last one is the total. */
export function cumulative(weights: readonly number[]): number[] {
  let sum = 0;
  let lost = 0;
  return weights.map((weight) => {
    const next = sum + weight;
    lost += sum >= weight ? sum - next + weight : weight - next + sum;
    sum = next;
    return sum + lost;
  });
}

/**
 * Index of the first value whose cumulative weight reaches p of the total, and whether it is just reached. Weights within 1e-12
 * of the total count as equal: raked weights seldom add up to the last digit.
 */
export function firstReaching(
  weights: readonly number[],
  p: number,
): { readonly index: number; readonly just: boolean } {
  const sums = cumulative(weights);
  const total = sums.at(-1) ?? 0;
  const goal = p * total;
  const near = 1e-12 * total;
  const found = sums.findIndex((sum) => sum >= goal - near);
  const index = found === -1 ? sums.length - 1 : found;
  return { index, just: Math.abs((sums[index] ?? 0) - goal) <= near };
}
