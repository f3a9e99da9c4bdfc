/**
 * Anything cut off moves the value away from zero: 2.1 → 3, −2.1 → −3.
 *
 * @example
 * ```ts
 * roundDecimal(-2.1, 0, "up"); // => -3
 * ```
 */
export function up(): boolean {
  return true;
}
