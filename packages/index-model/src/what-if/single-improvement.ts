import { firstReaching } from "./first-reaching.js";
import type { Move, SingleImprovement, Standing } from "./improvement.js";
import type { Lever } from "./read-improvement.js";
import type { Stand } from "./standing-of.js";

/** What the searches share. */
export interface ImprovementSearch {
  readonly stand: Stand;
  readonly reached: (standing: Standing) => boolean;
  readonly better: "higher" | "lower";
  readonly start: Standing;
}

/** The least move of one indicator alone, up or down. */
export function singleImprovement(lever: Lever, search: ImprovementSearch): SingleImprovement {
  const { indicator, column, from } = lever;
  if (from === null) return { ...noValue, indicator, column };
  const sign = search.better === "higher" ? 1 : -1;
  const ways = [lever.upper, lever.lower]
    .filter((end) => end !== from)
    .map((end) => {
      const at = (share: number) => (share === 1 ? end : from + share * (end - from));
      const stand = (shares: readonly number[]) =>
        search.stand(shares.map((share) => new Map([[column, at(share)]])));
      const { share, standing, bestShare, monotone } = firstReaching(
        stand,
        search.reached,
        search.better,
        search.start,
      );
      return { share, standing, monotone, to: at(share ?? bestShare) };
    });
  const reaching = ways
    .filter((way) => way.share !== null)
    .sort((a, b) => Math.abs(a.to - from) - Math.abs(b.to - from));
  const [least] = reaching;
  if (least)
    return {
      status: "ok",
      ...moveOf(lever, from, least.to),
      reached: least.standing,
      monotone: least.monotone,
    };
  const good = ({ standing }: { readonly standing: Standing }) =>
    standing.score === null ? Number.NEGATIVE_INFINITY : sign * standing.score;
  const best = ways.reduce<{ readonly to: number; readonly standing: Standing }>(
    (top, way) => (good(way) > good(top) ? way : top),
    { to: from, standing: search.start },
  );
  return { status: "unreachable", indicator, column, from, best: { ...best.standing, value: best.to } };
}

/** A move as it is told. */
export function moveOf({ indicator, column, cost }: Lever, from: number, to: number): Move {
  const move = to - from;
  return {
    indicator,
    column,
    from,
    to,
    move,
    relative: from === 0 ? null : Math.abs(move / from),
    cost: cost * Math.abs(move),
  };
}

const noValue = {
  status: "not-computable",
  reason: "no-raw-value",
  message: {
    en: "The unit has no raw value of this indicator to move from.",
    zh: "该对象没有此指标的原始值，无从变动。",
  },
} as const;
