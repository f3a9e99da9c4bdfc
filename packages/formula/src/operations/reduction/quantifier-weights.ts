import { compensatedDot } from "../compensated-sum.js";
import { wholeWeights } from "./whole-weights.js";

/** Weights of the ranks for a number of operands. */
export interface RankWeights {
  readonly shares: Float64Array;
  readonly total: number;
}

/**
 * Weights by rank for any number of operands up to that of the weights, with $Q$ the line through the points
 * $(k/n, \sum_{j \leq k} w_j)$: operand k of m gets $Q(k/m) - Q((k-1)/m)$ (Yager, IEEE Trans. SMC 18, 1988). It is summed
 * from the pieces of the weights that rank k overlaps, in whole steps of $1/(nm)$, so that nothing cancels.
 */
export function quantifierWeights(weights: readonly (number | string)[]): (count: number) => RankWeights {
  const whole = wholeWeights(weights);
  const length = whole.length;
  const known = new Map<number, RankWeights>();
  return (count) => {
    const before = known.get(count);
    if (before) return before;
    const shares = new Float64Array(count);
    for (let k = 0; k < count; k += 1) {
      // Rank k covers the steps from k·n to (k+1)·n; weight j covers those from j·m to (j+1)·m.
      const [from, to] = [k * length, (k + 1) * length];
      for (let j = Math.floor(from / count); j < length && j * count < to; j += 1) {
        const overlap = Math.min(to, (j + 1) * count) - Math.max(from, j * count);
        shares[k] = (shares[k] as number) + (whole[j] as number) * overlap;
      }
    }
    const ones = new Float64Array(count).fill(1);
    const result = { shares, total: compensatedDot(shares, ones, count) };
    known.set(count, result);
    return result;
  };
}
