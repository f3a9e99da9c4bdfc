import type { Interval, NotComputable } from "@cxmetrics/definition";
import { confidenceLevel } from "./expect/level.js";
import { namedMembers } from "./expect/named-members.js";
import { representable } from "./expect/representable.js";
import { intervalOf } from "./interval-of.js";
import { noObservations, noVariation, singleObservation } from "./reasons.js";
import { type SampleSummary, sampleSummary } from "./sample-summary.js";
import { criticalT } from "./special-functions/critical-t.js";
import { studentTails } from "./special-functions/student-tails.js";

/** Arguments of `welchTest`. */
export interface WelchTestInput {
  /** What is compared with: the earlier wave, the other group. */
  readonly a: SampleSummary;
  readonly b: SampleSummary;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** A difference of means b − a with Welch's t test. */
export interface WelchTest {
  readonly status: "ok";
  /** b − a, with its sign. */
  readonly difference: number;
  readonly standardError: number;
  readonly t: number;
  /** Satterthwaite's degrees of freedom; not whole. */
  readonly df: number;
  /** Two-sided p-value of equal means. */
  readonly p: number;
  readonly interval: Interval;
}

/**
 * Welch's test and interval for the difference b − a of the means of two independent samples with unequal variances.
 *
 * $$ t = \frac{\bar x_b - \bar x_a}{\sqrt{s_a^2/n_a + s_b^2/n_b}}, \qquad
 * \nu = \frac{(s_a^2/n_a + s_b^2/n_b)^2}{\frac{(s_a^2/n_a)^2}{n_a-1} + \frac{(s_b^2/n_b)^2}{n_b-1}} $$
 *
 * Sizes may be effective sizes. Source: Welch, Biometrika 34 (1947) 28–35. Agrees with R's `t.test`.
 *
 * @returns the test (interval method `welch`), or `not-computable`: `no-observations`, `single-observation`, `no-variation` (both
 * standard deviations 0)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `level.out-of-range`,
 * `result.not-representable`
 * @example
 * ```ts
 * const a = { mean: 5.1, standardDeviation: 1.2, n: 40 };
 * const b = { mean: 5.8, standardDeviation: 0.9, n: 35 };
 * const test = welchTest({ a, b });
 * test.status === "ok" && test.t; // => 2.878371788805152
 * test.status === "ok" && test.df; // => 71.4093454138247
 * ```
 */
export function welchTest(input: WelchTestInput): WelchTest | NotComputable {
  const { a, b, level: wanted } = namedMembers(input, "input");
  const from = sampleSummary(namedMembers(a, "a", ["a"]), ["a"]);
  const to = sampleSummary(namedMembers(b, "b", ["b"]), ["b"]);
  const level = confidenceLevel(wanted);
  if (from.n === 0 || to.n === 0) return noObservations;
  if (from.n <= 1 || to.n <= 1) return singleObservation;
  const errorA = from.standardDeviation / Math.sqrt(from.n);
  const errorB = to.standardDeviation / Math.sqrt(to.n);
  const standardError = representable(Math.hypot(errorA, errorB), "standardError");
  if (standardError === 0) return noVariation;
  // Shares of the variance, so that no fourth power overflows.
  const shareA = (errorA / standardError) ** 2;
  const shareB = (errorB / standardError) ** 2;
  const df = 1 / (shareA ** 2 / (from.n - 1) + shareB ** 2 / (to.n - 1));
  const critical = criticalT(level, df);
  if (critical === Number.POSITIVE_INFINITY) return singleObservation;
  const difference = representable(to.mean - from.mean, "difference");
  const t = representable(difference / standardError, "t");
  const margin = critical * standardError;
  return {
    status: "ok",
    difference,
    standardError,
    t,
    df,
    p: studentTails(t, df).outer,
    interval: intervalOf(difference - margin, difference + margin, level, "welch"),
  };
}
