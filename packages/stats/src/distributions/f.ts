import { finiteNumber } from "../expect/finite-number.js";
import { inRange, shapeRange } from "../expect/in-range.js";
import { finiteQuantile, probabilityBelowOne } from "../expect/probability.js";
import { betaLogitQuantile } from "../special-functions/beta-logit-quantile.js";
import { betaTails, unitPointAtLogit } from "../special-functions/incomplete-beta.js";

function tailsAt(x: number, df1: number, df2: number): { lower: number; upper: number } {
  finiteNumber(x, "x");
  inRange(df1, "df1", shapeRange);
  inRange(df2, "df2", shapeRange);
  if (x <= 0) return { lower: 0, upper: 1 };
  const scaled = x * df1;
  const sum = scaled + df2;
  const point =
    scaled > 1e-290 && scaled < 1e290
      ? { x: scaled / sum, y: df2 / sum, logX: -Math.log1p(df2 / scaled), logY: -Math.log1p(scaled / df2) }
      : unitPointAtLogit(Math.log(x) + Math.log(df1) - Math.log(df2));
  return betaTails(df1 / 2, df2 / 2, point);
}

/**
 * F distribution with `df1` and `df2` degrees of freedom (0.000001 to 1e12, also fractional).
 *
 * $$ F(x) = I_{\nu_1x/(\nu_1x+\nu_2)}\left(\tfrac{\nu_1}{2}, \tfrac{\nu_2}{2}\right) $$
 *
 * Nothing lies below 0: there the cdf is 0. Either tail is computed for itself where it is small.
 * Held to 1e-10 relative against R for 0.1 to 1e7 degrees of freedom.
 *
 * @throws `CxMetricsError` `argument.not-a-number`, `parameter.out-of-range`, `probability.out-of-range` (`p` = 1, or a quantile
 * beyond the largest double)
 * @example
 * ```ts
 * fDistribution.quantile(0.95, 3, 20); // => 3.09839121214078
 * fDistribution.survival(4, 3, 20); // => 0.02207699966236243
 * fDistribution.cdf(4, 3, 20); // => 0.9779230003376376
 * ```
 */
export const fDistribution = {
  /** P(X ≤ x). */
  cdf(x: number, df1: number, df2: number): number {
    return tailsAt(x, df1, df2).lower;
  },
  /** P(X > x). */
  survival(x: number, df1: number, df2: number): number {
    return tailsAt(x, df1, df2).upper;
  },
  /** The x with P(X ≤ x) = p, for 0 ≤ p < 1. */
  quantile(p: number, df1: number, df2: number): number {
    probabilityBelowOne(p, "p");
    tailsAt(0, df1, df2);
    if (p === 0) return 0;
    const logit = betaLogitQuantile(df1 / 2, df2 / 2, p, 1 - p);
    return finiteQuantile(Math.exp(logit) * (df2 / df1), p);
  },
} as const;
