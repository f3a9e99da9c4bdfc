import { expectScale } from "../expect-scale.js";
import type { RatingTally } from "../rating-tally.js";
import { count } from "../tally-builder.js";
import { addToCell, type Cells, finishCells } from "./cell-sums.js";
import type { DesignCell, DesignTally } from "./design-tally.js";
import { expectDesign } from "./expect-design.js";

/**
 * The rating tally of a design tally: all units pooled, the design forgotten. Values stay as they are; standard errors and
 * intervals of the result ignore strata and clusters.
 *
 * @throws `CxMetricsError` `design.malformed`
 * @example
 * ```ts
 * const design = tallyDesign([5, 4, 4], { min: 1, max: 5 }, { clusters: ["a", "a", "b"] });
 * toRatingTally(design).counts; // => [0, 0, 0, 2, 1]
 * ```
 */
export function toRatingTally(design: DesignTally): RatingTally {
  const { scale, weighted, strata } = expectDesign(design, ["design"]);
  const pooled: Cells = new Map();
  const missing = new Map<string, number>();
  const invalid = new Map<string, number>();
  for (const stratum of strata) {
    for (const { cells } of stratum.units)
      for (const cell of cells)
        addToCell(pooled, cell.point - scale.min, cell.weightSum, cell.count, cell.squaredWeightSum);
    for (const [reason, records] of Object.entries(stratum.missing)) count(missing, reason, records);
    for (const [reason, records] of Object.entries(stratum.invalid)) count(invalid, reason, records);
  }
  const column = () => new Array<number>(scale.max - scale.min + 1).fill(0);
  const [counts, weightSums, squaredWeightSums] = [column(), column(), column()];
  for (const { point, ...sums } of finishCells<DesignCell>(pooled, (point) => ({ point }))) {
    counts[point] = sums.count;
    weightSums[point] = sums.weightSum;
    squaredWeightSums[point] = sums.squaredWeightSum;
  }
  return {
    scale: expectScale(scale, ["design", "scale"]),
    weighted,
    counts,
    weightSums,
    squaredWeightSums,
    missing: Object.fromEntries(missing),
    invalid: Object.fromEntries(invalid),
  };
}
