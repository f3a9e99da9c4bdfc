import { finiteNumber } from "../expect/finite-number.js";
import { inRange, shapeRange } from "../expect/in-range.js";
import { probability } from "../expect/probability.js";
import { betaLogitQuantile } from "../special-functions/beta-logit-quantile.js";
import { betaTails, unitPoint, unitPointAtLogit } from "../special-functions/incomplete-beta.js";

function tailsAt(x: number, a: number, b: number): { lower: number; upper: number } {
  finiteNumber(x, "x");
  inRange(a, "a", shapeRange);
  inRange(b, "b", shapeRange);
  if (x <= 0) return { lower: 0, upper: 1 };
  return x >= 1 ? { lower: 1, upper: 0 } : betaTails(a, b, unitPoint(x));
}

/**
 * Beta distribution on 0…1 with shapes `a` and `b` (0.000001 to 1e12); its cdf is the regularised incomplete beta function.
 *
 * $$ I_x(a,b) = \frac{1}{B(a,b)}\int_0^x t^{a-1}(1-t)^{b-1}\,dt $$
 *
 * Below 0 the cdf is 0, above 1 it is 1. Either tail is computed for itself where it is small; a quantile nearer to 1 than
 * doubles can say is 1. Held to 1e-10 relative against R for shapes of 0.01 to 1e6.
 *
 * @throws `CxMetricsError` `argument.not-a-number`, `parameter.out-of-range`, `probability.out-of-range`
 * @example
 * ```ts
 * betaDistribution.cdf(0.3, 2, 5); // => 0.579825
 * betaDistribution.survival(0.3, 2, 5); // => 0.420175
 * betaDistribution.quantile(0.579825, 2, 5); // => 0.3
 * ```
 */
export const betaDistribution = {
  /** P(X ≤ x). */
  cdf(x: number, a: number, b: number): number {
    return tailsAt(x, a, b).lower;
  },
  /** P(X > x). */
  survival(x: number, a: number, b: number): number {
    return tailsAt(x, a, b).upper;
  },
  /** The x with P(X ≤ x) = p, for 0 ≤ p ≤ 1. */
  quantile(p: number, a: number, b: number): number {
    probability(p, "p");
    tailsAt(0, a, b);
    return p === 0 || p === 1 ? p + 0 : unitPointAtLogit(betaLogitQuantile(a, b, p, 1 - p)).x;
  },
} as const;
