import type { NotComputable } from "@cxmetrics/definition";
import { noVariation } from "../reasons.js";
import { normalUpperTail } from "../special-functions/normal-upper-tail.js";
import { pooledZTest } from "./pooled-z-test.js";
import type { TwoByTwoTable } from "./two-by-two-table.js";

/** A chi-squared test. */
export interface ChiSquaredTest {
  readonly status: "ok";
  readonly chiSquared: number;
  readonly df: number;
  readonly p: number;
}

/**
 * The “N − 1” chi-squared test of two independent proportions: Pearson's statistic times (N − 1)/N, one degree of freedom.
 *
 * $$ \chi^2 = \frac{(N-1)\,(s_a f_b - s_b f_a)^2}{n_a\,n_b\,(s_a+s_b)\,(f_a+f_b)}, \qquad N = n_a + n_b $$
 *
 * with successes s and failures f. Campbell recommends it where every expected count is at least 1, and Fisher's exact test
 * below. Counts may be effective counts. Source: Campbell, Statistics in Medicine 26 (2007) 3661–3675.
 *
 * @returns the test, or `not-computable`: `no-trials`, `no-variation` (all successes, all failures, or no more than one trial)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`
 * @example
 * ```ts
 * const test = nMinusOneChiSquared({ a: { successes: 9, trials: 12 }, b: { successes: 5, trials: 14 } });
 * test.status === "ok" && test.chiSquared; // => 3.858418367346939
 * ```
 */
export function nMinusOneChiSquared(table: TwoByTwoTable): ChiSquaredTest | NotComputable {
  const test = pooledZTest(table);
  if (test.status !== "ok") return test;
  const size = table.a.trials + table.b.trials;
  if (size <= 1) return noVariation;
  const z = Math.abs(test.z) * Math.sqrt((size - 1) / size);
  return { status: "ok", chiSquared: z * z, df: 1, p: 2 * normalUpperTail(z) };
}
