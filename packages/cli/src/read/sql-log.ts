import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { findColumn } from "./find-column.js";
import { literal } from "./sealed-database.js";
import type { ColumnExpression, TableSource } from "./table-source.js";

/** Which columns of a file make a log of events. */
export interface LogColumns {
  readonly actor: string;
  readonly event: string;
  readonly time: string;
  readonly sequence?: string | undefined;
  /** Unit of plain numbers; without it milliseconds, and numbers that look like seconds are not taken. */
  readonly unit?: "ms" | "s" | undefined;
}

/** Name of the table that `storeLog` makes, with the columns `actor`, `event`, `at` and `nth`. */
export const logTable = "cx_log";

/** Before March 1973 in milliseconds: the reader of columns refuses what is below. */
const suspicious = 1e11;

/** What String.prototype.trim takes away. */
const blanks =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

const decimal = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?";

/**
 * Stores the events of a file as a table of the sealed database, where every time is a plain number or a stored instant.
 *
 * @param source the file as DuckDB sees it
 * @param columns which columns
 * @param shown file as the user wrote it
 * @param connection database sealed around that file
 * @returns whether it was stored: false where times are texts, or anything must be read row by row
 */
export async function storeLog(
  source: TableSource,
  columns: LogColumns,
  shown: string,
  connection: DuckDBConnection,
): Promise<boolean> {
  const at = (name: string, kind: "text" | "time" | "number") => {
    const index = findColumn(source.columnNames, name, shown);
    return { index, ...source.expression(index, kind) };
  };
  const [actor, event, time] = [
    at(columns.actor, "text"),
    at(columns.event, "text"),
    at(columns.time, "time"),
  ];
  const sequence = columns.sequence === undefined ? undefined : at(columns.sequence, "number");
  const factor = !time.instant && columns.unit === "s" ? " * 1000" : "";
  const list = [
    `${textOf(actor)} AS actor`,
    `${textOf(event)} AS event`,
    `${numberOf(time)}${factor} AS at`,
    ...(sequence === undefined ? [] : [`${numberOf(sequence)} AS nth`]),
    ...(source.header ? [`${inline(actor)} AS h0, ${inline(event)} AS h1, ${inline(time)} AS h2`] : []),
  ];
  const from = fill(source.from, source.values);
  if (source.header) {
    const [first] = (
      await connection.runAndReadAll(
        `SELECT h0, h1, h2 FROM (SELECT ${list.join(", ")} FROM ${from}) LIMIT 1`,
      )
    ).getRows();
    const { header } = source;
    const same = [actor, event, time].every(({ index }, cell) => textIn(first?.[cell]) === header[index]);
    if (!same) return false;
  }
  const kept = ["actor", "event", "at", ...(sequence === undefined ? [] : ["nth"])].join(", ");
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${logTable} AS SELECT ${kept} FROM (SELECT ${list.join(", ")} FROM ${from}) ${source.header ? "OFFSET 1" : ""}`,
  );
  const odd = [
    "at IS NULL",
    "NOT isfinite(at)",
    ...(columns.unit === undefined && !time.instant ? [`(at <> 0 AND abs(at) < ${suspicious})`] : []),
    ...(sequence === undefined ? [] : ["nth IS NULL", "abs(nth) > 9007199254740991"]),
  ];
  const [counted] = (
    await connection.runAndReadAll(
      `SELECT CAST(COUNT(*) AS DOUBLE), CAST(COUNT(*) FILTER (WHERE ${odd.join(" OR ")}) AS DOUBLE) FROM ${logTable}`,
    )
  ).getRows();
  return Number(counted?.[0] ?? 0) > 0 && Number(counted?.[1] ?? 1) === 0;
}

const textIn = (cell: DuckDBValue | undefined) => (typeof cell === "string" ? cell.trim() : "");

const trimmed = (x: string) => `NULLIF(trim(${x}, ${literal(blanks)}), '')`;

function textOf(expression: ColumnExpression): string {
  return trimmed(`CAST(${inline(expression)} AS VARCHAR)`);
}

function numberOf(expression: ColumnExpression): string {
  if (expression.double) return inline(expression);
  const text = trimmed(inline(expression));
  return `CASE WHEN regexp_full_match(${text}, ${literal(decimal)}) THEN TRY_CAST(${text} AS DOUBLE) END`;
}

/** Tables are not stored with values bound. */
function inline({ sql, values }: ColumnExpression): string {
  return fill(sql, values);
}

function fill(sql: string, values: readonly string[]): string {
  return values.reduce((text, value) => text.replace("?", () => literal(value)), sql);
}
