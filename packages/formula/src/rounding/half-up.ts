import { type Remainder, remainder } from "./rounding-rule.js";

/**
 * Halves go away from zero, as taught at school and written in most standards: 2.5 → 3, −2.5 → −3 (四舍五入).
 *
 * @example
 * ```ts
 * roundDecimal(-2.5, 0, "half-up"); // => -3
 * ```
 */
export function halfUp(_negative: boolean, _odd: boolean, cut: Remainder): boolean {
  return cut >= remainder.half;
}
