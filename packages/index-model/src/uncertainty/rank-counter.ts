import type { RankUncertainty, UnitRank } from "./uncertainty-result.js";

/** How quantiles of ranks are read: the first rank whose cumulative share reaches p. */
export const rankQuantileRule = "inverse-ecdf (type 1)";

/** Ranks of units over draws, counted in a room that does not grow with them. */
export interface RankCounter {
  readonly add: (values: Float64Array) => void;
  readonly tell: (node: string, level: number, within: readonly number[]) => RankUncertainty;
}

/**
 * Counts ranks; 1 is the highest value, equal values share the best rank, and `NaN` takes no part.
 *
 * @param reference the scores as they are
 */
export function rankCounter(reference: Float64Array): RankCounter {
  const size = reference.length;
  const counts = new Float64Array(size * size);
  const ahead = new Float64Array(size * size);
  const met = new Float64Array(size * size);
  const base = ranksOf(reference);
  return {
    add: (values) => {
      const ranks = ranksOf(values);
      for (let a = 0; a < size; a++) {
        const x = values[a] as number;
        if (Number.isNaN(x)) continue;
        const at = a * size + (ranks[a] as number) - 1;
        counts[at] = (counts[at] as number) + 1;
        for (let b = 0; b < size; b++) {
          const y = values[b] as number;
          if (a === b || Number.isNaN(y)) continue;
          const pair = a * size + b;
          met[pair] = (met[pair] as number) + 1;
          if (x > y) ahead[pair] = (ahead[pair] as number) + 1;
          else if (x === y) ahead[pair] = (ahead[pair] as number) + 0.5;
        }
      }
    },
    tell: (node, level, within) => {
      const units = Array.from({ length: size }, (_, row) =>
        Number.isNaN(reference[row])
          ? null
          : unitRank(counts.subarray(row * size, (row + 1) * size), base[row] ?? 0, level, within),
      );
      const pairs = units.map((unit, a) =>
        units.map((other, b) => {
          const n = met[a * size + b] ?? 0;
          return a === b || !unit || !other || n === 0 ? null : (ahead[a * size + b] ?? 0) / n;
        }),
      );
      return { status: "ok", node, units, ahead: pairs };
    },
  };
}

/** Ranks from 1, the highest value first, equal values with the best rank; 0 for `NaN`. */
export function ranksOf(values: Float64Array): Uint32Array {
  const order = Float64Array.from(values).sort();
  const ranks = new Uint32Array(values.length);
  // NaN is sorted to the end.
  let size = order.length;
  while (size > 0 && Number.isNaN(order[size - 1])) size -= 1;
  values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[middle] as number) > value) high = middle;
      else low = middle + 1;
    }
    ranks[row] = size - low + 1;
  });
  return ranks;
}

function unitRank(
  counts: Float64Array,
  rank: number,
  level: number,
  within: readonly number[],
): UnitRank | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const upTo = (k: number) => counts.subarray(0, k).reduce((sum, count) => sum + count, 0) / total;
  const at = (p: number) => {
    let sum = 0;
    for (let k = 0; k < counts.length; k++) {
      sum += counts[k] ?? 0;
      // A count of draws against a product of shares: the last bits must not decide.
      if (sum >= p * total - 1e-9 * total) return k + 1;
    }
    return counts.length;
  };
  const tail = (1 - level) / 2;
  return {
    rank,
    median: at(0.5),
    lower: at(tail),
    upper: at(1 - tail),
    best: counts.findIndex((count) => count > 0) + 1,
    worst: counts.findLastIndex((count) => count > 0) + 1,
    within: Object.fromEntries(within.map((k) => [String(k), upTo(k)])),
  };
}
