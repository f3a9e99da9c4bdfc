import type { NotComputable } from "@cxmetrics/definition";
import { quantile as typeSevenQuantile } from "simple-statistics";
import { inRange, type ParameterRange } from "./expect/in-range.js";
import { namedMembers } from "./expect/named-members.js";
import { numbers } from "./expect/numbers.js";
import { probability } from "./expect/probability.js";
import { representable } from "./expect/representable.js";
import { typedQuantile } from "./quantile-types/typed-quantile.js";
import { noObservations } from "./reasons.js";
import type { Statistic } from "./statistic.js";

/** One of the nine sample quantiles of Hyndman and Fan. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Options of `quantile`. */
export interface QuantileOptions {
  /** 7 where it is left out. */
  readonly type?: QuantileType;
}

const types: ParameterRange = {
  holds: (value) => Number.isInteger(value) && value >= 1 && value <= 9,
  en: "a whole number from 1 to 9",
  zh: "是 1 至 9 的整数",
};

/**
 * Quantile of a list of numbers, of one of the nine types of Hyndman and Fan (The American Statistician 50, 1996); type 7 is
 * the default of R and NumPy.
 *
 * $$ x_{(\lfloor h\rfloor)} + (h - \lfloor h\rfloor)\,(x_{(\lceil h\rceil)} - x_{(\lfloor h\rfloor)}), \qquad h = (n-1)p + 1 \text{ (type 7)} $$
 *
 * Types 1 to 3 are inverses of the empirical distribution function: 1 takes the first value that reaches p, 2 the mean of two
 * where p is just reached, 3 the nearest (even) rank. Types 4 to 9 interpolate with h = np, np + ½, (n+1)p, (n−1)p + 1, (n +
 * ⅓)p + ⅓ and (n + ¼)p + ⅜. As in R, ranks within 4 ulp of a whole number count as whole.
 *
 * @param values in any order; left as they are
 * @param p 0…1
 * @returns the quantile, or `not-computable` `no-observations` for an empty list
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-a-number` with the index, `probability.out-of-range`,
 * `argument.not-an-object`, `parameter.out-of-range` (a type that is none), `result.not-representable`
 * @example
 * ```ts
 * quantile([3, 6, 7, 8, 8, 10], 0.9); // => { status: "ok", value: 9 }
 * quantile([3, 6, 7, 8, 8, 10], 0.5, { type: 1 }); // => { status: "ok", value: 7 }
 * ```
 */
export function quantile(
  values: ArrayLike<number>,
  p: number,
  options: QuantileOptions = {},
): Statistic | NotComputable {
  const list = Array.from(numbers(values, "values"));
  probability(p, "p");
  const { type = 7 } = namedMembers(options, "options");
  inRange(type, "type", types);
  if (list.length === 0) return noObservations;
  const value =
    type === 7 ? typeSevenQuantile(list, p) : typedQuantile(Float64Array.from(list).sort(), p, type);
  return { status: "ok", value: representable(value, "quantile") };
}
