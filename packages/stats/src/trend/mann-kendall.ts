import type { NotComputable } from "@cxmetrics/definition";
import { numbersOrNulls } from "../expect/numbers-or-nulls.js";
import { noObservations, noVariation, singleObservation } from "../reasons.js";
import { normalUpperTail } from "../special-functions/normal-upper-tail.js";
import { kendallScore } from "./kendall-score.js";
import { timeSeries } from "./time-series.js";

/** A Mann–Kendall test. */
export interface MannKendallTest {
  readonly status: "ok";
  /** Kendall's S: pairs that rise less pairs that fall. */
  readonly s: number;
  /** Variance of S without trend, corrected for ties. */
  readonly variance: number;
  /** S, one step nearer to 0, over its standard deviation. */
  readonly z: number;
  /** Two-sided p-value of no trend. */
  readonly p: number;
  /** Kendall's τ-b of value and time, −1…1. */
  readonly tau: number;
  /** Values, missing ones left out. */
  readonly n: number;
}

/**
 * Mann–Kendall test of a monotonic trend: does the series rise or fall more often than chance would?
 *
 * $$ S = \sum_{i<j} \operatorname{sgn}(x_j - x_i), \qquad
 * \operatorname{Var} S = \frac{n(n-1)(2n+5) - \sum_t t(t-1)(2t+5)}{18}, \qquad z = \frac{S - \operatorname{sgn} S}{\sqrt{\operatorname{Var} S}} $$
 *
 * t runs over groups of equal values. The p-value is normal with continuity correction, as in R's
 * `cor.test(method = "kendall", exact = FALSE, continuity = TRUE)`; below about ten values it is rough. It assumes independent periods:
 * serial correlation makes it too small. Missing values (`null`) are left out.
 * Source: Mann, Econometrica 13 (1945) 245–259; Kendall, Rank Correlation Methods, 4th ed. (1975).
 *
 * @param values oldest first
 * @returns the test, or `not-computable`: `no-observations`, `single-observation`, `no-variation` (all values equal)
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-a-number` with the index
 * @example
 * ```ts
 * const test = mannKendall([62, 64, 63, 66, 66, 69, 71, 70]);
 * test.status === "ok" && test.s; // => 23
 * test.status === "ok" && test.p; // => 0.0060905460565788124
 * ```
 */
export function mannKendall(values: ArrayLike<number | null>): MannKendallTest | NotComputable {
  const { x, y } = timeSeries({ y: numbersOrNulls(values, "values") });
  const n = y.length;
  if (n === 0) return noObservations;
  if (n === 1) return singleObservation;
  const { s, untied, variance } = kendallScore(x, y);
  if (untied === 0) return noVariation;
  const z = (Math.sign(s) * Math.max(0, Math.abs(s) - 1)) / Math.sqrt(variance);
  return {
    status: "ok",
    s: s + 0,
    variance,
    z: z + 0,
    p: Math.min(1, 2 * normalUpperTail(Math.abs(z))),
    tau: s / Math.sqrt(untied) / Math.sqrt((n * (n - 1)) / 2) + 0,
    n,
  };
}
