import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { inRange, share } from "../expect/in-range.js";
import { methodNamed } from "../expect/method-named.js";
import { notAList } from "../problems.js";
import { adjustmentMethods } from "./registry.js";

/** Name of a method of `adjustPValues`. */
export type AdjustmentMethodName = "holm" | "hochberg" | "bonferroni" | "bh" | "by";

/**
 * P-values adjusted for being several: each is then compared with the wanted error rate as if it were alone.
 *
 * `holm`, `hochberg` and `bonferroni` bound the chance of any false finding, `bh` and `by` the expected share of false
 * findings; with formula, source and conditions in `adjustmentMethods`. A `null` (no test was possible) stays in its place and
 * is not counted. Agrees with R's `p.adjust`.
 *
 * $$ \tilde p_{(i)} = \max_{j \le i}\ \min\{1, (m - j + 1)\,p_{(j)}\} \quad \text{(holm)} \qquad
 * \tilde p_{(i)} = \min_{j \ge i}\ \min\left\{1, \tfrac{m}{j}\,p_{(j)}\right\} \quad \text{(bh)} $$
 *
 * @param p each 0…1 or `null`
 * @param method `holm` where it is left out
 * @returns as many numbers and nulls, in the order given
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-a-number` with the index, `parameter.out-of-range`,
 * `method.unknown`
 * @example
 * ```ts
 * adjustPValues([0.01, null, 0.04, 0.03], "holm"); // => [0.03, null, 0.06, 0.06]
 * adjustPValues([0.01, null, 0.04, 0.03], "bh"); // => [0.03, null, 0.04, 0.04]
 * ```
 */
export function adjustPValues(
  p: readonly (number | null)[],
  method: AdjustmentMethodName = "holm",
): (number | null)[] {
  if (!Array.isArray(p)) {
    throw new CxMetricsError(notAList, { path: ["p"], values: { name: "p", found: describeValue(p) } });
  }
  const { adjust } = methodNamed(adjustmentMethods, method);
  const tested: { readonly p: number; readonly index: number }[] = [];
  // By index, so that holes in a sparse array are seen.
  for (let index = 0; index < p.length; index++) {
    const value: unknown = p[index];
    if (value !== null) tested.push({ p: inRange(value, `p[${index}]`, share, ["p", index]), index });
  }
  tested.sort((one, other) => one.p - other.p);
  const adjusted = adjust(tested.map((test) => test.p));
  const result: (number | null)[] = new Array(p.length).fill(null);
  for (const [rank, { index }] of tested.entries()) result[index] = (adjusted[rank] ?? 1) + 0;
  return result;
}
