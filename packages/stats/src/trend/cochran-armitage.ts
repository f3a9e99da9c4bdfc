import { CxMetricsError, describeValue, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "../compensated-sum.js";
import { finiteNumber } from "../expect/finite-number.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { proportionCounts } from "../proportion-interval/proportion-counts.js";
import { noTrials, noVariation } from "../reasons.js";
import { normalUpperTail } from "../special-functions/normal-upper-tail.js";
import { groupsNotAList } from "./problems.js";
import { sameTime } from "./reasons.js";

/** Successes of one group. */
export interface TrendGroup {
  readonly successes: number;
  readonly trials: number;
  /** Place of the group on the scale of time or dose; its position 0, 1, 2 … where it is left out. */
  readonly score?: number;
}

/** A Cochran–Armitage test. */
export interface CochranArmitageTest {
  readonly status: "ok";
  /** Positive where the share rises with the score. */
  readonly z: number;
  /** z², with one degree of freedom. */
  readonly chiSquared: number;
  /** Two-sided p-value of no trend. */
  readonly p: number;
  /** Change of the share for each unit of score, by least squares weighted with trials. */
  readonly slope: number;
}

/**
 * Cochran–Armitage test of a linear trend in shares across ordered groups, such as top-2-box CSAT by month.
 *
 * $$ z = \frac{\sum s_i(x_i - n_i\bar p)}{\sqrt{\bar p(1-\bar p)\left(\sum n_i s_i^2 - (\sum n_i s_i)^2/N\right)}} $$
 *
 * The variance has divisor N, not N − 1; agrees with R's `prop.trend.test`. Groups without trials count for nothing.
 * Source: Cochran, Biometrics 10 (1954) 417–451; Armitage, Biometrics 11 (1955) 375–386.
 *
 * @param groups in their order
 * @returns the test, or `not-computable`: `no-trials`, `no-variation` (no or all successes), `same-time` (fewer than two scores with trials)
 * @throws `CxMetricsError` `trend.groups-not-a-list`, `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`,
 * `result.not-representable`
 * @example
 * ```ts
 * const test = cochranArmitage([
 *   { successes: 83, trials: 86 },
 *   { successes: 90, trials: 93 },
 *   { successes: 129, trials: 136 },
 *   { successes: 70, trials: 82 },
 * ]);
 * test.status === "ok" && test.chiSquared; // => 8.224922285197701
 * ```
 */
export function cochranArmitage(groups: readonly TrendGroup[]): CochranArmitageTest | NotComputable {
  if (!Array.isArray(groups)) {
    throw new CxMetricsError(groupsNotAList, { path: ["groups"], values: { found: describeValue(groups) } });
  }
  const counted = Array.from(groups as readonly TrendGroup[], group).filter(({ trials }) => trials > 0);
  const total = compensatedSum(counted.map(({ trials }) => trials));
  if (total === 0) return noTrials;
  const share = compensatedSum(counted.map(({ successes }) => successes)) / total;
  if (share <= 0 || share >= 1) return noVariation;
  if (counted.every(({ score }) => score === counted[0]?.score)) return sameTime;
  const mean = representable(
    compensatedSum(counted.map(({ trials, score }) => (trials / total) * score)),
    "mean score",
  );
  // About the mean score nothing cancels: Σ s(x − np̄) = Σ (s − s̄)(x − np̄).
  const excess = compensatedSum(
    counted.map(({ successes, trials, score }) => (score - mean) * (successes - trials * share)),
  );
  const spread = representable(
    compensatedSum(counted.map(({ trials, score }) => trials * (score - mean) ** 2)),
    "spread of scores",
  );
  if (spread === 0) return sameTime;
  const z = representable(excess / Math.sqrt(share * (1 - share)) / Math.sqrt(spread), "z");
  return {
    status: "ok",
    z,
    chiSquared: representable(z * z, "chiSquared"),
    p: 2 * normalUpperTail(Math.abs(z)),
    slope: representable(excess / spread, "slope"),
  };
}

function group(given: TrendGroup, index: number): Required<TrendGroup> {
  const { successes, trials, score = index } = namedMembers(given, `groups[${index}]`, ["groups", index]);
  const counts = proportionCounts({ successes, trials }, ["groups", index]);
  return { ...counts, score: finiteNumber(score, "score", ["groups", index, "score"]) };
}
