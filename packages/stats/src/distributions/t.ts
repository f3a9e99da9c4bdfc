import { finiteNumber } from "../expect/finite-number.js";
import { inRange, shapeRange } from "../expect/in-range.js";
import { finiteQuantile, openProbability } from "../expect/probability.js";
import { betaLogitQuantile } from "../special-functions/beta-logit-quantile.js";
import { studentTails } from "../special-functions/student-tails.js";

function upperTail(x: number, df: number): number {
  finiteNumber(x, "x");
  inRange(df, "df", shapeRange);
  const { central, outer } = studentTails(x, df);
  return x < 0 ? 0.5 + central / 2 : outer / 2;
}

/**
 * Student's t distribution with `df` degrees of freedom (0.000001 to 1e12, also fractional).
 *
 * $$ P(|T| \le x) = I_{x^2/(\nu+x^2)}\left(\tfrac12, \tfrac{\nu}{2}\right) $$
 *
 * Either tail is computed for itself where it is small, and quantiles near the median from the central area.
 * Held to 1e-10 relative against R for 0.1 to 1e7 degrees of freedom.
 *
 * @throws `CxMetricsError` `argument.not-a-number`, `parameter.out-of-range`, `probability.out-of-range` (`p` of 0 or 1, or a
 * quantile beyond the largest double, as for `p` = 1e-300 with `df` = 0.1)
 * @example
 * ```ts
 * tDistribution.quantile(0.975, 9); // => 2.262157162798205
 * tDistribution.survival(2, 10); // => 0.0366940173853702
 * tDistribution.cdf(2, 10); // => 0.9633059826146297
 * ```
 */
export const tDistribution = {
  /** P(T ≤ x). */
  cdf(x: number, df: number): number {
    return upperTail(-finiteNumber(x, "x"), df);
  },
  /** P(T > x). */
  survival(x: number, df: number): number {
    return upperTail(x, df);
  },
  /** The x with P(T ≤ x) = p, for 0 < p < 1. */
  quantile(p: number, df: number): number {
    openProbability(p, "p");
    inRange(df, "df", shapeRange);
    if (p === 0.5) return 0;
    // Both are exact where they matter: 1 − p for p ≥ ½ and 2p − 1 for p ≥ ¼.
    const outer = 2 * Math.min(p, 1 - p);
    const logit = betaLogitQuantile(0.5, df / 2, Math.abs(2 * p - 1), outer);
    const x = Math.exp((Math.log(df) + logit) / 2);
    return finiteQuantile(p < 0.5 ? -x : x, p);
  },
} as const;
