import type { CovarianceMatrix } from "@cxmetrics/index-model";
import type { Leaf } from "./leaf.js";
import type { UnitCovariance } from "./unit-covariance.js";

/** Leaves whose errors go together, directly or through others, and their degrees of freedom. */
export interface JoinedLeaves {
  readonly leaves: readonly Leaf[];
  /** The fewest of any of them; `Infinity` for normal errors. */
  readonly df: number;
}

/** The matrix of one unit, and the groups into which it falls apart. `null` where all errors are independent. */
export function covarianceMatrix({ known, unknown }: UnitCovariance): {
  readonly matrix: CovarianceMatrix | null;
  readonly groups: readonly JoinedLeaves[];
} {
  const groups = joined(known);
  const leaves = groups.flatMap((group) => group.leaves);
  if (leaves.length === 0) return { matrix: null, groups };
  const place = new Map(leaves.map((leaf, index) => [leaf, index]));
  const matrix = leaves.map((_, row) =>
    leaves.map((__, column): number | null => (row === column ? null : 0)),
  );
  const write = ([a, b]: readonly [Leaf, Leaf], value: number | null) => {
    const [row, column] = [place.get(a), place.get(b)];
    if (row === undefined || column === undefined) return;
    for (const [i, j] of [
      [row, column],
      [column, row],
    ] as const) {
      const line = matrix[i];
      if (line) line[j] = value;
    }
  };
  for (const { pair, covariance } of known) write(pair, covariance);
  for (const { pair } of unknown) write(pair, null);
  return { matrix: { columns: leaves.map(({ column }) => column), matrix }, groups };
}

function joined(known: UnitCovariance["known"]): readonly JoinedLeaves[] {
  const groupOf = new Map<Leaf, Set<Leaf>>();
  for (const { pair } of known) {
    const together = new Set(pair.flatMap((leaf) => [...(groupOf.get(leaf) ?? [leaf])]));
    for (const leaf of together) groupOf.set(leaf, together);
  }
  return [...new Set(groupOf.values())].map((leaves) => ({
    leaves: [...leaves],
    df: Math.min(...[...leaves].map(({ error }) => error.estimate?.df ?? Number.POSITIVE_INFINITY)),
  }));
}
