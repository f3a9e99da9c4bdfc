import { representable } from "../expect/representable.js";

/** Sums of squares of a table of subjects (rows) and raters or items (columns) without gaps. */
export interface TwoWaySquares {
  readonly between: number;
  readonly columns: number;
  readonly residual: number;
}

/**
 * Splits the variation of a table of at least one cell into rows, columns and residual. What rounding leaves of a sum that is 0 is given
 * as 0.
 */
export function twoWaySquares(rows: readonly (readonly number[])[]): TwoWaySquares {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  // Deviations from one cell keep the digits of data that lie far from 0, and are exactly 0 where all are equal.
  const origin = rows[0]?.[0] ?? 0;
  const cells = rows.map((row) => row.map((value) => representable(value - origin, "difference of ratings")));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value / values.length, 0);
  const rowMeans = cells.map(mean);
  const columnMeans = Array.from({ length: k }, (_, column) => mean(cells.map((row) => row[column] ?? 0)));
  const grand = mean(rowMeans);
  let largest = 0;
  for (const row of cells) for (const value of row) largest = Math.max(largest, Math.abs(value));
  const noise = 16 * Number.EPSILON * largest;
  const sumOfSquares = (deviations: readonly number[], each: number) => {
    const real = deviations.some((deviation) => Math.abs(deviation) > noise);
    return real ? deviations.reduce((total, deviation) => total + deviation ** 2, 0) * each : 0;
  };
  const between = rowMeans.map((value) => value - grand);
  const columns = columnMeans.map((value) => value - grand);
  const residual = cells.flatMap((row, i) =>
    row.map((value, j) => value - (rowMeans[i] ?? 0) - (columns[j] ?? 0)),
  );
  const squares = {
    between: sumOfSquares(between, k),
    columns: sumOfSquares(columns, n),
    residual: sumOfSquares(residual, 1),
  };
  representable(squares.between + squares.columns + squares.residual, "sum of squares");
  return squares;
}
