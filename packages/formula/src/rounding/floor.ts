/**
 * Anything cut off moves the value downwards: 2.9 → 2, −2.1 → −3.
 *
 * @example
 * ```ts
 * roundDecimal(-2.1, 0, "floor"); // => -3
 * ```
 */
export function floor(negative: boolean): boolean {
  return negative;
}
