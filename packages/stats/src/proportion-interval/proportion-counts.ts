import type { ProblemPath } from "@cxmetrics/definition";
import { inRange, notNegative, sampleSize } from "../expect/in-range.js";

/** Successes out of trials; under weights, the effective numbers. */
export interface ProportionCounts {
  /** From 0 to `trials`; need not be whole. */
  readonly successes: number;
  /** From 0 to 1e12; need not be whole. */
  readonly trials: number;
}

/** Checked counts; `path` names the member of the input they came from. */
export function proportionCounts(
  { successes, trials }: ProportionCounts,
  path: ProblemPath = [],
): ProportionCounts {
  inRange(trials, "trials", sampleSize, [...path, "trials"]);
  inRange(successes, "successes", notNegative, [...path, "successes"]);
  const withinTrials = {
    holds: (value: number) => value <= trials,
    en: `at most the number of trials, ${trials}`,
    zh: `不超过试验次数 ${trials}`,
  };
  inRange(successes, "successes", withinTrials, [...path, "successes"]);
  return { successes, trials };
}
