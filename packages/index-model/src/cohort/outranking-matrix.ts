import type { NotComputable } from "@cxmetrics/definition";
import { type CohortTable, expectAtMost, readTable } from "./cohort-table.js";
import { pairSums, supportOf } from "./pair-margins.js";
import { tooFewUnits } from "./reasons.js";

/** Who beats whom, and by how much weight. */
export interface OutrankingMatrix {
  readonly status: "ok";
  /** Units that took part. */
  readonly n: number;
  /** Their rows in the table, in the order of the matrix. */
  readonly rows: readonly number[];
  /** e_ij by row i and column j, 0…1; 0 on the diagonal. */
  readonly matrix: readonly (readonly number[])[];
  /** Weights that sum to 1. */
  readonly weights: readonly number[];
}

/**
 * Outranking matrix: the weight of the columns in which unit i is better than unit j, plus half the weight of those in which
 * they are equal.
 *
 * $$ e_{ij} = \sum_q w_q\,[x_{iq} > x_{jq}] + \tfrac12 \sum_q w_q\,[x_{iq} = x_{jq}], \qquad e_{ij} + e_{ji} = 1 $$
 *
 * It uses the order of the values only, so any increasing transformation of a column leaves it as it is. A unit that lacks
 * a value in a weighted column takes no part. Source: OECD/JRC Handbook (2008), eq. 32, table 36.
 *
 * @param table columns in which more is better, and weights; 2,000 units at most
 * @returns the matrix, or `not-computable` `too-few-units`
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `cohort.column-length`, `cohort.wrong-count`, `cohort.weights-sum-to-zero`, `cohort.too-many-units`
 * @example
 * ```ts
 * const result = outrankingMatrix({ columns: [[4, 1], [2, 2], [5, 9]], weights: [0.5, 0.25, 0.25] });
 * result.matrix; // => [[0, 0.625], [0.375, 0]]
 * ```
 */
export function outrankingMatrix(table: CohortTable): OutrankingMatrix | NotComputable {
  const read = readTable(table, Number.MAX_VALUE);
  const { rows, weights } = read;
  const n = rows.length;
  if (n < 2) return tooFewUnits;
  expectAtMost(n, 2000);
  const sums = pairSums(read);
  const matrix = rows.map((_, i) => rows.map((__, j) => (i === j ? 0 : supportOf(sums, i, j))));
  return { status: "ok", n, rows, matrix, weights };
}
