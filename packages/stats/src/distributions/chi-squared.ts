import { finiteNumber } from "../expect/finite-number.js";
import { inRange, shapeRange } from "../expect/in-range.js";
import { finiteQuantile, probabilityBelowOne } from "../expect/probability.js";
import { gammaQuantile } from "../special-functions/gamma-quantile.js";
import { gammaTails } from "../special-functions/incomplete-gamma.js";

function tailsAt(x: number, df: number): { lower: number; upper: number } {
  finiteNumber(x, "x");
  inRange(df, "df", shapeRange);
  return x / 2 > 0 ? gammaTails(df / 2, x / 2) : { lower: 0, upper: 1 };
}

/**
 * Chi-squared distribution with `df` degrees of freedom (0.000001 to 1e12, also fractional): the gamma distribution with
 * shape df/2 and rate ½.
 *
 * $$ F(x) = P\left(\tfrac{\nu}{2}, \tfrac{x}{2}\right) $$
 *
 * Either tail is computed for itself where it is small. Held to 1e-10 relative against R for 0.1 to 1e7 degrees of freedom.
 *
 * @throws `CxMetricsError` `argument.not-a-number`, `parameter.out-of-range`, `probability.out-of-range` (`p` = 1 has no
 * finite quantile)
 * @example
 * ```ts
 * chiSquaredDistribution.quantile(0.95, 1); // => 3.8414588206941236
 * chiSquaredDistribution.survival(10, 4); // => 0.04042768199451279
 * chiSquaredDistribution.cdf(10, 4); // => 0.9595723180054873
 * ```
 */
export const chiSquaredDistribution = {
  /** P(X ≤ x). */
  cdf(x: number, df: number): number {
    return tailsAt(x, df).lower;
  },
  /** P(X > x). */
  survival(x: number, df: number): number {
    return tailsAt(x, df).upper;
  },
  /** The x with P(X ≤ x) = p, for 0 ≤ p < 1. */
  quantile(p: number, df: number): number {
    probabilityBelowOne(p, "p");
    tailsAt(0, df);
    return p === 0 ? 0 : finiteQuantile(2 * gammaQuantile(df / 2, p, 1 - p), p);
  },
} as const;
