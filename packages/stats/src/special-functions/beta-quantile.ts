import { betaLogitQuantile } from "./beta-logit-quantile.js";
import { unitPointAtLogit } from "./incomplete-beta.js";

/** Point of the beta distribution with parameters a, b > 0 that has the lower tail p, strictly between 0 and 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  return unitPointAtLogit(betaLogitQuantile(a, b, p, 1 - p)).x;
}

/** Point of the beta distribution with parameters a, b > 0 that has the upper tail q, strictly between 0 and 1. */
export function betaUpperQuantile(q: number, a: number, b: number): number {
  return unitPointAtLogit(betaLogitQuantile(a, b, 1 - q, q)).x;
}
