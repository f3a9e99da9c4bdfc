import { expectNumber, expectOneOf, type NotComputable } from "@cxmetrics/definition";
import { expectMembers } from "./expect-members.js";
import { expectOptions } from "./expect-options.js";
import { negativeImportance, nothingImportant, withValues } from "./reasons.js";
import { sharesOf } from "./shares-of.js";
import { negativeAsZero } from "./warnings.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** Options of `driverWeights`. */
export interface DriverWeightOptions {
  /** `refuse` (default) gives no weights when an importance is negative; `zero` counts it as 0, with a warning. */
  readonly negative?: "refuse" | "zero";
}

/** Weights derived from drivers. */
export interface DriverWeights extends ComputedWeights {
  readonly method: "driver";
}

/**
 * Weights in proportion to the relative importance of each indicator for an outcome, for example Shapley shares of R² from
 * `relativeImportance` of `@cxmetrics/stats`.
 *
 * $$ w_j = \frac{I_j}{\sum_k I_k} $$
 *
 * The outcome must lie outside the index, otherwise the index explains itself. Pratt's measure and product measures can be negative: such a value
 * is no weight.
 *
 * Source: Grömping, The American Statistician 61 (2007) 139–147, for the importances.
 *
 * @param importances one for each indicator
 * @param options `negative`
 * @returns weights that sum to 1, or `not-computable`: `negative-importance`, `all-zero`
 * @throws `CxMetricsError` `weights.not-a-list`, `document.wrong-type`
 * @example
 * ```ts
 * const result = driverWeights([0.3, 0.15, 0.05]);
 * result.status === "ok" && result.weights; // => [0.6, 0.3, 0.1]
 * ```
 */
export function driverWeights(
  importances: readonly number[],
  options?: DriverWeightOptions,
): DriverWeights | NotComputable {
  const given = expectOptions(options, ["negative"]);
  const rule = expectOneOf(given["negative"] ?? "refuse", ["options", "negative"], ["refuse", "zero"]);
  const read = expectMembers(importances, ["importances"], (value, path) => expectNumber(value, path));
  const negative = read.findIndex((value) => value < 0);
  if (negative !== -1 && rule === "refuse")
    return withValues(negativeImportance, { driver: negative + 1, value: read[negative] ?? 0 });
  const weights = sharesOf(read.map((value) => Math.max(0, value)));
  if (!weights) return nothingImportant;
  const count = read.filter((value) => value < 0).length;
  return {
    status: "ok",
    method: "driver",
    weights,
    warnings: count > 0 ? [negativeAsZero(count)] : [],
  };
}

/** Registry entry of `driverWeights`. */
export const driverMethod: WeightMethod = {
  method: "driver",
  kind: "fit",
  title: { en: "Driver weights", zh: "驱动力权重" },
  formula: String.raw`w_j = \frac{I_j}{\sum_k I_k}`,
  source: "Grömping, The American Statistician 61 (2007) 139–147",
  edgeCases: {
    en: "The outcome must lie outside the index. A negative importance gives no weights unless it is to count as 0.",
    zh: "结果变量必须在指数之外。存在负的重要性时没有权重，除非声明按 0 处理。",
  },
  example: { arguments: [[0.3, 0.15, 0.05]], weights: [0.6, 0.3, 0.1] },
  weigh: driverWeights,
};
