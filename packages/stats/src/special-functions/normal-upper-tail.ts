import { centralRatio, millsRatio, normalDensity } from "./mills-ratio.js";

/** P(Z > z) of the standard normal distribution, with relative accuracy in the far tail. */
export function normalUpperTail(z: number): number {
  if (Math.abs(z) > 39) return z < 0 ? 1 : 0;
  if (Math.abs(z) < 2.2) return 0.5 - normalDensity(z) * centralRatio(z);
  const tail = normalDensity(z) * millsRatio(Math.abs(z));
  return z < 0 ? 1 - tail : tail;
}
