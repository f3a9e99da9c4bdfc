import { deviance } from "./deviance.js";
import { logGamma1p } from "./log-gamma-1p.js";
import { stirlingError } from "./stirling-error.js";
import type { Tails } from "./tails.js";
import { uniformGammaTails } from "./uniform-gamma.js";

/**
 * Both tails of the gamma distribution with shape a > 0 and rate 1 at x > 0, and the density with respect to log x.
 *
 * Power series below a + 1, Legendre's continued fraction above (DLMF 8.7.1, 8.9.2), Temme's uniform expansion from
 * a = 10 000. The prefactor x^a e^{−x}/Γ(a) is Loader's saddle-point form, which has no large terms to cancel.
 */
export function gammaTails(a: number, x: number): Tails {
  if (a >= 1e4) return uniformGammaTails(a, x);
  const density = gammaDensity(a, x);
  if (a < 1 && x < 1) return smallShape(a, x, density);
  if (x < a + 1) {
    const lower = density * lowerSeries(a, x);
    return { lower, upper: 1 - lower, density };
  }
  const upper = density * upperFraction(a, x);
  return { lower: 1 - upper, upper, density };
}

/** x^a e^{−x}/Γ(a). */
function gammaDensity(a: number, x: number): number {
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-stirlingError(a) - deviance(a, x));
}

/** Σ x^k / (a(a+1)…(a+k)): lower tail over density. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = a + 1; term > 1e-17 * sum; n += 1) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

/** Upper tail over density, by the modified Lentz algorithm. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let f = d;
  for (let i = 1; i < 100_000; i++) {
    const an = i * (a - i);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const factor = c * d;
    f *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return f;
}

/**
 * Shapes and points below 1: the upper tail may be small although x is, so it is not taken as 1 − lower.
 * P = x^a/Γ(a+1) · (1 + a Σ (−x)^n/(n!(a+n))) (DLMF 8.7.1).
 */
function smallShape(a: number, x: number, density: number): Tails {
  let sum = 0;
  let power = 1;
  for (let n = 1; n < 100; n++) {
    power *= -x / n;
    const next = sum + power / (a + n);
    if (next === sum) break;
    sum = next;
  }
  const logLead = a * Math.log(x) - logGamma1p(a);
  const correction = Math.exp(logLead) * a * sum;
  return { lower: Math.exp(logLead) + correction, upper: -Math.expm1(logLead) - correction, density };
}
