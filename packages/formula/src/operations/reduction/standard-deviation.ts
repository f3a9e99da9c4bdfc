import { compensatedDot } from "../compensated-sum.js";

/**
 * $\sqrt{\sum w_i (x_i - m)^2 / d}$ of the first `count` values. Distances are taken from the mean and relative to the
 * greatest of them, so that no square overflows or vanishes. Values that are all equal have exactly 0.
 */
export function standardDeviation(
  values: Float64Array,
  weights: Float64Array,
  count: number,
  total: number,
  divisor: number,
  terms: Float64Array,
): number {
  // Half of everything: the distance between −1.7e308 and 1.7e308 is no number.
  const anchor = (values[0] as number) / 2;
  let largest = 0;
  for (let i = 0; i < count; i += 1) {
    terms[i] = (values[i] as number) / 2 - anchor;
    largest = Math.max(largest, Math.abs(terms[i] as number));
  }
  if (largest === 0) return 0;
  for (let i = 0; i < count; i += 1) terms[i] = (terms[i] as number) / largest;
  const mean = compensatedDot(weights, terms, count) / total;
  for (let i = 0; i < count; i += 1) terms[i] = ((terms[i] as number) - mean) ** 2;
  return 2 * (largest * Math.sqrt(compensatedDot(weights, terms, count) / divisor));
}
