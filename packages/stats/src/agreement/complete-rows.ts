import { numberOrNull } from "./expect/rating.js";
import { rowsOf } from "./expect/rows.js";

/** The rows of a table of numbers that have no gap. */
export interface CompleteRows {
  readonly rows: readonly (readonly number[])[];
  /** Columns of the table, also where no row is complete. */
  readonly columns: number;
  /** Rows left out because a value is missing. */
  readonly dropped: number;
}

/** Reads a table of numbers and null, and keeps the rows without null. */
export function completeRows(table: unknown, name: string): CompleteRows {
  const all = rowsOf(table, name, numberOrNull);
  const rows = all.filter((row): row is readonly number[] => row.every((value) => value !== null));
  return { rows, columns: all[0]?.length ?? 0, dropped: all.length - rows.length };
}

/** The values of one column. */
export function columnOf(rows: readonly (readonly number[])[], column: number): readonly number[] {
  return rows.map((row) => row[column] ?? 0);
}
