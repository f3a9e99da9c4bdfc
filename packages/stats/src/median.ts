import type { NotComputable } from "@cxmetrics/definition";
import { quantile } from "./quantile.js";
import type { Statistic } from "./statistic.js";

/**
 * Median of a list of numbers: the middle one, or the mean of the two in the middle.
 *
 * @param values in any order; left as they are
 * @returns the median, or `not-computable` `no-observations` for an empty list
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-a-number` with the index, `result.not-representable`
 * @example
 * ```ts
 * median([9, 2, 7, 4]); // => { status: "ok", value: 5.5 }
 * ```
 */
export function median(values: ArrayLike<number>): Statistic | NotComputable {
  return quantile(values, 0.5);
}
