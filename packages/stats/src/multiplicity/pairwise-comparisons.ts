import type { NotComputable } from "@cxmetrics/definition";
import { type DifferenceTest, differenceByStandardErrors } from "../difference-by-standard-errors.js";
import { confidenceLevel } from "../expect/level.js";
import { methodNamed } from "../expect/method-named.js";
import { namedMembers } from "../expect/named-members.js";
import { tooFewGroups } from "../reasons.js";
import { type AdjustmentMethodName, adjustPValues } from "./adjust-p-values.js";
import { adjustmentMethods } from "./registry.js";
import { type ValueWithVariance, valuesWithVariance } from "./value-with-variance.js";

/** Options of `pairwiseComparisons`. */
export interface PairwiseComparisonsOptions {
  /** `holm` where it is left out. */
  readonly method?: AdjustmentMethodName;
  /** Confidence level of each interval alone, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** One pair of groups. */
export interface PairwiseComparison {
  /** Index of the group compared with. */
  readonly a: number;
  /** Index of the other group; b > a. */
  readonly b: number;
  /** Difference b − a, or why there is none. */
  readonly test: DifferenceTest | NotComputable;
  /** P-value adjusted for all pairs, or `null` where there is no test. */
  readonly adjustedP: number | null;
}

/** All pairs of several groups. */
export interface PairwiseComparisons {
  readonly status: "ok";
  readonly method: AdjustmentMethodName;
  /** In the order 0–1, 0–2, …, 1–2, …. */
  readonly pairs: readonly PairwiseComparison[];
}

/**
 * All pairwise differences of k independent estimates, with p-values adjusted for being several.
 *
 * Each pair is tested by `differenceByStandardErrors`; its interval holds for that pair alone and is not widened. Pairs without
 * a test (both variances 0) are not counted in the adjustment.
 *
 * @param values at most 1000 groups
 * @returns the pairs, or `not-computable` `too-few-groups`
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`,
 * `groups.too-many`, `method.unknown`, `level.out-of-range`, `result.not-representable`
 * @example
 * ```ts
 * const regions = [{ value: 31, variance: 4 }, { value: 38, variance: 5.76 }, { value: 29, variance: 9 }];
 * const found = pairwiseComparisons(regions, { method: "holm" });
 * found.status === "ok" && found.pairs.length; // => 3
 * found.status === "ok" && found.pairs[0]?.adjustedP; // => 0.05744871450229844
 * ```
 */
export function pairwiseComparisons(
  values: readonly ValueWithVariance[],
  options: PairwiseComparisonsOptions = {},
): PairwiseComparisons | NotComputable {
  const groups = valuesWithVariance(values).map(({ value, variance }) => ({
    value,
    standardError: Math.sqrt(variance),
  }));
  const { method = "holm", level: wanted } = namedMembers(options, "options");
  methodNamed(adjustmentMethods, method);
  const level = confidenceLevel(wanted);
  if (groups.length < 2) return tooFewGroups;
  const tests = groups.flatMap((from, a) =>
    groups.slice(a + 1).map((to, offset) => ({
      a,
      b: a + 1 + offset,
      test: differenceByStandardErrors({ a: from, b: to, level }),
    })),
  );
  const adjusted = adjustPValues(
    tests.map(({ test }) => (test.status === "ok" ? test.p : null)),
    method,
  );
  const pairs = tests.map((pair, index) => ({ ...pair, adjustedP: adjusted[index] ?? null }));
  return { status: "ok", method, pairs };
}
