import type { NotComputable } from "@cxmetrics/definition";
import { type DifferenceTest, differenceByStandardErrors } from "@cxmetrics/stats";
import { expectLevel } from "../expect-level.js";
import { type ActorAttempts, estimateClusteredRate } from "./estimate-clustered-rate.js";

/**
 * Difference b − a of two conversions per attempt or session, attempts of one actor clustered, by a z test of the linearised
 * standard errors. The actors of a and b must be different people.
 *
 * $$ z = \frac{\hat p_b - \hat p_a}{\sqrt{se_a^2 + se_b^2}} $$
 *
 * @param a what is compared with: the control
 * @param b the variant
 * @param options `level`: confidence level, 0.95 by default
 * @returns the test, or the reason of the part that has no standard error
 * @throws `CxMetricsError` the codes of `estimateClusteredRate`
 * @example
 * ```ts
 * const a = [{ successes: 1, trials: 2 }, { successes: 0, trials: 3 }, { successes: 4, trials: 5 }];
 * const b = [{ successes: 2, trials: 2 }, { successes: 1, trials: 3 }, { successes: 3, trials: 3 }];
 * const test = compareClusteredRates(a, b);
 * test.status === "ok" && test.difference; // => 0.25
 * ```
 */
export function compareClusteredRates(
  a: readonly ActorAttempts[],
  b: readonly ActorAttempts[],
  options: { readonly level?: number } = {},
): DifferenceTest | NotComputable {
  const level = expectLevel(options);
  const from = estimateClusteredRate(a);
  const to = estimateClusteredRate(b);
  if (from.status !== "ok") return from;
  if (to.status !== "ok") return to;
  return differenceByStandardErrors({
    a: { value: from.rate, standardError: from.standardError },
    b: { value: to.rate, standardError: to.standardError },
    level,
  });
}
