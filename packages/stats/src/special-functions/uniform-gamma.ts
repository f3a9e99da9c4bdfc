import { deviance } from "./deviance.js";
import { millsRatio } from "./mills-ratio.js";
import type { Tails } from "./tails.js";
import { temmeCoefficients } from "./temme-coefficients.js";

/**
 * Both tails of the gamma distribution for large shapes (a ≥ 10 000) by Temme's uniform expansion (DLMF 8.12.3–8.12.12).
 *
 * $$ Q(a,x) = \tfrac12\operatorname{erfc}(\eta\sqrt{a/2}) + \frac{e^{-a\eta^2/2}}{\sqrt{2\pi a}}\sum_k c_k(\eta)a^{-k} $$
 *
 * The Mills ratio takes the exponential out of erfc, so that far tails keep their relative accuracy.
 */
export function uniformGammaTails(a: number, x: number): Tails {
  const halfSquare = deviance(a, x);
  const sign = x < a ? -1 : 1;
  const z = Math.sqrt(2 * halfSquare);
  const eta = (sign * z) / Math.sqrt(a);
  const density = Math.exp(-halfSquare) / 2.5066282746310002;
  // Beyond z = 39 both the tail and the density underflow, and the series is out of its range.
  if (z > 39) return sign < 0 ? { lower: 0, upper: 1, density: 0 } : { lower: 1, upper: 0, density: 0 };

  let correction = 0;
  for (let k = temmeCoefficients.length - 1; k >= 0; k--) {
    let value = 0;
    const coefficients = temmeCoefficients[k] ?? [];
    for (let i = coefficients.length - 1; i >= 0; i--) value = value * eta + (coefficients[i] ?? 0);
    correction = correction / a + value;
  }
  const tail = density * (millsRatio(z) + (sign * correction) / Math.sqrt(a));
  const atLog = density * Math.sqrt(a) * Math.exp(-1 / (12 * a));
  return sign < 0
    ? { lower: tail, upper: 1 - tail, density: atLog }
    : { lower: 1 - tail, upper: tail, density: atLog };
}
