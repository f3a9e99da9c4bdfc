import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import type { Expression } from "../expression.js";
import { badSqlTable } from "../problems.js";
import { quotedColumn } from "./sql-column.js";
import { prepareSql, type SqlOptions } from "./to-sql.js";

/** How a formula is written as a query. */
export interface SqlQueryOptions extends SqlOptions {
  /** Name of the table, view or common table expression that holds the columns; schema and table as two members. */
  readonly from: string | readonly [string, string];
  /** Columns that the query hands on, such as the key of a row. */
  readonly keep?: readonly string[];
}

/** Longest text of all parts together. */
const longest = 2_000_000;

/**
 * A formula as an SQL query over a table: for every row the columns of `keep`, the value as `value` (NULL where there is none)
 * and the code of its fault as `fault` (0 where there is a value). It means what `toSql` means; each step of the formula is
 * computed once, level by level, which databases do fast. Rows come in no order.
 *
 * @param expression the formula
 * @param options dialect, table and columns
 * @throws `CxMetricsError` as `toSql` does; `formula.bad-sql-table`
 * @example
 * ```ts
 * const query = toSqlQuery({ op: "absolute", of: ["wait"] }, { dialect: "duckdb", from: "visits", keep: ["id"] });
 * query.startsWith('SELECT "id", cx_'); // => true
 * ```
 */
export function toSqlQuery(expression: Expression, options: SqlQueryOptions): string {
  const { formula, sql, dialect } = prepareSql(expression, options, longest);
  const { writer } = sql;
  const names = typeof options.from === "string" ? [options.from] : options.from;
  if (!Array.isArray(names) || names.length < 1 || names.length > 2)
    throw new CxMetricsError(badSqlTable, { path: ["from"], values: { found: describeValue(options.from) } });
  const table = names.map((name: unknown) => quotedColumn("from", name, dialect).value).join(".");
  const keep = Array.isArray(options.keep) ? options.keep : [];
  const kept = keep.map((name: unknown) => quotedColumn("keep", name, dialect).value);

  const piece = writer.piece(formula);
  const value = writer.define(piece.raw ? dialect.finite(piece.text, writer.define) : piece.text);
  const fault = writer.define(writer.fault(formula));
  const levels = sql.levels();
  let from = table;
  levels.forEach((level, k) => {
    const columns = level.map(({ name, text }) => `${text} AS ${name}`).join(", ");
    from = `(SELECT *, ${columns} FROM ${from}${dialect.fence}) AS l${k + 1}`;
  });
  const selected = [...kept, `${value} AS value`, `${fault} AS fault`].join(", ");
  return `SELECT ${selected} FROM ${from}`;
}
