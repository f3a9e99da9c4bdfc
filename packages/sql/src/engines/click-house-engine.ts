import type { SqlRow } from "../read-rows.js";
import { kindOfType } from "./kind-of-type.js";
import type { SqlTallyEngine } from "./requests.js";
import { sqlEngine } from "./sql-engine.js";
import { expectEngine, type SqlEngineOptions } from "./sql-session.js";

/** A client of `@clickhouse/client`, as far as it is used. */
export interface ClickHouseClient {
  query(request: {
    query: string;
    format: "JSONEachRow";
    query_params: Record<string, string>;
  }): Promise<{ json(): Promise<unknown> }>;
}

/**
 * Tallies taken by ClickHouse over the caller's client: the `TallyEngine` of `@cxmetrics/evaluation`, by shape. Opens and closes nothing.
 * Not yet run on a server.
 *
 * @param client a client of `@clickhouse/client`
 * @param options which table each source is
 * @throws `CxMetricsError` `sql.bad-client`, `document.*`; its answers are rejected as those of `duckDbEngine`
 * @example
 * ```ts
 * const client = { query: async () => ({ json: async () => [] }) };
 * clickHouseEngine(client).name.startsWith("clickhouse"); // => true
 * ```
 */
export function clickHouseEngine(client: ClickHouseClient, options: SqlEngineOptions = {}): SqlTallyEngine {
  const tables = expectEngine(client, "query", options);
  const run = async (sql: string, parameters: readonly string[]) => {
    const bound = Object.fromEntries(parameters.map((value, index) => [`p${index + 1}`, value]));
    const answer = await client.query({ query: sql, format: "JSONEachRow", query_params: bound });
    return (await answer.json()) as SqlRow[];
  };
  return sqlEngine({
    dialect: "clickhouse",
    run,
    columnsOf: async (table) =>
      (await run(`DESCRIBE TABLE ${table}`, [])).map((row) => ({
        name: String(row["name"]),
        kind: kindOfType(row["type"]),
      })),
    tables,
  });
}
