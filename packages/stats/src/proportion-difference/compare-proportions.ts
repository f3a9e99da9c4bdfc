import type { Interval, NotComputable } from "@cxmetrics/definition";
import { confidenceLevel } from "../expect/level.js";
import { methodNamed } from "../expect/method-named.js";
import { namedMembers } from "../expect/named-members.js";
import { intervalOf } from "../interval-of.js";
import type { ProportionCounts } from "../proportion-interval/proportion-counts.js";
import { noTrials } from "../reasons.js";
import { type FisherExactTest, fisherExact } from "../two-by-two/fisher-exact.js";
import { type ChiSquaredTest, nMinusOneChiSquared } from "../two-by-two/n-minus-one-chi-squared.js";
import { type PooledZTest, pooledZTest } from "../two-by-two/pooled-z-test.js";
import { twoByTwoTable } from "../two-by-two/two-by-two-table.js";
import { proportionDifferenceMethods } from "./registry.js";

/** Name of an interval method of `compareProportions`. */
export type ProportionDifferenceMethodName = "newcombe" | "agresti-caffo" | "miettinen-nurminen" | "wald";

/** Options of `compareProportions`. */
export interface CompareProportionsOptions {
  /** `newcombe` where it is left out. */
  readonly method?: ProportionDifferenceMethodName;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** A difference of two proportions with its interval and the usual tests of equality. */
export interface ProportionComparison {
  readonly status: "ok";
  /** b − a, −1…1, with its sign. */
  readonly difference: number;
  readonly interval: Interval;
  /** Tests of equal proportions; choose one before looking. */
  readonly tests: {
    readonly pooledZ: PooledZTest | NotComputable;
    readonly nMinusOneChiSquared: ChiSquaredTest | NotComputable;
    readonly fisher: FisherExactTest | NotComputable;
  };
}

/**
 * Difference b − a of two independent proportions with an interval of the chosen method, and three tests of equality.
 *
 * The difference is always after − before, or group − reference: a negative number is a fall. Methods, with formula, source and
 * edge cases, stand in `proportionDifferenceMethods`. Interval and tests rest on different variances and may disagree at the
 * edge. Counts may be effective counts, for which Fisher's test answers `counts-not-whole`. For the same people asked twice use
 * `mcNemar`.
 *
 * @param a what is compared with: the earlier wave, the other group
 * @param b the later wave, the group in question
 * @returns the comparison, or `not-computable` `no-trials`
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `level.out-of-range`,
 * `method.unknown`
 * @example
 * ```ts
 * const mobile = { successes: 102, trials: 213 };
 * const desktop = { successes: 188, trials: 317 };
 * const change = compareProportions(mobile, desktop, { method: "miettinen-nurminen" });
 * change.status === "ok" && change.difference; // => 0.1141866974718976
 * change.status === "ok" && change.interval.lower; // => 0.02761981728243545
 * ```
 */
export function compareProportions(
  a: ProportionCounts,
  b: ProportionCounts,
  options: CompareProportionsOptions = {},
): ProportionComparison | NotComputable {
  const table = twoByTwoTable({ a, b });
  const { method: id = "newcombe", level: wanted } = namedMembers(options, "options");
  const level = confidenceLevel(wanted);
  const method = methodNamed(proportionDifferenceMethods, id);
  if (table.a.trials === 0 || table.b.trials === 0) return noTrials;
  const { lower, upper } = method.limits(table.a, table.b, level);
  return {
    status: "ok",
    difference: table.b.successes / table.b.trials - table.a.successes / table.a.trials + 0,
    interval: intervalOf(Math.max(-1, lower), Math.min(1, upper), level, method.id),
    tests: {
      pooledZ: pooledZTest(table),
      nMinusOneChiSquared: nMinusOneChiSquared(table),
      fisher: fisherExact(table, { level }),
    },
  };
}
