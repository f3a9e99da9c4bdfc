import type { Interval, NotComputable } from "@cxmetrics/definition";
import { confidenceLevel } from "./expect/level.js";
import { namedMembers } from "./expect/named-members.js";
import { intervalOf } from "./interval-of.js";
import { newcombe } from "./proportion-difference/newcombe.js";
import { type ProportionCounts, proportionCounts } from "./proportion-interval/proportion-counts.js";
import { noTrials } from "./reasons.js";
import { pooledZTest } from "./two-by-two/pooled-z-test.js";

/** Arguments of `newcombeDifference`. */
export interface NewcombeDifferenceInput {
  /** What is compared with: the earlier wave, the other group. */
  readonly a: ProportionCounts;
  readonly b: ProportionCounts;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** A difference of proportions b − a with its interval and pooled z test. */
export interface ProportionDifference {
  readonly status: "ok";
  /** b − a, −1…1, with its sign. */
  readonly difference: number;
  readonly interval: Interval;
  /** Pooled z statistic, or `null` when both samples are all successes or all failures. */
  readonly z: number | null;
  /** Two-sided p-value of equal proportions, or `null` where there is no z. */
  readonly p: number | null;
}

/**
 * Difference b − a of two independent proportions: Newcombe's interval (method 10) and the pooled z test.
 *
 * With Wilson limits (l, u) of each proportion,
 * $$ \hat\delta - \sqrt{(\hat p_b - l_b)^2 + (u_a - \hat p_a)^2}, \qquad \hat\delta + \sqrt{(u_b - \hat p_b)^2 + (\hat p_a - l_a)^2} $$
 * $$ z = \frac{\hat p_b - \hat p_a}{\sqrt{\bar p(1-\bar p)(1/n_a + 1/n_b)}} $$
 *
 * No continuity correction; z² is the chi-squared statistic of R's `prop.test(correct = FALSE)`. Interval and test rest on
 * different variances and may disagree at the edge. Counts may be effective counts.
 * Source: Newcombe, Statistics in Medicine 17 (1998) 873–890.
 *
 * @returns difference, interval (method `newcombe`), z and p (both `null` when nothing varies), or `not-computable` `no-trials`
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `level.out-of-range`
 * @example
 * ```ts
 * const desktop = { successes: 188, trials: 317 };
 * const mobile = { successes: 102, trials: 213 };
 * const test = newcombeDifference({ a: mobile, b: desktop });
 * test.status === "ok" && test.difference; // => 0.1141866974718976
 * test.status === "ok" && test.z; // => 2.589215869738664
 * ```
 */
export function newcombeDifference(input: NewcombeDifferenceInput): ProportionDifference | NotComputable {
  const { a, b, level: wanted } = namedMembers(input, "input");
  const from = proportionCounts(namedMembers(a, "a", ["a"]), ["a"]);
  const to = proportionCounts(namedMembers(b, "b", ["b"]), ["b"]);
  const level = confidenceLevel(wanted);
  if (from.trials === 0 || to.trials === 0) return noTrials;
  const { lower, upper } = newcombe.limits(from, to, level);
  const test = pooledZTest({ a: from, b: to });
  return {
    status: "ok",
    difference: to.successes / to.trials - from.successes / from.trials + 0,
    interval: intervalOf(Math.max(-1, lower), Math.min(1, upper), level, newcombe.id),
    z: test.status === "ok" ? test.z : null,
    p: test.status === "ok" ? test.p : null,
  };
}
