import { numbers } from "./expect/numbers.js";
import { representable } from "./expect/representable.js";

/**
 * Sum of finite numbers with Neumaier's compensation: the error does not grow with their number. An empty list sums to 0.
 *
 * Source: Neumaier, Zeitschrift für Angewandte Mathematik und Mechanik 54 (1974) 39–51.
 *
 * @param values an array or typed array
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-a-number` with the index, `result.not-representable` when the sum overflows
 * @example
 * ```ts
 * compensatedSum([1, 1e100, 1, -1e100]); // => 2
 * compensatedSum([0.1, 0.2, 0.3]); // => 0.6
 * ```
 */
export function compensatedSum(values: ArrayLike<number>): number {
  const list = numbers(values, "values");
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < list.length; index++) {
    const value = list[index] ?? 0;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return representable(sum + lost, "sum");
}
