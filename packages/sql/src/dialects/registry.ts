import { expectOneOf, type ProblemPath } from "@cxmetrics/definition";
import { clickhouse } from "./clickhouse.js";
import type { Dialect, DialectName, DialectSupport } from "./dialect.js";
import { duckdb } from "./duckdb.js";
import { bigquery, snowflake, spark, trino } from "./portable.js";
import { postgresql } from "./postgresql.js";

const dialects: Readonly<Record<DialectName, Dialect>> = {
  duckdb,
  postgresql,
  clickhouse,
  spark,
  trino,
  bigquery,
  snowflake,
};

/**
 * How far each dialect is tried in our tests: `executed` on the database itself, or written after its manual only.
 *
 * @example
 * ```ts
 * sqlDialects.duckdb; // => "executed"
 * ```
 */
export const sqlDialects: Readonly<Record<DialectName, DialectSupport>> = Object.freeze(
  Object.fromEntries(Object.values(dialects).map(({ name, support }) => [name, support])) as Record<
    DialectName,
    DialectSupport
  >,
);

/** The dialect of a name. */
export function dialectNamed(name: unknown, path: ProblemPath): Dialect {
  return dialects[expectOneOf(name as DialectName, path, Object.keys(dialects) as DialectName[])];
}
