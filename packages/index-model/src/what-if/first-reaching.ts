import type { Standing } from "./improvement.js";

/** What was found on a way from where a unit stands (0) to its end (1). */
export interface WaySearch {
  /** The least share of the way that reaches the target, or `null`. */
  readonly share: number | null;
  /** Standing there, or the best one met. */
  readonly standing: Standing;
  /** Share at which the best standing was met, when the target was not reached. */
  readonly bestShare: number;
  /** Whether the score only rose on the first points. */
  readonly monotone: boolean;
}

const points = 32;

/**
 * Narrows the first of 32 points that reaches the target until floating-point numbers end: exact on a way on which the score rises. On another, a dip
 * between two points may hide a smaller move.
 */
export function firstReaching(
  stand: (shares: readonly number[]) => readonly Standing[],
  reached: (standing: Standing) => boolean,
  better: "higher" | "lower",
  start: Standing,
): WaySearch {
  const sign = better === "higher" ? 1 : -1;
  const good = ({ score }: Standing) => (score === null ? Number.NEGATIVE_INFINITY : sign * score);
  let [low, high] = [0, 1];
  let found: { share: number; standing: Standing } | undefined;
  let best = { share: 0, standing: start };
  let monotone = true;
  // 32 to the power of 11 exceeds 2^53, the steps between 0 and 1.
  for (let round = 0; round < 12; round++) {
    const shares = Array.from({ length: points }, (_, index) =>
      index === points - 1 ? high : low + ((high - low) * (index + 1)) / points,
    );
    const stood = stand(shares);
    if (round === 0)
      stood.forEach((standing, index) => {
        const previous = stood[index - 1] ?? start;
        if (good(standing) < good(previous) - 1e-12 * Math.abs(good(previous))) monotone = false;
        if (good(standing) > good(best.standing)) best = { share: shares[index] as number, standing };
      });
    const first = stood.findIndex(reached);
    if (first === -1) break;
    const share = shares[first] as number;
    found = { share, standing: stood[first] as Standing };
    if (first > 0) low = shares[first - 1] as number;
    if (!(share > low) || (high === share && low + (high - low) / points === low)) break;
    high = share;
  }
  return found
    ? { share: found.share, standing: found.standing, bestShare: found.share, monotone }
    : { share: null, standing: best.standing, bestShare: best.share, monotone };
}
