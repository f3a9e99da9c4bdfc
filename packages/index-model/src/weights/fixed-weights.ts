import { CxMetricsError, expectOneOf } from "@cxmetrics/definition";
import {
  divideFractions,
  fractionText,
  fractionToNumber,
  readFraction,
  sameFraction,
  sumOfFractions,
} from "./exact-fraction.js";
import { expectMembers } from "./expect-members.js";
import { expectOptions } from "./expect-options.js";
import { tooMany, wrongSum, zeroSum } from "./problems.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** Options of `fixedWeights`. */
export interface FixedWeightOptions {
  /** `relative` (default) divides by the sum; `must-sum` refuses weights that do not sum exactly to `total`. */
  readonly sum?: "relative" | "must-sum";
  /** The sum due, 1 by default; a number or a fraction such as `"100"` written 100. */
  readonly total?: number | string;
}

/** Fixed weights, also as exact fractions. */
export interface FixedWeights extends ComputedWeights {
  readonly method: "fixed";
  /** Each weight as an exact fraction in lowest terms, for example `"3/8"`. */
  readonly exact: readonly string[];
}

/**
 * Weights that a committee has fixed, checked in exact arithmetic: 0.1 is one tenth and `"6/16"` stays six sixteenths, so 0.1 + 0.2 + 0.7 is 1.
 *
 * $$ w_j = \frac{v_j}{\sum_k v_k} $$
 *
 * @param values numbers of at least 0, or fractions as text
 * @param options `sum`, `total`
 * @returns weights that sum to 1, with their exact fractions
 * @throws `CxMetricsError` `weights.not-a-list`, `weights.not-a-fraction`, `weights.wrong-sum`, `weights.zero-sum`, `weights.too-many`
 * @example
 * ```ts
 * fixedWeights(["6/16", "10/16"]).weights; // => [0.375, 0.625]
 * fixedWeights([0.1, 0.2, 0.7], { sum: "must-sum" }).exact; // => ["1/10", "1/5", "7/10"]
 * fixedWeights([20, 30, 50], { sum: "must-sum", total: 100 }).weights; // => [0.2, 0.3, 0.5]
 * ```
 */
export function fixedWeights(
  values: readonly (number | string)[],
  options?: FixedWeightOptions,
): FixedWeights {
  const given = expectOptions(options, ["sum", "total"]);
  const rule = expectOneOf(given["sum"] ?? "relative", ["options", "sum"], ["relative", "must-sum"]);
  const total = readFraction(given["total"] ?? 1, ["options", "total"]);
  const parts = expectMembers(values, ["values"], readFraction);
  const most = 1000;
  if (parts.length > most)
    throw new CxMetricsError(tooMany, { path: ["values"], values: { found: parts.length, most } });
  const sum = sumOfFractions(parts);
  if (sum.numerator === 0n) throw new CxMetricsError(zeroSum, { path: ["values"] });
  if (rule === "must-sum" && !sameFraction(sum, total))
    throw new CxMetricsError(wrongSum, {
      path: ["values"],
      values: { found: shown(fractionText(sum)), expected: shown(fractionText(total)) },
    });
  const exact = parts.map((part) => divideFractions(part, sum));
  return {
    status: "ok",
    method: "fixed",
    weights: exact.map(fractionToNumber),
    exact: exact.map(fractionText),
    warnings: [],
  };
}

const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Registry entry of `fixedWeights`. */
export const fixedMethod: WeightMethod = {
  method: "fixed",
  kind: "given",
  title: { en: "Fixed weights", zh: "固定权重" },
  formula: String.raw`w_j = \frac{v_j}{\sum_k v_k}`,
  source: "by definition",
  edgeCases: {
    en: "Sums are checked in exact arithmetic: 0.1 + 0.2 + 0.7 is 1. All weights 0 is refused.",
    zh: "求和采用精确运算：0.1 + 0.2 + 0.7 恰为 1。权重全为 0 时拒绝。",
  },
  example: { arguments: [["6/16", "10/16"]], weights: [0.375, 0.625] },
  weigh: fixedWeights,
};
