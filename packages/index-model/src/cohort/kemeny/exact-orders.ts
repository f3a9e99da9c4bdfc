import { tieTolerance } from "../tie-tolerance.js";
import type { GroupOrders } from "./group-orders.js";

/**
 * All best orders of m units by dynamic programming over subsets (Held and Karp's scheme): 2^m states instead of m! orders.
 * `support(i, j)` is the weight for i before j. Every best order is counted; at most `cap` are written out.
 */
export function exactOrders(m: number, support: (i: number, j: number) => number, cap: number): GroupOrders {
  const full = 2 ** m - 1;
  const gain = (set: number, unit: number) => {
    let sum = 0;
    for (let other = 0; other < m; other += 1) if (set & (1 << other)) sum += support(other, unit);
    return sum;
  };
  const gains = Array.from({ length: full + 1 }, (_, set) =>
    Float64Array.from({ length: m }, (__, unit) => (set & (1 << unit) ? 0 : gain(set, unit))),
  );
  const step = (set: number, unit: number) => gains[set]?.[unit] ?? 0;
  const tolerance = tieTolerance * m * m;

  // Best support of an order of the set that stands first, and of the rest that follows it; how many orders attain each.
  const ahead = new Float64Array(full + 1);
  const aheadCount = new Float64Array(full + 1);
  const behind = new Float64Array(full + 1);
  const behindCount = new Float64Array(full + 1);
  aheadCount[0] = 1;
  behindCount[full] = 1;
  for (let set = 1; set <= full; set += 1) {
    const last = members(set, m);
    [ahead[set], aheadCount[set]] = bestOf(
      last.map((unit) => (ahead[set & ~(1 << unit)] ?? 0) + step(set & ~(1 << unit), unit)),
      last.map((unit) => aheadCount[set & ~(1 << unit)] ?? 0),
      tolerance,
    );
  }
  for (let set = full - 1; set >= 0; set -= 1) {
    const next = members(full & ~set, m);
    [behind[set], behindCount[set]] = bestOf(
      next.map((unit) => step(set, unit) + (behind[set | (1 << unit)] ?? 0)),
      next.map((unit) => behindCount[set | (1 << unit)] ?? 0),
      tolerance,
    );
  }

  const total = behind[0] ?? 0;
  const onBest = (set: number, unit: number) =>
    (ahead[set] ?? 0) + step(set, unit) + (behind[set | (1 << unit)] ?? 0) >= total - tolerance;
  const count = behindCount[0] ?? 1;
  const mean = new Array<number>(m).fill(0);
  const best = new Array<number>(m).fill(m - 1);
  const worst = new Array<number>(m).fill(0);
  for (let set = 0; set < full; set += 1) {
    const place = members(set, m).length;
    for (const unit of members(full & ~set, m)) {
      if (!onBest(set, unit)) continue;
      const through = (aheadCount[set] ?? 0) * (behindCount[set | (1 << unit)] ?? 0);
      mean[unit] = (mean[unit] ?? 0) + (place * through) / count;
      best[unit] = Math.min(best[unit] ?? place, place);
      worst[unit] = Math.max(worst[unit] ?? place, place);
    }
  }

  const orders: number[][] = [];
  const extend = (set: number, order: readonly number[]) => {
    if (set === full) orders.push([...order]);
    else
      for (const unit of members(full & ~set, m))
        if (orders.length < cap && onBest(set, unit)) extend(set | (1 << unit), [...order, unit]);
  };
  extend(0, []);
  return { exact: true, count, orders, mean, best, worst };
}

function members(set: number, m: number): number[] {
  const found: number[] = [];
  for (let unit = 0; unit < m; unit += 1) if (set & (1 << unit)) found.push(unit);
  return found;
}

/** The largest value and the number of ways to attain it. */
function bestOf(values: readonly number[], ways: readonly number[], tolerance: number): [number, number] {
  const best = Math.max(...values);
  let count = 0;
  for (const [place, value] of values.entries()) if (value >= best - tolerance) count += ways[place] ?? 0;
  return [best, count];
}
