import { finiteNumber } from "../expect/finite-number.js";
import { inRange, share, wholeSampleSize } from "../expect/in-range.js";
import { probability as expectProbability } from "../expect/probability.js";
import { betaTails, unitPoint } from "../special-functions/incomplete-beta.js";

function tailsAt(k: number, trials: number, probability: number): { lower: number; upper: number } {
  finiteNumber(k, "k");
  inRange(trials, "trials", wholeSampleSize);
  inRange(probability, "probability", share);
  const count = Math.floor(k);
  if (count < 0) return { lower: 0, upper: 1 };
  if (count >= trials || probability === 0) return { lower: 1, upper: 0 };
  if (probability === 1) return { lower: 0, upper: 1 };
  // More than k successes in n trials: the (k+1)-th of n ordered uniforms lies below the probability.
  const { lower, upper } = betaTails(count + 1, trials - count, unitPoint(probability));
  return { lower: upper, upper: lower };
}

/**
 * Binomial distribution: number of successes in `trials` independent trials with the same `probability`.
 *
 * $$ P(X \le k) = I_{1-p}(n-k, k+1) $$
 *
 * `k` may be any finite number and counts as its floor. Either tail is computed for itself where it is small.
 * Held to 1e-10 relative against R.
 *
 * @throws `CxMetricsError` `argument.not-a-number`, `parameter.out-of-range` (`trials` not a whole number of 0 to 1e12,
 * `probability` outside 0…1), `probability.out-of-range`
 * @example
 * ```ts
 * binomialDistribution.cdf(3, 10, 0.4); // => 0.3822806016
 * binomialDistribution.survival(3, 10, 0.4); // => 0.6177193984
 * binomialDistribution.quantile(0.05, 19, 0.5); // => 6
 * ```
 */
export const binomialDistribution = {
  /** P(X ≤ k). */
  cdf(k: number, trials: number, probability: number): number {
    return tailsAt(k, trials, probability).lower;
  },
  /** P(X > k). */
  survival(k: number, trials: number, probability: number): number {
    return tailsAt(k, trials, probability).upper;
  },
  /**
   * The smallest k with P(X ≤ k) ≥ p, for 0 ≤ p ≤ 1. Probabilities count as equal within 64 ulp of the smaller of p
   * and 1 − p, and above ½ within another 8 ulp of p, which is R's allowance.
   */
  quantile(p: number, trials: number, probability: number): number {
    expectProbability(p, "p");
    tailsAt(0, trials, probability);
    if (p === 0 || probability === 0) return 0;
    if (p === 1 || probability === 1) return trials + 0;
    // Near 1, 64 ulp of p would be many times what is left above it.
    const fuzz = Number.EPSILON * (p > 0.5 ? 8 * p + 64 * (1 - p) : 64 * p);
    const reached = (k: number) => tailsAt(k, trials, probability).lower >= p - fuzz;
    let below = -1;
    let above = trials;
    while (above - below > 1) {
      const middle = Math.floor((below + above) / 2);
      if (reached(middle)) above = middle;
      else below = middle;
    }
    return above + 0;
  },
} as const;
