import { finiteNumber } from "../expect/finite-number.js";
import { inRange, positive } from "../expect/in-range.js";
import { finiteQuantile, openProbability } from "../expect/probability.js";
import { normalQuantile } from "../special-functions/normal-quantile.js";
import { normalUpperTail } from "../special-functions/normal-upper-tail.js";

function standardised(x: number, mean: number, sd: number): number {
  finiteNumber(x, "x");
  finiteNumber(mean, "mean");
  inRange(sd, "sd", positive);
  const distance = x - mean;
  return Number.isFinite(distance) ? distance / sd : x / sd - mean / sd;
}

/**
 * Normal distribution, with `mean` 0 and `sd` 1 where they are left out.
 *
 * $$ \Phi(z) = \frac{1}{\sqrt{2\pi}}\int_{-\infty}^{z} e^{-t^2/2}\,dt, \qquad z = \frac{x-\mu}{\sigma} $$
 *
 * `survival` is the upper tail, computed for itself: it keeps its relative accuracy where 1 − cdf would be 0.
 * Quantiles by Wichura's AS 241 (Applied Statistics 37, 1988). Held to 1e-10 relative against R.
 *
 * @throws `CxMetricsError` `argument.not-a-number` (infinities too), `parameter.out-of-range` (`sd` ≤ 0),
 * `probability.out-of-range` (`p` of 0 or 1 has no finite quantile)
 * @example
 * ```ts
 * normalDistribution.quantile(0.975); // => 1.959963984540054
 * normalDistribution.survival(1.959963984540054); // => 0.025
 * normalDistribution.cdf(110, 100, 15); // => 0.7475074624530771
 * ```
 */
export const normalDistribution = {
  /** P(X ≤ x). */
  cdf(x: number, mean = 0, sd = 1): number {
    return normalUpperTail(-standardised(x, mean, sd));
  },
  /** P(X > x). */
  survival(x: number, mean = 0, sd = 1): number {
    return normalUpperTail(standardised(x, mean, sd));
  },
  /** The x with P(X ≤ x) = p, for 0 < p < 1. */
  quantile(p: number, mean = 0, sd = 1): number {
    openProbability(p, "p");
    standardised(0, mean, sd);
    return finiteQuantile(mean + sd * normalQuantile(p), p);
  },
} as const;
