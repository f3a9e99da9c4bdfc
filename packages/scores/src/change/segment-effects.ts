import { influenceVariance, type SegmentMoments, type WaveMoments } from "./wave-moments.js";

/** How a segment takes part in a change. */
export type SegmentStatus = "continuing" | "new" | "vanished";

/** How an effect answers to the share and the score of a segment in one wave. */
interface Gradient {
  readonly share: number;
  readonly score: number;
}

/** Effects of one segment, and how each answers to either wave. */
export interface SegmentEffects {
  readonly group: string;
  readonly status: SegmentStatus;
  readonly before: SegmentMoments | undefined;
  readonly after: SegmentMoments | undefined;
  /** After minus before. */
  readonly shareChange: number;
  readonly rate: number;
  readonly mix: number;
  readonly rateGradients: readonly [before: Gradient, after: Gradient];
  readonly mixGradients: readonly [before: Gradient, after: Gradient];
}

/**
 * Rate and mix effect of one segment that is in at least one wave. `lambda` is the weight of the later wave's mix: 0, ½ or 1; the mix
 * effect takes the scores from the other end.
 */
export function segmentEffects(
  group: string,
  waves: readonly [before: WaveMoments, after: WaveMoments],
  lambda: number,
): SegmentEffects {
  const before = waves[0].segments.get(group);
  const after = waves[1].segments.get(group);
  const shareChange = (after?.share ?? 0) - (before?.share ?? 0);
  const reference = lambda * waves[0].score + (1 - lambda) * waves[1].score;
  if (before === undefined || after === undefined) {
    const only = before ?? after;
    const distance = (only?.score ?? reference) - reference;
    const gone = before !== undefined;
    return {
      group,
      status: gone ? "vanished" : "new",
      before,
      after,
      shareChange,
      rate: 0,
      mix: shareChange * distance,
      rateGradients: [flat, flat],
      mixGradients: gone
        ? [{ share: -distance, score: shareChange }, flat]
        : [flat, { share: distance, score: shareChange }],
    };
  }
  const scoreChange = after.score - before.score;
  const share = (1 - lambda) * before.share + lambda * after.share;
  const distance = lambda * before.score + (1 - lambda) * after.score - reference;
  return {
    group,
    status: "continuing",
    before,
    after,
    shareChange,
    rate: share * scoreChange,
    mix: shareChange * distance,
    rateGradients: [
      { share: (1 - lambda) * scoreChange, score: -share },
      { share: lambda * scoreChange, score: share },
    ],
    mixGradients: [
      { share: -distance, score: lambda * shareChange },
      { share: distance, score: (1 - lambda) * shareChange },
    ],
  };
}

const flat: Gradient = { share: 0, score: 0 };

/**
 * Variance of one effect of one segment in one wave: squared weights times the squared influence of each answer.
 *
 * An answer of the segment moves its share by $1 - w$ and its score by $(c - s)/w$; any other answer moves its share by $-w$. The mix
 * effect also answers to the score of the whole wave, from which its distance is measured, with `whole`.
 */
export function segmentVariance(
  wave: WaveMoments,
  segment: SegmentMoments | undefined,
  gradient: Gradient,
  whole: number,
): number {
  if (segment === undefined) return influenceVariance(wave.squares, 0, whole);
  const { share, score, squares } = segment;
  const outside = {
    none: Math.max(0, wave.squares.none - squares.none),
    distance: wave.squares.distance - squares.distance,
    square: Math.max(0, wave.squares.square - squares.square),
  };
  const slope = gradient.score / share;
  const inside = gradient.share * (1 - share) + slope * (wave.score - score);
  return (
    influenceVariance(squares, inside, slope + whole) +
    Math.max(0, influenceVariance(outside, -gradient.share * share, whole))
  );
}

/** Variance of the sum of one effect over all segments in one wave. */
export function totalVariance(
  wave: WaveMoments,
  parts: readonly { readonly segment: SegmentMoments | undefined; readonly gradient: Gradient }[],
): number {
  const present = parts.flatMap(({ segment, gradient }) => (segment ? [{ segment, gradient }] : []));
  const level = present.reduce((sum, { segment, gradient }) => sum + gradient.share * segment.share, 0);
  return present.reduce((sum, { segment, gradient }) => {
    const slope = gradient.score / segment.share;
    const offset = gradient.share - level + slope * (wave.score - segment.score);
    return sum + influenceVariance(segment.squares, offset, slope);
  }, 0);
}
