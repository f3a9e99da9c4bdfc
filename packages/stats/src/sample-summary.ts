import { finiteNumber } from "./expect/finite-number.js";
import { inRange, notNegative, sampleSize } from "./expect/in-range.js";

/** Mean, standard deviation and size of one sample. */
export interface SampleSummary {
  readonly mean: number;
  /** Sample standard deviation (divisor n − 1), at least 0. */
  readonly standardDeviation: number;
  /** Number of observations, or the effective number under weights; need not be whole. */
  readonly n: number;
}

/** Checked summary; `path` names the member of the input it came from. */
export function sampleSummary(
  { mean, standardDeviation, n }: SampleSummary,
  path: readonly string[] = [],
): SampleSummary {
  finiteNumber(mean, "mean", [...path, "mean"]);
  inRange(standardDeviation, "standardDeviation", notNegative, [...path, "standardDeviation"]);
  inRange(n, "n", sampleSize, [...path, "n"]);
  return { mean, standardDeviation, n };
}
