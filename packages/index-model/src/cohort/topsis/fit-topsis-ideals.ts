import { expectOneOf, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { type CohortTable, type ReadTable, readTable } from "../cohort-table.js";
import { constantColumn, noUnits } from "../reasons.js";
import { cohortNormalisations, fitScale } from "./normalise-column.js";
import { readRawIdeals, type TopsisFitOptions, type TopsisIdeals } from "./topsis-ideals.js";

/**
 * Fits what TOPSIS needs from a reference population: the normalisation of each column and its best and worst normalised
 * value. With these frozen, a unit is scored by itself (`topsisRow`).
 *
 * $$ v_{ij} = \frac{x_{ij}}{\sqrt{\sum_k x_{kj}^2}}, \qquad v_j^{+} = \max_i v_{ij}, \quad v_j^{-} = \min_i v_{ij} $$
 *
 * @param table columns in which more is better, and weights; a unit that lacks a weighted value takes no part
 * @param options normalisation, and ideals given as raw values
 * @returns the fitted numbers, or `not-computable`: `no-units`, `constant-column` where a weighted column has no range
 * (`min-max`) or holds only zeros (`vector`, `maximum`)
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `cohort.column-length`, `cohort.wrong-count`, `cohort.weights-sum-to-zero`, `cohort.ideals-crossed`, `document.not-allowed`
 * @example
 * ```ts
 * const ideals = fitTopsisIdeals({ columns: [[3, 4], [10, 20]] });
 * ideals.divisors[0]; // => 5
 * ideals.ideal[0]; // => 0.8
 * ```
 */
export function fitTopsisIdeals(
  table: CohortTable,
  options: TopsisFitOptions = {},
): TopsisIdeals | NotComputable {
  return fitIdeals(readTable(table), options);
}

/** Fits a table that has been checked. */
export function fitIdeals(read: ReadTable, options: unknown): TopsisIdeals | NotComputable {
  const { columns, rows, weights } = read;
  const record = expectRecord(options, ["options"], [], ["normalisation", "ideals"]);
  const normalisation = expectOneOf(
    record["normalisation"] ?? "vector",
    ["normalisation"],
    cohortNormalisations,
  );
  const given = record["ideals"] === undefined ? undefined : readRawIdeals(record["ideals"], columns.length);
  if (rows.length === 0) return noUnits;
  const fitted = { offsets: [0], divisors: [1], ideal: [0], antiIdeal: [0] };
  for (const [place, column] of columns.entries()) {
    const weightless = weights[place] === 0;
    const scale = weightless ? { offset: 0, divisor: 1 } : fitScale(column, normalisation);
    if (scale === null) return constantColumn(place);
    let best = given?.best[place] ?? Number.NEGATIVE_INFINITY;
    let worst = given?.worst[place] ?? Number.POSITIVE_INFINITY;
    if (given === undefined)
      for (const value of column) {
        best = Math.max(best, value);
        worst = Math.min(worst, value);
      }
    const normal = (value: number) => (weightless ? 0 : (value - scale.offset) / scale.divisor + 0);
    if (!(Math.abs(normal(best)) < 1e200 && Math.abs(normal(worst)) < 1e200)) return constantColumn(place);
    fitted.offsets[place] = scale.offset;
    fitted.divisors[place] = scale.divisor;
    fitted.ideal[place] = normal(best);
    fitted.antiIdeal[place] = normal(worst);
  }
  return { status: "ok", normalisation, ...fitted, n: rows.length };
}
