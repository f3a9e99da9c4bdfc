/** Shares of divisions at least as extreme as the samples: on both sides, above, below. */
export interface TailShares {
  readonly p: number;
  readonly pGreater: number;
  readonly pLess: number;
}

/** Values closer together than this share of the largest count as equal: sums in another order differ in their last digits. */
const tolerance = 1e-12;

/** Shares of the values at least as extreme as the observed one; 0 where there are no values. */
export function tailShares(values: ArrayLike<number>, observed: number): TailShares {
  let largest = Math.abs(observed);
  for (let index = 0; index < values.length; index++)
    largest = Math.max(largest, Math.abs(values[index] ?? 0));
  const slack = largest * tolerance;
  let [outer, above, below] = [0, 0, 0];
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    if (Math.abs(value) >= Math.abs(observed) - slack) outer++;
    if (value >= observed - slack) above++;
    if (value <= observed + slack) below++;
  }
  const size = values.length || 1;
  return { p: outer / size, pGreater: above / size, pLess: below / size };
}
