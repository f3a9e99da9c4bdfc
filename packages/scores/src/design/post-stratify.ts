import { refuse } from "../rating-options.js";
import { type CalibratedWeights, finishCalibration } from "./calibrated-weights.js";
import { badCalibrationInput } from "./problems.js";
import { expectWeights, type Margin, readMargins, sumByPlace } from "./read-margins.js";

/**
 * Post-stratification: multiplies the weights of each cell so that they add up to its population.
 *
 * $$ w_i \leftarrow w_i \frac{N_c}{\sum_{j \in c} w_j} $$
 *
 * A standard error that takes these weights as they are is usually too large, because it does not know that the cells are
 * now without error: see `calibratedStandardError`, and say `calibratedWeights: true` to `tallyDesign`.
 *
 * @param weights one per record, all records of the sample
 * @param cells cell of each record: a text or finite number
 * @param targets population of each cell, counts or shares; a cell with the target 0 loses its weight
 * @throws `CxMetricsError` `calibration.empty-cell`, `calibration.category-without-target`, `calibration.not-allowed`,
 * `ratings.not-a-list`, `ratings.length-mismatch`
 * @example
 * ```ts
 * const fitted = postStratify([1, 1, 1, 1], ["app", "app", "app", "branch"], { app: 600, branch: 400 });
 * fitted.weights; // => [200, 200, 200, 400]
 * fitted.designEffect.after; // => 1.12
 * ```
 */
export function postStratify(
  weights: ArrayLike<number>,
  cells: Margin["categories"],
  targets: Margin["targets"],
): CalibratedWeights {
  const before = expectWeights(weights, ["weights"]);
  if (before.length === 0)
    throw refuse(badCalibrationInput, ["weights"], { en: "records", zh: "记录" }, weights);
  const margins = readMargins([{ name: "cells", categories: cells, targets }], before, ["margins"]);
  const after = before.slice();
  for (const { places, names, targets: wanted } of margins) {
    const sums = sumByPlace(before, places, names.length);
    for (let row = 0; row < after.length; row++) {
      const place = places[row] as number;
      const sum = sums[place] as number;
      after[row] = sum > 0 ? ((after[row] as number) / sum) * (wanted[place] as number) : 0;
    }
  }
  return finishCalibration("post-stratification", before, after, margins, 1, 0);
}
