import { CxMetricsError, describeValue, expectOneOf, type ProblemPath } from "@cxmetrics/definition";
import { badTable, missingValue, raggedTable, tooMany } from "./problems.js";
import { readNumbers } from "./read-numbers.js";

/** Values of indicators for units: columns by indicator id, or a matrix with one row for each unit. */
export type WeightTable =
  | { readonly columns: Readonly<Record<string, ArrayLike<number | null>>> }
  | readonly ArrayLike<number | null>[];

/** What every method that reads a table takes. */
export interface WeightTableOptions {
  /** `refuse` (default) throws on a missing value; `complete-units` leaves the unit out and counts it. */
  readonly missing?: "refuse" | "complete-units";
}

/** Which data weights rest on. */
export interface TableBase {
  /** Ids of the columns, or `"1"`, `"2"`, … for a matrix. */
  readonly indicators: readonly string[];
  /** Units with a value for every indicator. */
  readonly units: number;
  /** Units left out because a value is missing. */
  readonly droppedUnits: number;
}

/** A table that has been read: finite numbers, one column for each indicator. */
export interface ReadTable extends TableBase {
  readonly columns: readonly Float64Array[];
}

/** Most indicators of a table: some methods take time that grows with the cube of their number. */
const most = 1000;

/** Reads a table in either form. */
export function readTable(table: unknown, missing: unknown = "refuse"): ReadTable {
  const policy = expectOneOf(missing, ["options", "missing"], ["refuse", "complete-units"]);
  const { indicators, columns } = Array.isArray(table) ? fromRows(table) : fromColumns(table);
  if (indicators.length > most)
    throw new CxMetricsError(tooMany, { path: ["table"], values: { found: indicators.length, most } });
  const rows = columns[0]?.length ?? 0;
  const whole = new Uint8Array(rows).fill(1);
  let units = rows;
  for (const [index, column] of columns.entries())
    for (let row = 0; row < rows; row += 1) {
      if (!Number.isNaN(column[row])) continue;
      if (policy === "refuse")
        throw new CxMetricsError(missingValue, { path: ["table", indicators[index] ?? index, row] });
      if (whole[row] === 1) units -= 1;
      whole[row] = 0;
    }
  const kept =
    units === rows ? columns : columns.map((column) => column.filter((_, row) => whole[row] === 1));
  return { indicators, units, droppedUnits: rows - units, columns: kept };
}

function fromRows(rows: readonly unknown[]) {
  const read = rows.map((row, index) => readNumbers(row, ["table", index]));
  const width = read[0]?.length ?? 0;
  if (width === 0)
    throw new CxMetricsError(badTable, { path: ["table"], values: { found: describeValue(rows) } });
  for (const [index, row] of read.entries()) refuseRagged(row.length, width, ["table", index]);
  const indicators = Array.from({ length: width }, (_, column) => String(column + 1));
  return {
    indicators,
    columns: indicators.map((_, column) => Float64Array.from(read, (row) => row[column] as number)),
  };
}

function fromColumns(table: unknown) {
  const record = entriesOf(table, ["table"]).find(([key]) => key === "columns")?.[1];
  const named = entriesOf(record, ["table", "columns"]);
  const columns = named.map(([id, column]) => readNumbers(column, ["table", "columns", id]));
  const length = columns[0]?.length;
  if (length === undefined)
    throw new CxMetricsError(badTable, {
      path: ["table", "columns"],
      values: { found: describeValue(record) },
    });
  for (const [index, column] of columns.entries())
    refuseRagged(column.length, length, ["table", "columns", named[index]?.[0] ?? index]);
  return { indicators: named.map(([id]) => id), columns };
}

/** Members of an object in a form that no key can corrupt. */
export function entriesOf(value: unknown, path: ProblemPath): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new CxMetricsError(badTable, { path, values: { found: describeValue(value) } });
  return Object.entries(value);
}

function refuseRagged(found: number, expected: number, path: ProblemPath): void {
  if (found !== expected) throw new CxMetricsError(raggedTable, { path, values: { found, expected } });
}
