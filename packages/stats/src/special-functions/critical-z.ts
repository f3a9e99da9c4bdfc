import { normalQuantile } from "./normal-quantile.js";

/** Two-sided standard normal critical value: 1.96 for a level of 0.95. */
export function criticalZ(level: number): number {
  return Math.abs(normalQuantile((1 - level) / 2));
}
