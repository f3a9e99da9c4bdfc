import {
  CxMetricsError,
  describeValue,
  expectList,
  type Problem,
  type ProblemPath,
} from "@cxmetrics/definition";
import { pointsOf } from "./contrast.js";
import {
  bandIsBase,
  bandOffScale,
  bandOutsideBase,
  bandRepeats,
  bandsOverlap,
  baseOffScale,
  emptyBand,
} from "./problems.js";
import { type RatingScale, writeScale } from "./scale.js";
import type { ScoreDefinition } from "./score-definition.js";

/**
 * Checks bands and base of a definition whose other parts are in order: points on the scale, none twice, bands disjoint, inside
 * the base, and a share that can be something other than 1.
 *
 * @throws `CxMetricsError` `band.*`, `base.off-scale`
 */
export function checkBands({ statistic, base }: ScoreDefinition, scale: RatingScale): void {
  const points =
    base === "valid" ? pointsOf(scale) : readPoints(base.points, ["base", "points"], scale, baseOffScale);
  const read = (band: unknown, name: string) => {
    const path = ["statistic", name];
    const list = readPoints(band, path, scale, bandOffScale);
    list.forEach((point, index) => {
      if (!points.includes(point)) throw refuse(bandOutsideBase, [...path, index], point, scale);
    });
    return list;
  };
  if (statistic.kind === "mean") return;
  if (statistic.kind === "share") {
    const band = read(statistic.band, "band");
    if (band.length === points.length) throw new CxMetricsError(bandIsBase, { path: ["statistic", "band"] });
    return;
  }
  const upper = read(statistic.upper, "upper");
  read(statistic.lower, "lower").forEach((point, index) => {
    if (upper.includes(point)) throw refuse(bandsOverlap, ["statistic", "lower", index], point, scale);
  });
}

function readPoints(
  value: unknown,
  path: ProblemPath,
  scale: RatingScale,
  offScale: Problem,
): readonly number[] {
  const seen = new Set<number>();
  expectList(value, path, (item, itemPath) => {
    if (!Number.isInteger(item) || (item as number) < scale.min || (item as number) > scale.max)
      throw refuse(offScale, itemPath, item, scale);
    if (seen.has(item as number)) throw refuse(bandRepeats, itemPath, item, scale);
    seen.add(item as number);
  });
  if (seen.size === 0) throw new CxMetricsError(emptyBand, { path });
  return [...seen];
}

function refuse(problem: Problem, path: ProblemPath, point: unknown, scale: RatingScale): CxMetricsError {
  return new CxMetricsError(problem, {
    path,
    values: { point: describeValue(point), scale: writeScale(scale) },
  });
}
