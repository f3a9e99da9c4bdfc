import { type Remainder, remainder } from "./rounding-rule.js";

/**
 * Halves go to the neighbour whose last digit is even, so that they do not drift upwards: 0.125 → 0.12, 0.135 → 0.14
 * (四舍六入五成双； ISO 80000-1 Annex B rule A, GB/T 8170).
 *
 * @example
 * ```ts
 * roundDecimal(0.125, 2, "half-even"); // => 0.12
 * ```
 */
export function halfEven(_negative: boolean, odd: boolean, cut: Remainder): boolean {
  return cut === remainder.aboveHalf || (cut === remainder.half && odd);
}
