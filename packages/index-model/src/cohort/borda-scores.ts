import { expectOneOf, expectRecord, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { type CohortColumn, cohortColumn } from "./cohort-column.js";
import { type CohortTable, readTable } from "./cohort-table.js";
import { rankNumbers } from "./rank-numbers.js";
import { tooFewUnits } from "./reasons.js";

/** Options of `bordaScores`. */
export interface BordaOptions {
  /** `mean` (default): weighted mean of the points, 0…n − 1. `sum`: points times the weights as given, for weights that count votes. `share`: the mean divided by n − 1, 0…1. */
  readonly scale?: "mean" | "sum" | "share";
}

/** Borda scores with the points of every column behind them. */
export interface BordaScores extends CohortColumn {
  /** Points by column, then unit. */
  readonly points: readonly (readonly (number | null)[])[];
  /** Weights that sum to 1. */
  readonly weights: readonly number[];
}

/**
 * Borda scores: in every column a unit gets a point for each unit that it beats and half a point for each that it equals;
 * the points are averaged with the weights.
 *
 * $$ B_i = \sum_j w_j\,(r_{ij} - 1), \qquad \sum_j w_j = 1 $$
 *
 * Fully compensatory in the places, blind to the size of differences, and open to rank reversal when units come or go
 * (`rankReversals` tells). A unit that lacks a value in a weighted column takes no part. Source: OECD/JRC, Handbook on
 * Constructing Composite Indicators (2008), 6.12, tables 25 and 26.
 *
 * @param table columns in which more is better, and weights
 * @param options scale of the scores
 * @returns scores and points, or `not-computable` `too-few-units`
 * @throws `CxMetricsError` `cohort.not-a-column`, `cohort.bad-value`, `cohort.column-length`, `cohort.wrong-count`, `cohort.weights-sum-to-zero`
 * @example
 * ```ts
 * const columns = [[4, 1, 3], [2, 3, 3]];
 * bordaScores({ columns, weights: [3, 1] }).values; // => [1.5, 0.375, 1.125]
 * bordaScores({ columns, weights: [3, 1] }, { scale: "sum" }).values; // => [6, 1.5, 4.5]
 * ```
 */
export function bordaScores(table: CohortTable, options: BordaOptions = {}): BordaScores | NotComputable {
  const { length, rows, columns, weights } = readTable(table, Number.MAX_VALUE);
  const record = expectRecord(options, ["options"], [], ["scale"]);
  const scale = expectOneOf(record["scale"] ?? "mean", ["scale"], ["mean", "sum", "share"]);
  const n = rows.length;
  if (n < 2) return tooFewUnits;
  const points = columns.map((column, place) =>
    weights[place] === 0
      ? new Array<number>(n).fill(0)
      : rankNumbers(column, "ascending", "average").map((rank) => rank - 1),
  );
  const given = table.weights ?? columns.map(() => 1);
  const factors = scale === "sum" ? given : weights;
  const scores = rows.map((_, unit) => {
    const sum = compensatedSum(points.map((column, place) => (factors[place] ?? 0) * (column[unit] ?? 0)));
    return scale === "share" ? sum / (n - 1) : sum;
  });
  return {
    ...cohortColumn(length, rows, scores),
    points: points.map((column, place) =>
      weights[place] === 0 ? new Array<null>(length).fill(null) : cohortColumn(length, rows, column).values,
    ),
    weights,
  };
}
