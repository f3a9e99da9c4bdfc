import { expectRecord, type NotComputable } from "@cxmetrics/definition";
import { type CohortColumn, cohortColumn } from "../cohort-column.js";
import { type CohortTable, readTable } from "../cohort-table.js";
import { fitReference } from "./fit-grey-reference.js";
import type { GreyFitOptions, GreyReference } from "./grey-reference.js";
import { grade, readRho } from "./grey-relational-row.js";

/** Options of `greyRelational`. */
export interface GreyOptions extends GreyFitOptions {
  /** Distinguishing coefficient ρ, 0.01…1; 0.5 when left out. */
  readonly rho?: number;
}

/** Grey relational grades with the reference fitted on the same units. */
export interface GreyScores extends CohortColumn {
  readonly reference: GreyReference;
  readonly weights: readonly number[];
  readonly rho: number;
  /** Coefficients by unit, then column; `null` where a unit took no part or a column carries no weight. */
  readonly coefficients: readonly (readonly (number | null)[] | null)[];
}

/**
 * Grey relational grades (灰色关联度): how close each unit runs to the reference series, by default the best value of each column.
 *
 * $$ \Gamma_i = \sum_j w_j \frac{\Delta_{\min} + \rho\,\Delta_{\max}}{\Delta_{ij} + \rho\,\Delta_{\max}} $$
 *
 * The reference is fitted on these very units; for scores that compare with later ones, fit once (`fitGreyReference`) and
 * score by `greyRelationalRow`. ρ changes the distances between grades and can change their order. Sources: Deng, Journal of
 * Grey System 1 (1989) 1; Kuo, Yang and Huang, Computers & Industrial Engineering 55 (2008) 80.
 *
 * @param table columns in which more is better, and weights
 * @param options normalisation, reference, deviation, ρ
 * @returns grades up to 1 and their coefficients, or `not-computable`: `no-units`, `constant-column`, `no-distance`
 * @throws `CxMetricsError` as `fitGreyReference`, and `document.wrong-type` for ρ
 * @example
 * ```ts
 * greyRelational({ columns: [[2, 6, 4], [30, 10, 25]], weights: [3, 1] }).values; // => [0.5, 0.8333333333333334, 0.5416666666666666]
 * ```
 */
export function greyRelational(table: CohortTable, options: GreyOptions = {}): GreyScores | NotComputable {
  const read = readTable(table);
  const record = expectRecord(options, ["options"], [], ["normalisation", "reference", "deviation", "rho"]);
  const rho = readRho(record["rho"]);
  const { rho: _, ...fitOptions } = record;
  const reference = fitReference(read, fitOptions);
  if (reference.status !== "ok") return reference;
  const { length, rows, columns, weights } = read;
  const coefficients = new Array<readonly (number | null)[] | null>(length).fill(null);
  const grades = rows.map((row, place) => {
    const scored = grade(reference, (column) => columns[column]?.[place] ?? Number.NaN, weights, rho);
    if (scored.status !== "ok") return null;
    coefficients[row] = scored.coefficients;
    return scored.value;
  });
  return { ...cohortColumn(length, rows, grades), reference, weights, rho, coefficients };
}
