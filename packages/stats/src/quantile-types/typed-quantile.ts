import type { QuantileType } from "../quantile.js";

/** Plotting positions a, b of the interpolating types: rank = a + p(n + 1 − a − b). */
const positions: ReadonlyMap<QuantileType, readonly [number, number]> = new Map([
  [4, [0, 1]],
  [5, [0.5, 0.5]],
  [6, [0, 0]],
  [7, [1, 1]],
  [8, [1 / 3, 1 / 3]],
  [9, [3 / 8, 3 / 8]],
]);

/**
 * A rank this near to a whole number is whole. The margin grows with the rank, as the rounding of n · p does; that of R 4.2.2 is the
 * same number, but absolute, and from a rank of 16 on smaller than the spacing of doubles. So at n = 100 and p = 0.29, where n · p
 * comes to 28.999999999999996, R's type 2 gives the 29th value, ours the mean of the 29th and the 30th.
 */
const fuzz = 4 * Number.EPSILON;

/** Quantile of sorted values, at least one, by one of the nine types. */
export function typedQuantile(sorted: ArrayLike<number>, p: number, type: QuantileType): number {
  const n = sorted.length;
  const at = (rank: number) => sorted[Math.min(n, Math.max(1, rank)) - 1] ?? 0;
  const position = positions.get(type);
  const rank = position
    ? position[0] + p * (n + 1 - position[0] - position[1])
    : type === 3
      ? n * p - 0.5
      : n * p;
  const whole = Math.floor(rank + fuzz * Math.max(1, rank));
  const beyond = rank - whole;
  const exact = Math.abs(beyond) <= fuzz * Math.max(1, rank);
  const share = position
    ? exact
      ? 0
      : beyond
    : type === 1
      ? Number(!exact)
      : type === 2
        ? exact
          ? 0.5
          : 1
        : Number(!exact || Math.abs(whole % 2) === 1);
  // Without a product with a neighbour that is not wanted, which could overflow.
  if (share === 0) return at(whole);
  if (share === 1) return at(whole + 1);
  return (1 - share) * at(whole) + share * at(whole + 1);
}
