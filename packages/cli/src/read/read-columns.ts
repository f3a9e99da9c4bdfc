import { CxMetricsError } from "@cxmetrics/definition";
import type { DuckDBConnection } from "@duckdb/node-api";
import { refuseInterrupted } from "../interruption.js";
import { tableNoRows, unreadableTable } from "../problems.js";
import type {
  CellRefusal,
  ColumnOf,
  ColumnRequest,
  ColumnSink,
  NumberColumn,
  TextColumn,
  TimeColumn,
} from "./column.js";
import { findColumn } from "./find-column.js";
import { numberSink } from "./number-column.js";
import { readFailure } from "./read-failure.js";
import type { ColumnExpression, TableSource } from "./table-source.js";
import { textSink } from "./text-column.js";
import { timeSink } from "./time-column.js";

/** Columns that are wanted, by keys of the caller's choice; `undefined` is not wanted after all. */
export type ColumnRequests = Readonly<Record<string, ColumnRequest | undefined>>;

/** Columns by the keys of the request, and the number of rows. */
export interface ReadColumns<R extends ColumnRequests> {
  readonly rowCount: number;
  readonly columns: { readonly [K in keyof R]: ColumnOf<R[K]> };
}

/** What reading needs beside the source. */
export interface ReadColumnsOptions {
  /** File as the user wrote it. */
  readonly shown: string;
  readonly connection: DuckDBConnection;
  readonly signal?: AbortSignal | undefined;
  /** Told now and then how many rows have been read. */
  readonly onProgress?: ((shown: string, rows: number) => void) | undefined;
}

type AnyColumn = NumberColumn | TimeColumn | TextColumn;

/**
 * Reads columns of a source in one pass, a chunk at a time, into typed arrays: rows never become objects, and columns that nobody asked
 * for are never held.
 *
 * @param source the file as DuckDB sees it
 * @param requests which columns, and as what
 * @param options connection, interruption, progress
 * @throws `CxMetricsError` `table.unknown-column`, `table.ambiguous-column`, `table.no-rows`, the refusals of cells with the row of the
 * file, and those of `readFailure`
 */
export async function readColumns<R extends ColumnRequests>(
  source: TableSource,
  requests: R,
  { shown, connection, signal, onProgress }: ReadColumnsOptions,
): Promise<ReadColumns<R>> {
  const wanted = Object.entries(requests).flatMap(([key, request]) => {
    if (request === undefined) return [];
    const index = findColumn(source.columnNames, request.name, shown);
    const expression = source.expression(index, request.kind);
    return [{ key, index, name: request.name.trim(), expression, sink: sinkFor(request, expression) }];
  });
  // Without a column there would be nothing to count rows by.
  const list = wanted.map(({ expression }) => expression.sql).join(", ") || "1";
  const values = [...wanted.flatMap(({ expression }) => expression.values), ...source.values];
  // The header counts as record −1.
  let records = source.header ? -1 : 0;
  let refused: RefusedCell | undefined;
  try {
    const result = await connection.stream(`SELECT ${list} FROM ${source.from}`, values);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) break;
      refuseInterrupted(signal);
      for (const [position, { index, name, sink }] of wanted.entries()) {
        const cells = chunk.getColumnVector(position);
        if (records < 0) checkHeader(cells.getItem(0), source.header?.[index], shown);
        const found = takeCells(cells, chunk.rowCount, records < 0 ? 1 : 0, sink);
        // Of several refused cells the topmost is told, whatever the order of the columns.
        if (found && (refused === undefined || records + found.row < refused.record))
          refused = { ...found, name, record: records + found.row };
      }
      if (refused) break;
      records += chunk.rowCount;
      onProgress?.(shown, records);
    }
  } catch (thrown) {
    throw readFailure(thrown, shown, source);
  }
  if (refused) {
    const { refusal, name: column, record } = refused;
    const row = await source.rowNumber(record);
    throw new CxMetricsError(refusal.problem, {
      path: [shown, column, row],
      values: { file: shown, column, row, value: refusal.value.slice(0, 60) },
    });
  }
  if (records <= 0) throw new CxMetricsError(tableNoRows, { path: [shown], values: { file: shown } });
  const columns: Record<string, AnyColumn | undefined> = {};
  for (const key of Object.keys(requests)) columns[key] = undefined;
  for (const { key, sink } of wanted) columns[key] = sink.finish();
  return { rowCount: records, columns: columns as ReadColumns<R>["columns"] };
}

interface RefusedCell {
  readonly refusal: CellRefusal;
  readonly name: string;
  readonly record: number;
}

/** Gives the cells of a chunk to a sink until it refuses one. */
function takeCells(
  cells: { getItem(row: number): unknown },
  count: number,
  from: number,
  sink: ColumnSink<AnyColumn>,
): { readonly refusal: CellRefusal; readonly row: number } | undefined {
  for (let row = from; row < count; row += 1) {
    const refusal = sink.take(cells.getItem(row) as string | number | null);
    if (refusal) return { refusal, row };
  }
  return undefined;
}

/** Two parsers read the header, ours and DuckDB's. Should they ever disagree, no number may come of it. */
function checkHeader(cell: unknown, name: string | undefined, shown: string): void {
  // A blank name, as over the names of a matrix, comes as no cell at all.
  if ((cell === null ? "" : typeof cell === "string" ? cell.trim() : undefined) === name) return;
  const reason = { en: "its first row is no header of this kind of CSV", zh: "首行不是此类 CSV 的表头" };
  throw new CxMetricsError(unreadableTable, {
    path: [shown],
    values: { file: shown, format: "CSV", reason },
  });
}

/** What takes the cells of a column. */
export function sinkFor(request: ColumnRequest, expression: ColumnExpression): ColumnSink<AnyColumn> {
  if (request.kind === "text") return textSink();
  if (request.kind === "time") return timeSink(request.unit, expression.instant);
  return numberSink(request.missing, expression.whole);
}
