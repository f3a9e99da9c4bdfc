import { sumDistribution } from "./sum-distribution.js";
import type { TailShares } from "./tail-shares.js";

/**
 * Exact permutation shares for the difference of means of whole numbers, from the distribution of the sum of the smaller group; null where
 * values are not whole or the distribution would take too long.
 */
export function exactMeanDifference(a: readonly number[], b: readonly number[]): TailShares | null {
  const pooled = [...a, ...b];
  // Below this every product of a size and a sum is an exact double.
  const whole = pooled.every((value) => Number.isInteger(value) && Math.abs(value) <= 1e6);
  if (!whole || pooled.length > 50_000) return null;
  const [small, sign] = b.length <= a.length ? [b, 1] : [a, -1];
  const distribution = sumDistribution(pooled, small.length);
  if (distribution === null) return null;
  const total = sumOf(pooled);
  // n·(sum of the group) − (size of the group)·(sum of all): the difference of means times a positive whole number.
  const scaled = (sum: number) => sign * (pooled.length * sum - small.length * total);
  const observed = scaled(sumOf(small));
  let [outer, above, below] = [0, 0, 0];
  for (const [index, share] of distribution.probabilities.entries()) {
    const value = scaled(distribution.lowest + index * distribution.step);
    if (Math.abs(value) >= Math.abs(observed)) outer += share;
    if (value >= observed) above += share;
    if (value <= observed) below += share;
  }
  const probability = (share: number) => Math.min(1, Math.max(Number.MIN_VALUE, share));
  return { p: probability(outer), pGreater: probability(above), pLess: probability(below) };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
