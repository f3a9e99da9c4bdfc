import { inRange } from "../expect/in-range.js";
import { representable } from "../expect/representable.js";
import { designEffectRange, populationSize } from "./ranges.js";

/** What turns the size of a simple random sample into that of the sample at hand. */
export interface SampleDesign {
  /** Members of the population, at least 1; unlimited where it is left out. */
  readonly population?: number;
  /** Variance of the design over that of a simple random sample, such as Kish's 1 + CV² of the weights; 1 where it is left out. */
  readonly designEffect?: number;
}

/** A planned number of completed answers. */
export interface SampleSize {
  readonly status: "ok";
  /** Whole number of answers, rounded up, at least 1. */
  readonly n: number;
  /** What the formula gives before rounding; may be below 1. */
  readonly unrounded: number;
}

/** From the size of a simple random sample: times the design effect, then corrected for the population, then rounded up. */
export function plannedSize(simple: number, { designEffect = 1, population }: SampleDesign): SampleSize {
  inRange(designEffect, "designEffect", designEffectRange);
  if (population !== undefined) inRange(population, "population", populationSize);
  const designed = representable(simple * designEffect, "n");
  const unrounded =
    population === undefined || designed <= 1 ? designed : designed / (1 + (designed - 1) / population);
  // A whole number that rounding errors have lifted is not the next one.
  return { status: "ok", n: Math.max(1, Math.ceil(unrounded * (1 - 1e-12))), unrounded };
}
