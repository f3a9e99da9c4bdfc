import type { NotComputable } from "@cxmetrics/definition";
import { sampleStandardDeviation as deviation } from "simple-statistics";
import { numbers } from "./expect/numbers.js";
import { representable } from "./expect/representable.js";
import { noObservations, singleObservation } from "./reasons.js";
import type { Statistic } from "./statistic.js";

/**
 * Sample standard deviation, with divisor n − 1.
 *
 * $$ s = \sqrt{\frac{1}{n-1}\sum_i (x_i - \bar x)^2} $$
 *
 * Equal observations give exactly 0.
 *
 * @returns the standard deviation, or `not-computable`: `no-observations`, `single-observation`
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-a-number` with the index, `result.not-representable` when a
 * square overflows
 * @example
 * ```ts
 * sampleStandardDeviation([2, 4, 4, 6]); // => { status: "ok", value: 1.632993161855452 }
 * ```
 */
export function sampleStandardDeviation(values: ArrayLike<number>): Statistic | NotComputable {
  const list = Array.from(numbers(values, "values"));
  if (list.length === 0) return noObservations;
  if (list.length === 1) return singleObservation;
  // The mean of equal numbers may be off by a rounding error, and no variation must be seen as such.
  const value = list.every((item) => item === list[0]) ? 0 : deviation(list);
  return { status: "ok", value: representable(value, "standard deviation") };
}
