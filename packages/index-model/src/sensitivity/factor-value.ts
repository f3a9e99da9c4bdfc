import { normalDistribution } from "@cxmetrics/stats";
import type { FactorRange } from "./factor.js";

/** Value of a range at the probability u, 0 < u < 1: its quantile. */
export function quantileOfRange(range: FactorRange, u: number): number {
  if (range.kind === "uniform") return range.lower + u * (range.upper - range.lower);
  if (range.kind === "triangular") {
    const { lower, mode, upper } = range;
    const width = upper - lower;
    const turn = (mode - lower) / width;
    return u < turn
      ? lower + Math.sqrt(u * width * (mode - lower))
      : upper - Math.sqrt((1 - u) * width * (upper - mode));
  }
  const { mean, sd } = range;
  const below = range.lower === undefined ? 0 : normalDistribution.cdf(range.lower, mean, sd);
  const upTo = range.upper === undefined ? 1 : normalDistribution.cdf(range.upper, mean, sd);
  const p = Math.min(1 - 2 ** -53, Math.max(2 ** -1022, below + u * (upTo - below)));
  const value = normalDistribution.quantile(p, mean, sd);
  return Math.min(range.upper ?? value, Math.max(range.lower ?? value, value));
}

/** Place of the choice at u: $\lfloor uK \rfloor$, so that every choice has the same chance whatever was drawn before. */
export function choiceAt(u: number, choices: number): number {
  return Math.min(choices - 1, Math.floor(u * choices));
}
