import { expectScale } from "../expect-scale.js";
import type { DesignCell, DesignStratum, DesignTally } from "./design-tally.js";
import { expectDesign } from "./expect-design.js";
import { expectOneSample, expectOneScale, mergeFlags, mergeStrata } from "./merge-sample.js";

/**
 * One design tally of several parts of a sample: days, shards, files. Strata merge by name and units by key, so that a unit whose
 * records are split over parts is whole again before its total is squared. Without clusters every record is a unit, and units add.
 *
 * The parts must hold different records. Without clusters, do not merge the tallies of `tallyDesignBy` with one another: each of
 * them counts the records of the whole sample; give the records one group name instead.
 *
 * @returns the merged tally; `non-probability` as soon as one part is, `calibratedWeights` too
 * @throws `CxMetricsError` `design.nothing-to-merge`, `design.merge-mismatch`, `design.population-below-sample`, `design.malformed`
 * @example
 * ```ts
 * const scale = { min: 1, max: 5 };
 * const morning = tallyDesign([5, 4], scale, { clusters: ["branch 1", "branch 2"] });
 * const evening = tallyDesign([3, null], scale, { clusters: ["branch 1", "branch 3"] });
 * const day = mergeDesignTallies(morning, evening);
 * day.strata[0]?.sampleUnits; // => 3
 * day.strata[0]?.units[0]?.cells.map(({ point, count }) => [point, count]); // => [[3, 1], [5, 1]]
 * ```
 */
export function mergeDesignTallies(...tallies: readonly DesignTally[]): DesignTally {
  const parts = tallies.map((tally, index) => expectDesign(tally, ["tallies", index]));
  const first = expectOneSample(parts);
  expectOneScale(parts.map(({ scale }) => scale));
  return {
    scale: expectScale(first.scale, ["tallies", 0, "scale"]),
    clustered: first.clustered,
    ...mergeFlags(parts),
    strata: mergeStrata<DesignCell, DesignStratum>(parts, ({ point }) => point, ["missing", "invalid"]),
  };
}
