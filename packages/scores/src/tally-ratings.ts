import { expectScale } from "./expect-scale.js";
import { expectRatingOptions, type RatingOptions } from "./rating-options.js";
import type { RatingTally } from "./rating-tally.js";
import type { RatingScale } from "./scale.js";
import { tallyColumn } from "./tally-column.js";
import { addWeightedBytes } from "./tally-weighted-bytes.js";

/**
 * Tallies raw ratings: per scale point the answers, their weights and squared weights. Everything a score needs, and tallies
 * merge, so the ratings themselves may stay where they are.
 *
 * Every row ends in exactly one place. `null` and `undefined` are missing (`blank`); declared codes are missing (`code 11`), on
 * the scale or off it; a whole point of the scale is an answer. Anything else stops the tally and names its row, or is counted
 * under `invalid` with `onInvalid: "count"`. A rating of 11 is never a promoter.
 *
 * Weights are 0 or finite numbers from 1e-140 to 1e140, read only for rows with an answer. An answer of weight 0 is counted and
 * adds nothing to the sums. Sums are compensated: the order of rows changes them by no more than one rounding (blocks of
 * 2048 rows when ratings come as a `Uint8Array`: relative error below 1.2e-13).
 *
 * A `Uint8Array` is the fast way in: without weights it takes about as long as summing the array.
 *
 * @param ratings one rating per row; texts are refused, never converted
 * @param scale the scale on which the question was asked
 * @throws `CxMetricsError` `rating.off-scale`, `rating.not-whole`, `rating.not-a-number`, `weight.not-allowed` with the row in
 * `path`; `ratings.not-a-list`, `ratings.length-mismatch`, `scale.not-allowed`, `option.unknown`, `option.not-allowed`
 * @example
 * ```ts
 * const tally = tallyRatings([5, 4, 4, null, 9], { min: 1, max: 5 }, { missing: [9] });
 * tally.counts; // => [0, 0, 0, 2, 1]
 * tally.missing; // => { blank: 1, "code 9": 1 }
 * tallyRatings([5, 4, 4], { min: 1, max: 5 }, { weights: [0.5, 2, 1] }).weightSums; // => [0, 0, 0, 3, 0.5]
 * ```
 */
export function tallyRatings(
  ratings: ArrayLike<number | null | undefined>,
  scale: RatingScale,
  options?: RatingOptions,
): RatingTally {
  const checked = expectScale(scale, ["scale"]);
  return tallyColumn(ratings, checked, expectRatingOptions(options), addWeightedBytes);
}
