/**
 * Anything cut off moves the value upwards: 2.1 → 3, −2.9 → −2.
 *
 * @example
 * ```ts
 * roundDecimal(-2.9, 0, "ceiling"); // => -2
 * ```
 */
export function ceiling(negative: boolean): boolean {
  return !negative;
}
