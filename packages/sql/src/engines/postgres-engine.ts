import type { SqlRow } from "../read-rows.js";
import { kindOfType } from "./kind-of-type.js";
import type { SqlTallyEngine } from "./requests.js";
import { sqlEngine } from "./sql-engine.js";
import { expectEngine, type SqlEngineOptions } from "./sql-session.js";

/** A client or pool of `pg`, or a PGlite, as far as it is used. */
export interface PostgresClient {
  query(sql: string, parameters?: string[]): Promise<{ readonly rows: unknown[] }>;
}

/**
 * Tallies taken by PostgreSQL over the caller's client: the `TallyEngine` of `@cxmetrics/evaluation`, by shape. Opens and closes nothing.
 *
 * @param client a client or pool of `pg`, or a PGlite
 * @param options which table each source is
 * @throws `CxMetricsError` `sql.bad-client`, `document.*`; its answers are rejected as those of `duckDbEngine`
 * @example
 * ```ts
 * const client = { query: async () => ({ rows: [] }) };
 * postgresEngine(client, { tables: { survey: ["cx", "answers"] } }).name.startsWith("postgresql"); // => true
 * ```
 */
export function postgresEngine(client: PostgresClient, options: SqlEngineOptions = {}): SqlTallyEngine {
  const tables = expectEngine(client, "query", options);
  const run = async (sql: string, parameters: readonly string[]) =>
    (await client.query(sql, [...parameters])).rows as SqlRow[];
  return sqlEngine({
    dialect: "postgresql",
    run,
    columnsOf: async (table) =>
      (
        await run(
          "SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute WHERE attrelid = CAST($1 AS regclass) AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
          [table],
        )
      ).map((row) => ({ name: String(row["name"]), kind: kindOfType(row["type"]) })),
    tables,
  });
}
