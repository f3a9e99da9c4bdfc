import { expectOneOf, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { type CohortColumn, cohortColumn } from "../cohort-column.js";
import { type CohortTable, readTable } from "../cohort-table.js";
import { noDistance } from "../reasons.js";
import { fitIdeals } from "./fit-topsis-ideals.js";
import type { TopsisFitOptions, TopsisIdeals } from "./topsis-ideals.js";
import { closeness } from "./topsis-row.js";

/** Options of `topsis`. */
export interface TopsisOptions extends TopsisFitOptions {
  /** Matters only where ideals are given; see `topsisRow`. */
  readonly beyond?: "cap" | "measure";
}

/** TOPSIS closeness of every unit, with the ideals fitted on the same units. */
export interface TopsisScores extends CohortColumn {
  readonly ideals: TopsisIdeals;
  readonly weights: readonly number[];
  readonly toIdeal: readonly (number | null)[];
  readonly toAntiIdeal: readonly (number | null)[];
}

/**
 * TOPSIS: how close each unit comes to the best values seen, seen from the worst.
 *
 * $$ C_i = \frac{D_i^{-}}{D_i^{+} + D_i^{-}} $$
 *
 * The ideals are fitted on these very units, so the scores of one cohort do not compare with those of another; for scores
 * that do, fit once (`fitTopsisIdeals`) and score by `topsisRow`. Costs: pass them negated, which under `vector` gives the
 * published method. Source: Hwang and Yoon, Multiple Attribute Decision Making, Springer 1981, ch. III.
 *
 * @param table columns in which more is better, and weights
 * @param options normalisation, given ideals
 * @returns closeness 0…1 and the distances, or `not-computable`: `no-units`, `constant-column`, `no-distance` where all units are alike
 * @throws `CxMetricsError` as `fitTopsisIdeals`
 * @example
 * ```ts
 * const columns = [[9, 8, 7], [7, 7, 8], [6, 9, 6], [7, 6, 6]];
 * topsis({ columns, weights: [4, 2, 6, 8] }).values[1]; // => 0.6503238218850163
 * ```
 */
export function topsis(table: CohortTable, options: TopsisOptions = {}): TopsisScores | NotComputable {
  const read = readTable(table);
  const record = expectRecord(options, ["options"], [], ["normalisation", "ideals", "beyond"]);
  const beyond = expectOneOf(record["beyond"] ?? "cap", ["beyond"], ["cap", "measure"]);
  const ideals = fitIdeals(read, { normalisation: record["normalisation"], ideals: record["ideals"] });
  if (ideals.status !== "ok") return ideals;
  const { length, rows, columns, weights } = read;
  const scores = rows.map((_, place) =>
    closeness(ideals, (column) => columns[column]?.[place] ?? Number.NaN, weights, beyond),
  );
  if (scores.every((score) => score.status !== "ok")) return noDistance;
  const pick = (key: "value" | "toIdeal" | "toAntiIdeal") =>
    cohortColumn(
      length,
      rows,
      scores.map((score) => (score.status === "ok" ? score[key] : null)),
      "no-distance",
    );
  return {
    ...pick("value"),
    ideals,
    weights,
    toIdeal: pick("toIdeal").values,
    toAntiIdeal: pick("toAntiIdeal").values,
  };
}
