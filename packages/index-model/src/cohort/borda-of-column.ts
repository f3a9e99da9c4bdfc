import { expectOneOf, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { type CohortColumn, cohortColumn } from "./cohort-column.js";
import { rankNumbers } from "./rank-numbers.js";
import { presentRows, readColumn } from "./read-column.js";
import { tooFewUnits } from "./reasons.js";

/** Options of `bordaOfColumn`. */
export interface BordaColumnOptions {
  /** `average` (default): equal units share the mean of their points, so that the points of a column always have the same sum. `minimum`: they get the points of the lowest of their places. */
  readonly ties?: "average" | "minimum";
}

/**
 * Borda points of one column: how many units a unit beats, a tie counting one half.
 *
 * $$ b_i = r_i - 1, \qquad r_i = \text{ascending rank} $$
 *
 * Points run from 0 to n − 1 and so depend on how many units take part: adding a unit changes them. Source: de Borda,
 * Mémoire sur les élections au scrutin, 1784 (for 1781).
 *
 * @param values one number per unit, more is better; `null` and `NaN` are missing
 * @param options tie rule
 * @returns points, or `not-computable` `too-few-units` with fewer than two values
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `document.not-allowed`
 * @example
 * ```ts
 * bordaOfColumn([62, 80, 62, null, 91]).values; // => [0.5, 2, 0.5, null, 3]
 * ```
 */
export function bordaOfColumn(
  values: ArrayLike<number | null>,
  options: BordaColumnOptions = {},
): CohortColumn | NotComputable {
  const column = readColumn(values, ["values"]);
  const record = expectRecord(options, ["options"], [], ["ties"]);
  const ties = expectOneOf(record["ties"] ?? "average", ["ties"], ["average", "minimum"]);
  const rows = presentRows(column);
  if (rows.length < 2) return tooFewUnits;
  const ranks = rankNumbers(
    Float64Array.from(rows, (row) => column[row] ?? 0),
    "ascending",
    ties,
  );
  return cohortColumn(
    column.length,
    rows,
    ranks.map((rank) => rank - 1),
  );
}
