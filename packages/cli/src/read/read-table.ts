import { basename } from "node:path";
import { CxMetricsError, isCxMetricsError } from "@cxmetrics/definition";
import { refuseInterrupted } from "../interruption.js";
import { fileNotReadable, tableEmpty } from "../problems.js";
import type { TemporaryFolder } from "../temporary-folder.js";
import { type CountedCells, countCells } from "./count-cells.js";
import { csvSource, openCsv } from "./csv-source.js";
import { jsonSource } from "./json-source.js";
import { parquetSource } from "./parquet-source.js";
import { plainPath } from "./plain-path.js";
import { type ColumnRequests, type ReadColumns, readColumns } from "./read-columns.js";
import { readFailure } from "./read-failure.js";
import { readHead } from "./read-head.js";
import { resolveInput } from "./resolve-input.js";
import { sealedDatabase } from "./sealed-database.js";
import { sourceFormat } from "./source-format.js";
import { type LogColumns, storeLog } from "./sql-log.js";
import { copyAsUtf8, encodingToDecode } from "./utf8-copy.js";

/** How a table is to be opened. */
export interface OpenTableOptions {
  /** Folder against which a relative path is read. */
  readonly folder: string;
  readonly temporary: TemporaryFolder;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told now and then how many rows have been read. */
  readonly onProgress?: ((shown: string, rows: number) => void) | undefined;
}

/** Runs a statement over what is stored. */
type RunStatement = (
  sql: string,
  parameters: readonly string[],
) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** A file of rows, opened. Nothing but the columns asked for is ever held. */
export interface Table {
  /** File as the user wrote it. */
  readonly shown: string;
  /** Absolute path. */
  readonly path: string;
  /** Trimmed names in the order of the file. */
  readonly columnNames: readonly string[];
  /**
   * Reads columns in one pass.
   *
   * @throws `CxMetricsError` `table.unknown-column`, `table.not-a-number` and its kin with the row of the file, `table.no-rows`
   */
  read<R extends ColumnRequests>(requests: R): Promise<ReadColumns<R>>;
  /** Counts rows that read alike, in the database; `undefined` where they have to be read one by one. */
  count<R extends ColumnRequests>(requests: R): Promise<CountedCells<R> | undefined>;
  /** Stores a log of events in the database, and runs statements over it; `undefined` where its rows have to be read one by one. */
  log(columns: LogColumns): Promise<RunStatement | undefined>;
  /** Row of the file in which a record (from 0) stands, as a spreadsheet counts: the header is row 1. */
  rowNumber(record: number): Promise<number>;
  close(): void;
}

/**
 * Opens a CSV, Parquet or JSON file. The format follows from the extension, or from the first bytes where that says nothing; text
 * in another encoding is decoded into a temporary copy.
 *
 * @param shown path as the user wrote it
 * @param options folder, encoding, delimiter, progress
 * @throws `CxMetricsError` those of `resolveInput`, `file.unknown-format`, `table.empty`, `table.not-utf-8`,
 * `table.header-too-long`, `table.unreadable`, `usage.bad-encoding`
 */
export async function openTable(shown: string, options: OpenTableOptions): Promise<Table> {
  const file = await resolveInput(shown, options.folder);
  const empty = () => new CxMetricsError(tableEmpty, { path: [shown], values: { file: shown } });
  if (file.bytes === 0) throw empty();
  let head = await readHead(file.path).catch((thrown: NodeJS.ErrnoException) => {
    throw new CxMetricsError(fileNotReadable, {
      path: [shown],
      values: { file: shown, reason: thrown.code ?? thrown.message },
    });
  });
  const format = sourceFormat(shown, head.bytes, options.encoding !== undefined);
  const encoding =
    format === "parquet" ? undefined : encodingToDecode(options.encoding, head.bytes, format === "json");
  let path = file.path;
  if (encoding !== undefined) {
    path = await options.temporary.pathFor(basename(file.path).replace(/[*?[\]]/g, "_"));
    await copyAsUtf8(file, encoding, path, options.signal);
    head = await readHead(path);
  }
  if (format === "json" && head.complete && Buffer.from(head.bytes).toString().trim() === "") throw empty();
  const csv =
    format === "csv" ? await openCsv(shown, path, head, options.delimiter, options.temporary) : undefined;
  const plain = await plainPath(csv?.plain ?? path, options.temporary);
  const database = await sealedDatabase(plain);
  const stop = () => database.connection.interrupt();
  options.signal?.addEventListener("abort", stop);
  const close = () => {
    options.signal?.removeEventListener("abort", stop);
    database.close();
  };
  try {
    const source = csv
      ? csvSource({ ...csv, plain })
      : format === "parquet"
        ? await parquetSource(plain, database.connection)
        : await jsonSource({ shown, path: plain }, database.connection);
    return {
      shown,
      path: file.path,
      columnNames: source.columnNames,
      read: (requests) =>
        readColumns(source, requests, { ...options, shown, connection: database.connection }),
      count: async (requests) =>
        countCells(source, requests, shown, database.connection).catch((thrown: unknown) => {
          refuseInterrupted(options.signal);
          if (isCxMetricsError(thrown)) throw thrown;
          return undefined;
        }),
      log: async (columns) => {
        if (!(await storeLog(source, columns, shown, database.connection))) return undefined;
        return async (sql, parameters) =>
          (await database.connection.runAndReadAll(sql, [...parameters])).getRowObjectsJS();
      },
      rowNumber: source.rowNumber,
      close,
    };
  } catch (thrown) {
    close();
    throw readFailure(thrown, shown, { format, hiddenRows: 0 });
  }
}
