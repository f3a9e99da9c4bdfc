import type { ContrastPoint } from "../contrast.js";
import { contrastMoments } from "../contrast-moments.js";
import type { RatingTally } from "../rating-tally.js";

/** Sums of squared weights, of their products with the distance of an answer's value from the score, and with its square. */
export interface SquareSums {
  readonly none: number;
  readonly distance: number;
  readonly square: number;
}

/** One segment of one wave. */
export interface SegmentMoments {
  /** Answers in the base. */
  readonly n: number;
  /** Share of the weight of the base, 0…1. */
  readonly share: number;
  /** Its own score in the unit of the score. */
  readonly score: number;
  readonly squares: SquareSums;
}

/** One wave by segment; squared weights are relative to the square of the wave's weight. */
export interface WaveMoments {
  readonly score: number;
  readonly segments: ReadonlyMap<string, SegmentMoments>;
  readonly squares: SquareSums;
}

/**
 * What the effects of a change and their variances need to know of one wave. Segments without weight in the base are left out.
 *
 * @param score the score of the whole wave, in its unit
 */
export function waveMoments(
  tallies: ReadonlyMap<string, RatingTally>,
  contrast: readonly ContrastPoint[],
  score: number,
  factor: number,
): WaveMoments {
  const found = Array.from(tallies, ([group, tally]) => ({
    group,
    tally,
    moments: contrastMoments(tally, contrast),
  }));
  const total = found.reduce((sum, { moments }) => sum + (moments?.total ?? 0), 0);
  const segments = new Map<string, SegmentMoments>();
  for (const { group, tally, moments } of found) {
    // A share may be too small for a double.
    if (moments === null || !(moments.total / total > 0)) continue;
    const cells = contrast.flatMap(({ value, inBase }, point) =>
      inBase
        ? [
            {
              square: (tally.squaredWeightSums[point] ?? 0) / total / total,
              distance: factor * value - score,
            },
          ]
        : [],
    );
    segments.set(group, {
      n: moments.n,
      share: moments.total / total,
      score: factor * moments.mean,
      squares: {
        none: cells.reduce((sum, { square }) => sum + square, 0),
        distance: cells.reduce((sum, { square, distance }) => sum + square * distance, 0),
        square: cells.reduce((sum, { square, distance }) => sum + square * distance ** 2, 0),
      },
    });
  }
  const all = [...segments.values()].map(({ squares }) => squares);
  const add = (name: keyof SquareSums) => all.reduce((sum, squares) => sum + squares[name], 0);
  return {
    score,
    segments,
    squares: { none: add("none"), distance: add("distance"), square: add("square") },
  };
}

/**
 * Variance of an estimate whose influence function is $\alpha + \beta d$ for an answer at distance d from the score.
 */
export function influenceVariance(
  { none, distance, square }: SquareSums,
  alpha: number,
  beta: number,
): number {
  return alpha * alpha * none + 2 * alpha * beta * distance + beta * beta * square;
}
