import { betaLogitQuantile } from "./beta-logit-quantile.js";

/** Two-sided critical value of Student's t: 2.262 for a level of 0.95 and 9 degrees of freedom. */
export function criticalT(level: number, df: number): number {
  return Math.exp((Math.log(df) + betaLogitQuantile(0.5, df / 2, level, 1 - level)) / 2);
}
