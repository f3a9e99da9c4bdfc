import { skewnessAndKurtosis } from "../calibration/skewness-and-kurtosis.js";

/** Limits to which the tails were pulled in. */
export interface PulledTails {
  readonly lower?: number;
  readonly upper?: number;
  /** Whether the distribution then keeps to one of the two bounds of its shape. */
  readonly reached: boolean;
}

/**
 * Sets the outermost value of the longer tail to the next one, ties together, as long as both bounds are broken and no more
 * than `atMost` values have been moved.
 */
export function pullInTails(
  values: Float64Array,
  bounds: { readonly skewness: number; readonly kurtosis: number; readonly atMost: number },
): PulledTails {
  const sorted = Float64Array.from(values).sort();
  const steps = [...new Set(sorted)];
  const counts = new Map<number, number>();
  for (const value of sorted) counts.set(value, (counts.get(value) ?? 0) + 1);
  let [low, high, moved] = [0, steps.length - 1, 0];
  const limits = (reached: boolean): PulledTails => ({
    ...(low > 0 ? { lower: steps[low] as number } : {}),
    ...(high < steps.length - 1 ? { upper: steps[high] as number } : {}),
    reached,
  });
  for (;;) {
    const [least, most] = [steps[low] as number, steps[high] as number];
    const shape = skewnessAndKurtosis(sorted.map((value) => Math.min(Math.max(value, least), most)));
    if (!shape || Math.abs(shape.skewness) < bounds.skewness || shape.kurtosis < bounds.kurtosis)
      return limits(true);
    const upper = shape.skewness > 0;
    moved += counts.get(upper ? most : least) ?? 0;
    if (moved > bounds.atMost) return limits(false);
    if (upper) high -= 1;
    else low += 1;
  }
}
