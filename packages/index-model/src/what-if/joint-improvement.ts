import type { IndexDefinition } from "../index-definition.js";
import { nodeAt } from "../node-at.js";
import { orderNodes } from "../order-nodes.js";
import { firstReaching } from "./first-reaching.js";
import type { JointImprovement, Standing } from "./improvement.js";
import type { Lever } from "./read-improvement.js";
import { type ImprovementSearch, moveOf } from "./single-improvement.js";

/** A lever that helps, and the end of its way that helps most. */
interface Way {
  readonly lever: Lever;
  readonly from: number;
  readonly end: number;
  /** Cost of the whole way. */
  readonly cost: number;
  readonly gain: number;
  /** Whether the score rises on the way in a straight line. */
  readonly straight: boolean;
}

/**
 * The cheapest moves of several indicators together. Where the score is linear between the bounds, the linear programme
 * $\min \sum c_j|\Delta_j|$ subject to score ≥ target has one covering constraint, and taking indicators by gain per cost solves it (Dantzig 1957);
 * otherwise steepest steps of a hundredth of the way are taken, and each indicator is then moved back as far as the target stays reached.
 */
export function jointImprovement(
  definition: IndexDefinition,
  node: string,
  levers: readonly Lever[],
  search: ImprovementSearch,
): JointImprovement {
  const ways = levers.flatMap((lever) => wayOf(lever, search) ?? []);
  const linear = ways.every((way) => way.straight) && addsUp(ways, search) && onlyMeans(definition, node);
  const shares = linear ? byGainPerCost(ways, search) : bySteepestSteps(ways, search);
  const [standing] = search.stand([trial(ways, shares)]) as readonly [Standing];
  const moves = ways.flatMap((way, index) => {
    const to = at(way, shares[index] ?? 0);
    return to === way.from ? [] : [moveOf(way.lever, way.from, to)];
  });
  return {
    status: search.reached(standing) ? "ok" : "unreachable",
    exactness: linear ? "optimal" : "heuristic",
    moves,
    cost: moves.reduce((sum, move) => sum + move.cost, 0),
    reached: standing,
  };
}

function good(search: ImprovementSearch, { score }: Standing): number {
  if (score === null) return Number.NEGATIVE_INFINITY;
  return search.better === "higher" ? score : -score;
}

function at({ from, end }: Way, share: number): number {
  return share === 1 ? end : from + share * (end - from);
}

function trial(ways: readonly Way[], shares: readonly number[]): ReadonlyMap<string, number> {
  return new Map(ways.map((way, index) => [way.lever.column, at(way, shares[index] ?? 0)]));
}

const quarters = [0.25, 0.5, 0.75, 1];
const thirtySeconds = Array.from({ length: 32 }, (_, index) => (index + 1) / 32);

/** The better of the two ways of a lever, cut where the score stops rising. */
function wayOf(lever: Lever, search: ImprovementSearch): Way | undefined {
  const { from, column } = lever;
  if (from === null) return undefined;
  const start = good(search, search.start);
  const stand = (end: number) => (shares: readonly number[]) =>
    search.stand(shares.map((share) => new Map([[column, share === 1 ? end : from + share * (end - from)]])));
  const [best] = [lever.upper, lever.lower]
    .filter((end) => end !== from)
    .map((end) => {
      const levels = stand(end)(thirtySeconds).map((standing) => good(search, standing));
      return { end, level: Math.max(...levels) };
    })
    .sort((a, b) => b.level - a.level);
  if (!best || !(best.level > start)) return undefined;
  const full = (standing: Standing) => good(search, standing) >= best.level;
  const { share } = firstReaching(stand(best.end), full, search.better, search.start);
  const end = share === null || share === 1 ? best.end : from + share * (best.end - from);
  const gain = best.level - start;
  const straight = stand(end)(quarters).every(
    (standing, index) =>
      Math.abs(good(search, standing) - start - gain * (quarters[index] ?? 1)) <= 1e-9 * gain,
  );
  return { lever, from, end, gain, cost: lever.cost * Math.abs(end - from), straight };
}

