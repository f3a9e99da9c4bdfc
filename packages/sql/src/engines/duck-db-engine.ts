import type { SqlRow } from "../read-rows.js";
import { kindOfType } from "./kind-of-type.js";
import type { SqlTallyEngine } from "./requests.js";
import { sqlEngine } from "./sql-engine.js";
import { expectEngine, type SqlEngineOptions } from "./sql-session.js";

/** A connection of `@duckdb/node-api`, as far as it is used. */
export interface DuckDbConnection {
  runAndReadAll(sql: string, values?: string[]): Promise<{ getRowObjectsJS(): unknown[] }>;
}

/**
 * Tallies taken by DuckDB over the caller's connection: the `TallyEngine` of `@cxmetrics/evaluation`, by shape. Opens and closes nothing.
 *
 * @param connection a connection of `@duckdb/node-api`
 * @param options which table each source is; a view over `read_csv` or `read_parquet` will do
 * @throws `CxMetricsError` `sql.bad-client`, `document.*`; its answers are rejected with `CxMetricsError` `sql.unknown-column`, `sql.invalid-ratings`, `sql.not-numbers`,
 * `sql.blank-cells`, and the codes of `compileFunnelSql`
 * @example
 * ```ts
 * const connection = { runAndReadAll: async () => ({ getRowObjectsJS: () => [] }) };
 * duckDbEngine(connection, { tables: { survey: ["main", "answers"] } }).name.startsWith("duckdb"); // => true
 * ```
 */
export function duckDbEngine(connection: DuckDbConnection, options: SqlEngineOptions = {}): SqlTallyEngine {
  const tables = expectEngine(connection, "runAndReadAll", options);
  const run = async (sql: string, parameters: readonly string[]) =>
    (await connection.runAndReadAll(sql, [...parameters])).getRowObjectsJS() as SqlRow[];
  return sqlEngine({
    dialect: "duckdb",
    run,
    columnsOf: async (table) =>
      (await run(`DESCRIBE SELECT * FROM ${table}`, [])).map((row) => ({
        name: String(row["column_name"]),
        kind: kindOfType(row["column_type"]),
      })),
    tables,
  });
}
