import { CxMetricsError, type NotComputable } from "@cxmetrics/definition";
import { inRange, notNegative } from "../expect/in-range.js";
import { methodNamed } from "../expect/method-named.js";
import { namedMembers } from "../expect/named-members.js";
import { numbers } from "../expect/numbers.js";
import { probability } from "../expect/probability.js";
import { representable } from "../expect/representable.js";
import { noObservations } from "../reasons.js";
import type { Statistic } from "../statistic.js";
import { weightsNotMatching } from "./problems.js";
import { weightedQuantileRules } from "./registry.js";

/** Name of a rule of `weightedQuantile`. */
export type WeightedQuantileRuleName = "inverse-cdf" | "averaged-inverse-cdf" | "interpolated";

/** Options of `weightedQuantile`. */
export interface WeightedQuantileOptions {
  /** `inverse-cdf` where it is left out. */
  readonly rule?: WeightedQuantileRuleName;
}

/**
 * Quantile of weighted values, by a named rule; the rules, with formula, source and edge cases, stand in
 * `weightedQuantileRules`.
 *
 * $$ \min\left\{x : \sum_{x_i \le x} w_i \ge p\sum_i w_i\right\} \quad \text{(inverse-cdf)} $$
 *
 * Scaling all weights changes nothing; a value of weight 0 plays no part. Ratings have few distinct values: there the first two
 * rules move in steps, as medians of ratings do.
 *
 * @param values in any order; left as they are
 * @param weights one for each value, none negative
 * @param p 0…1
 * @returns the quantile, or `not-computable` `no-observations` where nothing has weight
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-a-number` with the index, `parameter.out-of-range` (a negative
 * weight), `weights.not-matching`, `probability.out-of-range`, `argument.not-an-object`, `method.unknown`,
 * `result.not-representable`
 * @example
 * ```ts
 * weightedQuantile([3, 7, 9], [1, 2.5, 1.5], 0.5); // => { status: "ok", value: 7 }
 * weightedQuantile([3, 7, 9], [1, 1, 1], 0.75, { rule: "interpolated" }); // => { status: "ok", value: 8 }
 * ```
 */
export function weightedQuantile(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  p: number,
  options: WeightedQuantileOptions = {},
): Statistic | NotComputable {
  const list = numbers(values, "values");
  const weightList = Array.from(numbers(weights, "weights"));
  probability(p, "p");
  const rule = methodNamed(weightedQuantileRules, namedMembers(options, "options").rule ?? "inverse-cdf");
  if (list.length !== weightList.length) {
    const counts = { values: list.length, weights: weightList.length };
    throw new CxMetricsError(weightsNotMatching, { path: ["weights"], values: counts });
  }
  for (const [index, weight] of weightList.entries()) {
    inRange(weight, `weights[${index}]`, notNegative, ["weights", index]);
  }
  // Relative to the largest, so that no sum overflows.
  const largest = weightList.reduce((most, weight) => Math.max(most, weight), 0);
  const pairs = weightList
    .map((weight, index) => ({ value: list[index] ?? 0, weight: weight / largest }))
    .filter((pair) => pair.weight > 0)
    .sort((one, other) => one.value - other.value);
  if (pairs.length === 0) return noObservations;
  const value = rule.of(
    pairs.map((pair) => pair.value),
    pairs.map((pair) => pair.weight),
    p,
  );
  return { status: "ok", value: representable(value, "quantile") };
}