function addsUp(ways: readonly Way[], search: ImprovementSearch): boolean {
  const sum = ways.reduce((total, way) => total + way.gain, 0);
  const [half, whole] = search
    .stand([
      trial(
        ways,
        ways.map(() => 0.5),
      ),
      trial(
        ways,
        ways.map(() => 1),
      ),
    ])
    .map((standing) => good(search, standing) - good(search, search.start));
  return Math.abs((whole ?? 0) - sum) <= 1e-9 * sum && Math.abs((half ?? 0) - sum / 2) <= 1e-9 * sum;
}

/** Whether nothing but leaves and arithmetic means stands under a node, so that scores along straight ways add. */
function onlyMeans(definition: IndexDefinition, node: string): boolean {
  return orderNodes(definition.nodes, [node]).every((id) => {
    const own = nodeAt(definition, id);
    return own.kind === "indicator" || (own.kind === "aggregate" && own.method === "arithmetic-mean");
  });
}

function byGainPerCost(ways: readonly Way[], search: ImprovementSearch): readonly number[] {
  const order = ways
    .map((way, index) => ({ index, rate: way.gain / way.cost }))
    .sort((a, b) => b.rate - a.rate || a.index - b.index);
  const shares = ways.map(() => 0);
  for (const { index } of order) {
    shares[index] = 1;
    if (reaches(ways, shares, search)) {
      shares[index] = least(ways, shares, index, search);
      break;
    }
  }
  return shares;
}

function bySteepestSteps(ways: readonly Way[], search: ImprovementSearch): readonly number[] {
  const shares = ways.map(() => 0);
  const step = 0.01;
  let standing = good(search, search.start);
  for (let count = 0; count < 100 * ways.length && !reaches(ways, shares, search); count++) {
    // A step may gain nothing before a threshold: the way to its end is tried as well.
    const tries = ways.flatMap((_, index) =>
      [Math.min(1, (shares[index] ?? 0) + step), 1]
        .filter((share) => share > (shares[index] ?? 0))
        .map((share) => ({ index, share })),
    );
    const stood = search.stand(
      tries.map(({ index, share }) => {
        const way = ways[index] as Way;
        return new Map([[way.lever.column, at(way, share)]]);
      }),
      trial(ways, shares),
    );
    let best: { index: number; share: number; rate: number; level: number } | undefined;
    tries.forEach(({ index, share }, place) => {
      const level = good(search, stood[place] as Standing);
      const rate = (level - standing) / ((share - (shares[index] ?? 0)) * (ways[index]?.cost ?? 1));
      if (rate > 0 && rate > (best?.rate ?? 0)) best = { index, share, rate, level };
    });
    if (!best) break;
    shares[best.index] = best.share;
    standing = best.level;
  }
  if (!reaches(ways, shares, search)) return shares;
  const dearest = ways
    .map((way, index) => ({ index, rate: way.gain / way.cost }))
    .sort((a, b) => a.rate - b.rate);
  for (const { index } of dearest) shares[index] = least(ways, shares, index, search);
  return shares;
}

/** The least share of one way that keeps the target reached, by bisection. */
function least(
  ways: readonly Way[],
  shares: readonly number[],
  index: number,
  search: ImprovementSearch,
): number {
  let [low, high] = [0, shares[index] ?? 0];
  if (reaches(ways, replaced(shares, index, 0), search)) return 0;
  for (let round = 0; round < 60; round++) {
    const middle = low + (high - low) / 2;
    if (middle === low || middle === high) break;
    if (reaches(ways, replaced(shares, index, middle), search)) high = middle;
    else low = middle;
  }
  return high;
}

function reaches(ways: readonly Way[], shares: readonly number[], search: ImprovementSearch): boolean {
  return search.stand([trial(ways, shares)]).every(search.reached);
}

function replaced(shares: readonly number[], index: number, share: number): readonly number[] {
  return shares.map((own, place) => (place === index ? share : own));
}
