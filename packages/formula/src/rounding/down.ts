/**
 * Digits are cut off, so that the value moves towards zero: 2.9 → 2, −2.9 → −2.
 *
 * @example
 * ```ts
 * roundDecimal(-2.9, 0, "down"); // => -2
 * ```
 */
export function down(): boolean {
  return false;
}
