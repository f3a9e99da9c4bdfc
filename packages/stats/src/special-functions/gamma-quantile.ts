import { gammaTails } from "./incomplete-gamma.js";
import { invertTails } from "./invert-tails.js";
import { normalQuantile } from "./normal-quantile.js";
import { logFactorial } from "./stirling-error.js";

/** Point x of the gamma distribution with shape a and rate 1 that has the given tails, both strictly between 0 and 1. */
export function gammaQuantile(a: number, lower: number, upper: number): number {
  const logLower = lower <= upper ? Math.log(lower) : Math.log1p(-upper);
  // First term of the power series; exact where x is tiny.
  const leading = (logLower + logFactorial(a)) / a;
  if (leading < -40) return Math.exp(leading);
  // Wilson and Hilferty (1931): the cube root is nearly normal.
  const z = lower <= upper ? normalQuantile(lower) : -normalQuantile(upper);
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  const start = a > 0.5 && root > 0.3 ? Math.log(a) + 3 * Math.log(root) : Math.min(leading, 2);
  return Math.exp(invertTails((u) => gammaTails(a, Math.exp(u)), lower, upper, start));
}
