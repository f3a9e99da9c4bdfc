import type { ReadTable } from "./cohort-table.js";

/** Sums of weights by which each unit beats each other: `over[i * n + j]` where i is better than j. Weights sum to 1. */
export interface PairSums {
  readonly n: number;
  readonly over: Float64Array;
}

/** Compares every pair in every column that carries weight. */
export function pairSums({ rows, columns, weights }: ReadTable): PairSums {
  const n = rows.length;
  const over = new Float64Array(n * n);
  for (const [place, column] of columns.entries()) {
    const weight = weights[place] ?? 0;
    if (weight === 0) continue;
    for (let i = 0; i < n; i += 1) {
      const mine = column[i] ?? 0;
      for (let j = 0; j < n; j += 1)
        if (mine > (column[j] ?? 0)) over[i * n + j] = (over[i * n + j] ?? 0) + weight;
    }
  }
  return { n, over };
}

/** Weight for i over j less weight for j over i: e_ij − e_ji, antisymmetric to the last bit. */
export function marginOf({ n, over }: PairSums, i: number, j: number): number {
  return (over[i * n + j] ?? 0) - (over[j * n + i] ?? 0);
}

/** e_ij: the weight for i over j plus half the weight of the columns in which they are equal. */
export function supportOf(sums: PairSums, i: number, j: number): number {
  return 0.5 + marginOf(sums, i, j) / 2;
}
