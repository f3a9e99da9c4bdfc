import { CxMetricsError, expectNumber, expectOneOf, type NotComputable } from "@cxmetrics/definition";
import { expectLength, expectMembers } from "./expect-members.js";
import { expectOptions } from "./expect-options.js";
import { zeroSum } from "./problems.js";
import { disjointWeights } from "./reasons.js";
import { sharesOf } from "./shares-of.js";
import type { WeightMethod } from "./weight-method.js";
import type { ComputedWeights } from "./weight-outcome.js";

/** Named way to bring several weight vectors together. */
export type CombinationRule = "linear" | "multiplicative" | "geometric";

/** Options of `combineWeights`. */
export interface CombineWeightOptions {
  /** `linear` by default. */
  readonly rule?: CombinationRule;
  /** How much each source counts, relative; equal where left out. Not for `multiplicative`, in which all count alike. */
  readonly shares?: readonly number[];
}

/** Combined weights with what each source stood for. */
export interface CombinedWeights extends ComputedWeights {
  readonly method: "combined";
  readonly rule: CombinationRule;
  /** Shares of the sources, summing to 1; `null` for `multiplicative`. */
  readonly shares: readonly number[] | null;
}

/**
 * Combination of weights from several sources, for example subjective (AHP) and objective (entropy) ones (组合赋权).
 *
 * $$ w_j \propto \sum_s \alpha_s w_{sj} \ \text{(linear)}, \quad \prod_s w_{sj} \ \text{(multiplicative)}, \quad \prod_s w_{sj}^{\alpha_s} \ \text{(geometric)} $$
 *
 * Each source is first brought to the sum 1. The product sharpens differences: what all call important gains, and a 0 in one source is a 0 in the result.
 * The geometric rule minimises the weighted relative entropy between the result and the sources (最小相对信息熵).
 *
 * Source: Kullback, Information Theory and Statistics (1959), for the geometric rule.
 *
 * @param sources two or more weight vectors of the same length, relative, at least 0
 * @param options `rule` and `shares`
 * @returns weights that sum to 1, or `not-computable` `disjoint-weights`
 * @throws `CxMetricsError` `weights.not-a-list`, `weights.length`, `weights.zero-sum`, `document.wrong-type`
 * @example
 * ```ts
 * const ahp = [0.5, 0.3, 0.2];
 * const entropy = [0.2, 0.2, 0.6];
 * const linear = combineWeights([ahp, entropy], { shares: [0.6, 0.4] });
 * linear.status === "ok" && linear.weights; // => [0.38, 0.26, 0.36]
 * const product = combineWeights([ahp, entropy], { rule: "multiplicative" });
 * product.status === "ok" && product.weights[1]; // => 0.21428571428571427
 * ```
 */
export function combineWeights(
  sources: readonly (readonly number[])[],
  options?: CombineWeightOptions,
): CombinedWeights | NotComputable {
  const given = expectOptions(options, ["rule", "shares"]);
  const rules = ["linear", "multiplicative", "geometric"] as const;
  const rule = expectOneOf(given["rule"] ?? "linear", ["options", "rule"], rules);
  const read = expectMembers(
    sources,
    ["sources"],
    (source, path) => {
      const values = expectMembers(source, path, (value, at) => expectNumber(value, at, { least: 0 }));
      const weights = sharesOf(values);
      if (!weights) throw new CxMetricsError(zeroSum, { path });
      return weights;
    },
    2,
  );
  const length = read[0]?.length ?? 0;
  for (const [index, source] of read.entries()) expectLength(source, length, ["sources", index]);
  if (rule === "multiplicative" && given["shares"] !== undefined)
    expectOneOf(given["rule"], ["options", "rule"], ["linear", "geometric"]);
  const shares = rule === "multiplicative" ? null : sharesOfSources(given["shares"], read.length);
  const weights = combined(read, rule, shares ?? read.map(() => 1));
  if (!weights) return disjointWeights;
  return { status: "ok", method: "combined", rule, shares, weights, warnings: [] };
}

function sharesOfSources(given: unknown, count: number): number[] {
  if (given === undefined) return new Array<number>(count).fill(1 / count);
  const path = ["options", "shares"];
  const read = expectMembers(given, path, (value, at) => expectNumber(value, at, { least: 0 }));
  expectLength(read, count, path);
  const shares = sharesOf(read);
  if (!shares) throw new CxMetricsError(zeroSum, { path });
  return shares;
}

function combined(sources: readonly number[][], rule: CombinationRule, powers: readonly number[]) {
  const columns = (sources[0] ?? []).map((_, j) => sources.map((source) => source[j] ?? 0));
  if (rule === "linear")
    return sharesOf(columns.map((parts) => parts.reduce((sum, part, s) => sum + part * (powers[s] ?? 0), 0)));
  // Logarithms are brought to a largest of 0 before they are undone, so that long products do not vanish.
  const logs = columns.map((parts) =>
    parts.reduce(
      (sum, part, s) => ((powers[s] ?? 0) === 0 ? sum : sum + (powers[s] ?? 0) * Math.log(part)),
      0,
    ),
  );
  const largest = Math.max(...logs);
  if (!Number.isFinite(largest)) return undefined;
  return sharesOf(logs.map((log) => Math.exp(log - largest)));
}

/** Registry entry of `combineWeights`. */
export const combinedMethod: WeightMethod = {
  method: "combined",
  kind: "given",
  title: { en: "Combined weights", zh: "组合赋权" },
  formula: String.raw`w_j \propto \sum_s \alpha_s w_{sj}`,
  source: "Kullback, Information Theory and Statistics (1959), for the geometric rule",
  edgeCases: {
    en: "With products a 0 in one source is a 0 in the result; where that leaves nothing there are no weights.",
    zh: "乘法合成时，任一来源为 0 则结果为 0；若因此全部为 0，则没有权重。",
  },
  example: {
    arguments: [
      [
        [0.5, 0.3, 0.2],
        [0.2, 0.2, 0.6],
      ],
      { shares: [0.6, 0.4] },
    ],
    weights: [0.38, 0.26, 0.36],
  },
  weigh: combineWeights,
};
