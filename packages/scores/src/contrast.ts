import { isNps } from "./is-nps.js";
import type { RatingScale } from "./scale.js";
import type { MeanRescale, ScoreRule, ScoreStatistic } from "./score-definition.js";

/** What a definition says of one scale point. */
export interface ContrastPoint {
  /** Value of an answer on this point. */
  readonly value: number;
  /** Name of its band, or `null` outside the base and where the statistic has no bands. */
  readonly band: string | null;
  readonly inBase: boolean;
}

/**
 * The contrast of a definition: per scale point, from the lowest, the value of an answer and the band it falls in. Net shares
 * are 1, 0 and −1, shares 1 and 0, means the point itself, rescaled where the definition says so.
 */
export function contrastOf(definition: ScoreRule): readonly ContrastPoint[] {
  const { statistic, base, scale } = definition;
  return pointsOf(scale).map((point) => {
    const inBase = base === "valid" || base.points.includes(point);
    if (statistic.kind === "mean")
      return { value: rescale(point, scale, statistic.rescale), band: null, inBase };
    const [value, band] = readPoint(statistic, point, bandNames(definition));
    return { value, band: inBase ? band : null, inBase };
  });
}

/** A point on the scale of the mean; one product, so that whole steps stay whole. */
function rescale(point: number, { min, max }: RatingScale, change?: MeanRescale): number {
  if (!change) return point;
  return change.kind === "pomp" ? (100 * (point - min)) / (max - min) : (100 * point) / max;
}

function readPoint(
  statistic: Exclude<ScoreStatistic, { kind: "mean" }>,
  point: number,
  [upper, middle, lower]: readonly [string, string, string],
): readonly [number, string] {
  if (statistic.kind === "share") return statistic.band.includes(point) ? [1, upper] : [0, lower];
  if (statistic.upper.includes(point)) return [1, upper];
  return statistic.lower.includes(point) ? [-1, lower] : [0, middle];
}

/** Names of the upper, middle and lower band: NPS has its own words. A share has no middle. */
export function bandNames(definition: ScoreRule): readonly [string, string, string] {
  if (definition.statistic.kind === "share") return ["in", "", "out"];
  return isNps(definition.id) ? ["promoters", "passives", "detractors"] : ["upper", "middle", "lower"];
}

/** The points of a scale, from the lowest. */
export function pointsOf(scale: RatingScale): readonly number[] {
  return Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
}
