import { expectScale } from "../expect-scale.js";
import { expectColumn } from "../rating-options.js";
import type { RatingScale } from "../scale.js";
import { addToDomain, finishDesign, startDomain } from "./design-builder.js";
import { type DesignOptions, expectDesignOptions } from "./design-options.js";
import type { DesignTally } from "./design-tally.js";
import { addToFrame, startFrame } from "./sample-frame.js";

/**
 * Tallies the ratings of a sample with its design: stratum and primary sampling unit of every record.
 *
 * Clusters are the units that were drawn (flights, branches, days), so that the answers inside one are not independent; without
 * them every record is a unit. A unit whose records hold no answer stays in the tally: it was drawn, and the variance counts it.
 * Clusters are nested in strata. A record without a key stops the tally, because pooling such records into one unit would be a
 * guess. Ratings, codes and weights are read as `tallyRatings` reads them; weights are those of the design (1 / chance of being
 * asked, perhaps corrected for non-response).
 *
 * @param ratings one rating per record of the whole sample, `null` where there is no answer
 * @param options `strata`, `clusters`, `weights`, `missing`, `onInvalid`, `populations`, `sample`, `calibratedWeights`
 * @throws `CxMetricsError` `design.not-a-key`, `design.population-not-allowed`, `design.population-below-sample`,
 * `design.option-not-allowed`, and as `tallyRatings` does
 * @example
 * ```ts
 * const tally = tallyDesign([5, 3, null, 4], { min: 1, max: 5 }, {
 *   strata: ["north", "north", "south", "south"],
 *   clusters: ["monday", "monday", "monday", "tuesday"],
 * });
 * tally.strata.map(({ stratum, sampleUnits }) => [stratum, sampleUnits]); // => [["north", 1], ["south", 2]]
 * tally.strata[1]?.units[0]; // => { unit: "monday", cells: [] }
 * ```
 */
export function tallyDesign(
  ratings: ArrayLike<number | null | undefined>,
  scale: RatingScale,
  options?: DesignOptions,
): DesignTally {
  const checked = expectScale(scale, ["scale"]);
  const rows = expectColumn(ratings, ["ratings"]);
  const settings = expectDesignOptions(options, rows);
  const frame = startFrame(settings);
  const domain = startDomain();
  for (let row = 0; row < rows; row++)
    addToDomain(domain, checked, settings, addToFrame(frame, settings, row), ratings[row], row);
  return finishDesign(frame, domain, checked, settings);
}
