import type { NotComputable } from "@cxmetrics/definition";
import { noTrials, noVariation } from "../reasons.js";
import { normalUpperTail } from "../special-functions/normal-upper-tail.js";
import { type TwoByTwoTable, twoByTwoTable } from "./two-by-two-table.js";

/** The pooled z test of two proportions. */
export interface PooledZTest {
  readonly status: "ok";
  /** Has the sign of b − a. */
  readonly z: number;
  /** Two-sided p-value of equal proportions. */
  readonly p: number;
}

/**
 * Pooled z test of two independent proportions, without continuity correction.
 *
 * $$ z = \frac{\hat p_b - \hat p_a}{\sqrt{\bar p(1-\bar p)(1/n_a + 1/n_b)}} $$
 *
 * z² is Pearson's chi-squared statistic, as R's `prop.test(correct = FALSE)` gives it. Counts may be effective counts.
 * Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd ed. (2003), section 3.1.
 *
 * @returns the test, or `not-computable`: `no-trials`, `no-variation` (both samples all successes or all failures)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`
 * @example
 * ```ts
 * const test = pooledZTest({ a: { successes: 102, trials: 213 }, b: { successes: 188, trials: 317 } });
 * test.status === "ok" && test.z; // => 2.589215869738664
 * ```
 */
export function pooledZTest(table: TwoByTwoTable): PooledZTest | NotComputable {
  const { a, b } = twoByTwoTable(table);
  if (a.trials === 0 || b.trials === 0) return noTrials;
  const difference = b.successes / b.trials - a.successes / a.trials;
  const successes = a.successes + b.successes;
  const failures = a.trials - a.successes + (b.trials - b.successes);
  const total = a.trials + b.trials;
  const pooled = (successes / total) * (failures / total) * (1 / a.trials + 1 / b.trials);
  const z = difference / Math.sqrt(pooled) + 0;
  // Counts may be so small or so lopsided that nothing is left to divide by.
  if (!Number.isFinite(z)) return noVariation;
  return { status: "ok", z, p: 2 * normalUpperTail(Math.abs(z)) };
}
