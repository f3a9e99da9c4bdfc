import { compensatedSum } from "@cxmetrics/stats";
import type { DesignTally } from "./design-tally.js";
import { notPart } from "./expect-overlap.js";
import type { JointCell, JointTally } from "./joint-tally.js";
import type { LinearisedScore } from "./linearised-score.js";
import { type StratumSpread, spreadOf, stratumSpreads } from "./stratum-spread.js";

/**
 * How the units that two waves share scatter together. Clusters bring their totals over each whole wave, with the people who were
 * new; records bring their own answers.
 *
 * @throws `CxMetricsError` `overlap.not-part` when a cluster of the overlap is not in a wave
 */
export function sharedSpreads(
  overlap: JointTally,
  before: DesignTally,
  after: DesignTally,
  one: LinearisedScore,
  other: LinearisedScore,
): StratumSpread[] {
  const counts = ({ pointA, pointB }: JointCell) => one.inBase(pointA) && other.inBase(pointB);
  if (!overlap.clustered)
    return stratumSpreads(
      overlap.strata,
      ({ pointA }) => one.influence(pointA),
      ({ pointB }) => other.influence(pointB),
      counts,
    );
  const totals = (wave: DesignTally, score: LinearisedScore) =>
    new Map(
      wave.strata.map(({ stratum, units }) => [
        stratum,
        new Map(
          units.map(({ unit, cells }) => [
            unit,
            compensatedSum(cells.map((cell) => cell.weightSum * score.influence(cell.point))),
          ]),
        ),
      ]),
    );
  const [totalsBefore, totalsAfter] = [totals(before, one), totals(after, other)];
  return overlap.strata.map(({ stratum, units, sampleUnits }) => {
    const inWave = (of: typeof totalsBefore, name: string) =>
      units.map(({ unit }) => {
        const total = of.get(stratum)?.get(unit);
        if (total !== undefined) return total;
        throw notPart(name, {
          en: `unit "${unit}" of stratum "${stratum}" is not in the wave "${name}"`,
          zh: `层“${stratum}”的单元“${unit}”不在“${name}”中`,
        });
      });
    const spread = spreadOf(inWave(totalsBefore, "before"), inWave(totalsAfter, "after"), sampleUnits);
    return { stratum, units: sampleUnits, activeUnits: sampleUnits, population: null, ...spread };
  });
}
