import { betaTails, unitPointAtLogit } from "./incomplete-beta.js";
import { invertTails } from "./invert-tails.js";
import { normalQuantile } from "./normal-quantile.js";
import { stirlingError } from "./stirling-error.js";

/**
 * Logit of the point of the beta distribution with parameters a, b that has the given tails, both strictly between 0 and 1.
 * As a logit it keeps its accuracy near either end, and t and F quantiles follow without cancellation.
 */
export function betaLogitQuantile(a: number, b: number, lower: number, upper: number): number {
  const u = start(a, b, lower, upper);
  // So far out the first term of the series, from which the start comes, is the whole of it.
  if (Math.abs(u) > 1e5) return u;
  return invertTails((logit) => betaTails(a, b, unitPointAtLogit(logit)), lower, upper, u);
}

function start(a: number, b: number, lower: number, upper: number): number {
  const byLower = lower <= upper;
  if (a >= 1 && b >= 1) {
    const z = byLower ? normalQuantile(lower) : -normalQuantile(upper);
    return Math.log(a / b) + z * Math.sqrt(1 / a + 1 / b);
  }
  const logBeta = logBetaFunction(a, b);
  // First term of the power series at the end where the wanted tail lies.
  return byLower
    ? Math.min((Math.log(lower) + Math.log(a) + logBeta) / a, 1)
    : -Math.min((Math.log(upper) + Math.log(b) + logBeta) / b, 1);
}

/** log B(a, b) by Stirling's formula and its error, so that large terms do not cancel. */
function logBetaFunction(a: number, b: number): number {
  const n = a + b;
  const scale = (Math.log(2 * Math.PI) + Math.log(n) - Math.log(a) - Math.log(b)) / 2;
  const powers =
    a < b ? a * Math.log(a / n) + b * Math.log1p(-a / n) : a * Math.log1p(-b / n) + b * Math.log(b / n);
  return stirlingError(a) + stirlingError(b) - stirlingError(n) + scale + powers;
}
