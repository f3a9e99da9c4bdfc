import { expectColumn, type RatingOptions } from "./rating-options.js";
import type { RatingTally } from "./rating-tally.js";
import type { RatingScale } from "./scale.js";
import { addRow, finishTally, startTally, type TallyBuilder } from "./tally-builder.js";
import { addBytes } from "./tally-bytes.js";

/**
 * Tallies a column whose scale and options are already checked. The fast way for weighted bytes is the caller's to bring: an NPS in a
 * browser does without.
 */
export function tallyColumn(
  ratings: ArrayLike<number | null | undefined>,
  scale: RatingScale,
  options: RatingOptions,
  addWeighted?: (tally: TallyBuilder, ratings: Uint8Array, weights: ArrayLike<number>) => boolean,
): RatingTally {
  const { weights } = options;
  const rows = expectColumn(ratings, ["ratings"]);
  if (weights !== undefined) expectColumn(weights, ["options", "weights"], rows);
  const tally = startTally(scale, options);
  if (ratings instanceof Uint8Array) {
    const added = weights === undefined ? addBytes(tally, ratings) : addWeighted?.(tally, ratings, weights);
    if (added) return finishTally(tally);
  }
  for (let row = 0; row < rows; row++) addRow(tally, ratings[row], weights?.[row], row);
  return finishTally(tally);
}
