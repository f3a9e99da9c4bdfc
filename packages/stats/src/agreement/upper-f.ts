import { fDistribution } from "../distributions/f.js";

/**
 * The upper (1 − level)/2 point of F, from the lower tail of its reciprocal, which keeps its digits at levels near 1; null where it is
 * not a positive double.
 */
export function upperF(level: number, df1: number, df2: number): number | null {
  if (!(df1 >= 1e-6 && df1 <= 1e12 && df2 >= 1e-6 && df2 <= 1e12)) return null;
  const point = 1 / fDistribution.quantile((1 - level) / 2, df2, df1);
  return Number.isFinite(point) && point > 0 ? point : null;
}
