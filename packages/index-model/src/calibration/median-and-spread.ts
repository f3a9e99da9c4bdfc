import { quantileOf } from "./quantile-of.js";

/** Makes the median absolute deviation of a normal population its standard deviation. */
const normalConsistency = 1.4826;

/** Median of at least one value, and the median absolute deviation about it times 1.4826. */
export function medianAndSpread(values: Float64Array): { readonly median: number; readonly spread: number } {
  const median = quantileOf(values, 0.5, 7);
  const away = Float64Array.from(values, (value) => Math.abs(value - median));
  return { median, spread: normalConsistency * quantileOf(away, 0.5, 7) };
}
