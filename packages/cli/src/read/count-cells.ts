import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnRequest } from "./column.js";
import { findColumn } from "./find-column.js";
import type { ColumnRequests, ReadColumns } from "./read-columns.js";
import { sinkFor } from "./read-columns.js";
import type { TableSource } from "./table-source.js";

/** Rows that read alike, told once, in order of first appearance. */
export interface CountedCells<R extends ColumnRequests> extends ReadColumns<R> {
  /** How many rows of the file each of them stands for. */
  readonly counts: readonly number[];
}

/** Beyond so many different rows counting saves nothing. */
const mostRows = 200_000;

/**
 * Counts in the database how many rows of a file hold the same cells. What the cells mean is told by the same code as everywhere, on
 * each different row once.
 *
 * @param source the file as DuckDB sees it
 * @param requests which columns, and as what
 * @param connection database sealed around that file
 * @returns `undefined` where a cell is refused, the file cannot be read or its rows differ too much: reading row by row tells why
 */
export async function countCells<R extends ColumnRequests>(
  source: TableSource,
  requests: R,
  shown: string,
  connection: DuckDBConnection,
): Promise<CountedCells<R> | undefined> {
  const wanted = Object.entries(requests).flatMap(([key, request]) => {
    if (request === undefined) return [];
    const index = findColumn(source.columnNames, request.name, shown);
    const expression = source.expression(index, request.kind);
    return [{ key, index, expression, sink: sinkFor(request as ColumnRequest, expression) }];
  });
  if (!(await holdsHeader(source, wanted, connection))) return undefined;
  const cells = wanted.map(({ expression }, at) => `${expression.sql} AS v${at}`).join(", ");
  const names = wanted.map((_, at) => `v${at}`).join(", ");
  const values = [...wanted.flatMap(({ expression }) => expression.values), ...source.values];
  const answer = await connection.runAndReadAll(
    `SELECT ${names}, CAST(COUNT(*) AS DOUBLE) AS n FROM (SELECT ${cells}, row_number() OVER () AS nth FROM ${source.from})
      WHERE nth > ${source.header ? 1 : 0} GROUP BY ${names} ORDER BY MIN(nth) LIMIT ${mostRows + 1}`,
    values,
  );
  const rows = answer.getRows();
  if (rows.length === 0 || rows.length > mostRows) return undefined;
  for (const row of rows)
    for (const [at, { sink }] of wanted.entries())
      if (sink.take(row[at] as string | number | null)) return undefined;
  const columns: Record<string, unknown> = {};
  for (const key of Object.keys(requests)) columns[key] = undefined;
  for (const { key, sink } of wanted) columns[key] = sink.finish();
  return {
    rowCount: rows.length,
    columns: columns as ReadColumns<R>["columns"],
    counts: rows.map((row) => Number(row.at(-1))),
  };
}

/** Two parsers read the header. Where they disagree, reading row by row says so. */
async function holdsHeader(
  source: TableSource,
  wanted: readonly {
    readonly index: number;
    readonly expression: { readonly sql: string; readonly values: readonly string[] };
  }[],
  connection: DuckDBConnection,
): Promise<boolean> {
  const { header } = source;
  if (header === undefined) return true;
  const list = wanted.map(({ expression }) => expression.sql).join(", ");
  const values = [...wanted.flatMap(({ expression }) => expression.values), ...source.values];
  const [first] = (
    await connection.runAndReadAll(`SELECT ${list} FROM ${source.from} LIMIT 1`, values)
  ).getRows();
  return wanted.every(({ index }, at) => {
    const cell = first?.[at];
    return (typeof cell === "string" ? cell.trim() : "") === header[index];
  });
}
