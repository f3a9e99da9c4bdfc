import { finiteNumber } from "../expect/finite-number.js";
import { inRange, positive, shapeRange } from "../expect/in-range.js";
import { finiteQuantile, probabilityBelowOne } from "../expect/probability.js";
import { gammaQuantile } from "../special-functions/gamma-quantile.js";
import { gammaTails } from "../special-functions/incomplete-gamma.js";

function tailsAt(x: number, shape: number, rate: number): { lower: number; upper: number } {
  finiteNumber(x, "x");
  inRange(shape, "shape", shapeRange);
  inRange(rate, "rate", positive);
  const scaled = x * rate;
  if (scaled <= 0) return { lower: 0, upper: 1 };
  return scaled === Number.POSITIVE_INFINITY ? { lower: 1, upper: 0 } : gammaTails(shape, scaled);
}

/**
 * Gamma distribution with a `shape` (0.000001 to 1e12) and a `rate` (1 where it is left out; the scale is 1/rate).
 *
 * $$ P(a, x) = \frac{1}{\Gamma(a)}\int_0^{x} t^{a-1}e^{-t}\,dt $$
 *
 * Nothing lies below 0: there the cdf is 0. Either tail is computed for itself where it is small. A quantile below the
 * smallest double is 0, its correct rounding. Held to 1e-10 relative against R for shapes of 0.01 to 1e6.
 *
 * @throws `CxMetricsError` `argument.not-a-number`, `parameter.out-of-range`, `probability.out-of-range` (`p` = 1 has no
 * finite quantile)
 * @example
 * ```ts
 * gammaDistribution.cdf(3, 2); // => 0.8008517265285442
 * gammaDistribution.survival(3, 2); // => 0.19914827347145578
 * gammaDistribution.quantile(0.5, 2, 4); // => 0.4195867475041967
 * ```
 */
export const gammaDistribution = {
  /** P(X ≤ x). */
  cdf(x: number, shape: number, rate = 1): number {
    return tailsAt(x, shape, rate).lower;
  },
  /** P(X > x). */
  survival(x: number, shape: number, rate = 1): number {
    return tailsAt(x, shape, rate).upper;
  },
  /** The x with P(X ≤ x) = p, for 0 ≤ p < 1. */
  quantile(p: number, shape: number, rate = 1): number {
    probabilityBelowOne(p, "p");
    tailsAt(0, shape, rate);
    return p === 0 ? 0 : finiteQuantile(gammaQuantile(shape, p, 1 - p) / rate, p);
  },
} as const;
