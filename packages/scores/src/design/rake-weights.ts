import type { NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { expectOptions, refuse } from "../rating-options.js";
import { mostWeight } from "../tally-builder.js";
import { type CalibratedWeights, finishCalibration, largestGap } from "./calibrated-weights.js";
import { badBounds, badCalibrationInput } from "./problems.js";
import { expectWeights, type Margin, type ReadMargin, readMargins, sumByPlace } from "./read-margins.js";
import { type TrimBounds, trimInPlace } from "./trim-weights.js";

/** Arguments of `rakeWeights`. */
export interface RakingInput {
  /** One weight per record; all 1 where there is no other. */
  readonly weights: ArrayLike<number>;
  readonly margins: readonly Margin[];
  /** Largest relative gap that may be left; 1e-12 where it is left out. */
  readonly tolerance?: number | undefined;
  /** Passes over all margins, 1…10000; 1000 where it is left out. */
  readonly maxIterations?: number | undefined;
  /** Least and largest weight as multiples of the mean weight; what is cut off is spread over the others in proportion. */
  readonly bounds?: TrimBounds | undefined;
}

/** Why raking stopped without weights. */
export interface RakingFailure extends NotComputable {
  readonly reason: "raking-not-converged";
  /** Largest |Σw / target − 1| after the last pass. */
  readonly maxGap: number;
  readonly iterations: number;
}

/**
 * Raking (iterative proportional fitting): multiplies the weights by margin after margin until all of them fit.
 *
 * $$ w_i \leftarrow w_i \frac{T_m(c)}{\sum_{j: c_j = c} w_j} \quad \text{for each margin m in turn} $$
 *
 * until the largest relative gap is within the tolerance. With bounds, each pass ends by trimming to multiples of the mean
 * weight, so that the weights meet margins and bounds together. Mistakes are loud: a category of the sample without a target, a
 * positive target without a record, margins with different totals. Weights that do not come to fit are an outcome with the gap that is
 * left, never weights that nearly fit.
 *
 * Source: Deming and Stephan (1940), Annals of Mathematical Statistics 11, 427–444.
 *
 * @returns the weights, or `not-computable` `raking-not-converged` with `maxGap` and `iterations`
 * @throws `CxMetricsError` `calibration.empty-cell`, `calibration.category-without-target`, `calibration.totals-differ`,
 * `calibration.margin-repeated`, `calibration.bounds-not-allowed`, `calibration.not-allowed`, `option.unknown`
 * @example
 * ```ts
 * const raked = rakeWeights({
 *   weights: [1, 1, 1, 1, 1],
 *   margins: [
 *     { name: "channel", categories: ["app", "app", "app", "branch", "branch"], targets: { app: 50, branch: 50 } },
 *     { name: "age", categories: ["young", "young", "old", "old", "young"], targets: { young: 40, old: 60 } },
 *   ],
 * });
 * raked.status === "ok" && raked.weights[2]; // => 25.8872343938
 * ```
 */
export function rakeWeights(input: RakingInput): CalibratedWeights | RakingFailure {
  const names = ["weights", "margins", "tolerance", "maxIterations", "bounds"];
  const given = expectOptions(input, names) as unknown as RakingInput;
  const { tolerance = 1e-12, maxIterations = 1000, bounds } = given;
  if (!(typeof tolerance === "number" && tolerance > 0 && tolerance < 1))
    throw refuse(badCalibrationInput, ["tolerance"], "0 < tolerance < 1", tolerance);
  if (!(Number.isInteger(maxIterations) && maxIterations >= 1 && maxIterations <= 10_000))
    throw refuse(badCalibrationInput, ["maxIterations"], "1…10000", maxIterations);
  if (!Array.isArray(given.margins) || given.margins.length === 0)
    throw refuse(badCalibrationInput, ["margins"], "[{ name, categories, targets }]", given.margins);
  const limits = expectMultiples(bounds);
  const before = expectWeights(given.weights, ["weights"]);
  if (before.length === 0)
    throw refuse(badCalibrationInput, ["weights"], { en: "records", zh: "记录" }, given.weights);
  const margins = readMargins(given.margins, before, ["margins"]);

  const weights = before.slice();
  let maxGap = largestGap(before, margins);
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    for (const margin of margins) if (!fit(weights, margin)) return failure(maxGap, iteration);
    const trimmed = limits ? trimInPlace(weights, timesMean(limits, weights), "proportional") : 0;
    if (trimmed === null) return failure(maxGap, iteration);
    maxGap = largestGap(weights, margins);
    if (maxGap <= tolerance) return finishCalibration("raking", before, weights, margins, iteration, trimmed);
  }
  return failure(maxGap, maxIterations);
}

/** Fits one margin; false when a category with a target has lost all weight to another margin's target of 0. */
function fit(weights: Float64Array, { places, names, targets }: ReadMargin): boolean {
  const sums = sumByPlace(weights, places, names.length);
  if (targets.some((target, place) => target > 0 && !((sums[place] as number) > 0))) return false;
  for (let row = 0; row < weights.length; row++) {
    const place = places[row] as number;
    const sum = sums[place] as number;
    weights[row] = sum > 0 ? ((weights[row] as number) / sum) * (targets[place] as number) : 0;
  }
  return true;
}

/** Bounds in the unit of the weights. Records without weight are not part of the mean. */
function timesMean({ lower, upper }: TrimBounds, weights: Float64Array): TrimBounds {
  const held = weights.filter((weight) => weight > 0);
  const mean = compensatedSum(held) / held.length;
  return {
    lower: lower === undefined ? undefined : lower * mean,
    upper: upper === undefined ? undefined : upper * mean,
  };
}

function expectMultiples(bounds: unknown): TrimBounds | undefined {
  if (bounds === undefined) return undefined;
  const { lower = 0, upper = 1 } = expectOptions(bounds, ["lower", "upper"]) as TrimBounds;
  const fits = (value: unknown, least: number, most: number) =>
    typeof value === "number" && value >= least && value <= most;
  if (!fits(lower, 0, 1)) throw refuse(badBounds, ["bounds", "lower"], "0 ≤ lower ≤ 1", lower);
  if (!fits(upper, 1, mostWeight)) throw refuse(badBounds, ["bounds", "upper"], "upper ≥ 1", upper);
  return bounds as TrimBounds;
}

function failure(maxGap: number, iterations: number): RakingFailure {
  return {
    status: "not-computable",
    reason: "raking-not-converged",
    message: {
      en: "The weights did not come to fit all margins. Join small categories, widen the bounds, or allow more passes.",
      zh: "权重未能同时满足各边际。请合并小类别、放宽上下限，或增加迭代次数。",
    },
    maxGap,
    iterations,
  };
}
