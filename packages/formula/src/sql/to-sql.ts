import { expectOneOf } from "@cxmetrics/definition";
import type { Expression } from "../expression.js";
import { foldConstants } from "../fold-constants.js";
import { inputsOf } from "../inputs-of.js";
import { clickhouse } from "./clickhouse.js";
import { type CompiledSql, compileSql } from "./compile-sql.js";
import { duckdb } from "./duckdb.js";
import { postgresql } from "./postgresql.js";
import { quotedColumn, type SqlColumn } from "./sql-column.js";
import type { SqlDialect, SqlDialectName } from "./sql-dialect.js";

/** How a formula is written as SQL. */
export interface SqlOptions {
  readonly dialect: SqlDialectName;
  /** Where an input stands: the name of a column, or more. Left out, the column has the name of the input. */
  readonly column?: (name: string) => string | SqlColumn;
}

/** Longest text that is written. */
const longest = 200_000;

const dialects = { duckdb, postgresql, clickhouse } as const;

/**
 * A formula as one SQL expression over the columns of a row, with the results of `evaluate`: a double, or NULL where a row has
 * no number. Missing operands, policies, `coalesce`, three-valued conditions and decimal rounding mean what they mean there.
 * Parts that read no column stand there as the number that they are. What is needed twice is written twice, so that this form is for formulas of a few levels; beyond 200,000 characters it is
 * refused, and `toSqlQuery` says the same with every part written and computed once.
 *
 * A NULL, `NaN` or infinity in a column is missing; with `notApplicable` a boolean column says where an input is not
 * applicable. Results agree up to the last digits of the database's own `ln`, `exp` and power; sums are not compensated, and
 * where a partial sum, product or distance leaves the range of a double the row is NULL although `evaluate` may still find its
 * value (PostgreSQL stops with error 22003 instead). Refused by name: `round` in ClickHouse, `power-mean` with an exponent
 * between 0 and ±0.01, `ordered-mean` of more than 60 operands. Names are quoted and numbers written as typed literals;
 * nothing is spliced. DuckDB 1.3, PostgreSQL 12 or ClickHouse 24 is assumed.
 *
 * @param expression the formula
 * @param options dialect and columns
 * @returns an expression for a select list or a condition
 * @throws `CxMetricsError` as `parseExpression` does; `formula.not-in-sql`, `formula.sql-too-long`, `formula.bad-sql-column`,
 * `document.not-allowed` for another dialect
 * @example
 * ```ts
 * const rate = { op: "divide", of: ["solved", 8] };
 * toSql(rate, { dialect: "duckdb" }).includes("(CAST(\"solved\" AS DOUBLE) / DOUBLE '8')"); // => true
 * ```
 */
export function toSql(expression: Expression, options: SqlOptions): string {
  const { formula, sql, dialect } = prepareSql(expression, options);
  const piece = sql.writer.piece(formula);
  const result = piece.raw ? dialect.finite(piece.text, sql.writer.define) : piece.text;
  return sql.inline(result);
}

/**
 * Why a row has no number, as an SQL expression beside that of `toSql`: the code of the fault (its place in `faults`), 0 where
 * the row has a number. An infinity or `NaN` in a column is told as missing.
 *
 * @param expression the formula
 * @param options dialect and columns
 * @throws `CxMetricsError` as `toSql` does
 * @example
 * ```ts
 * toSqlFault({ op: "absent", reason: "missing" }, { dialect: "duckdb" }); // => "2"
 * ```
 */
export function toSqlFault(expression: Expression, options: SqlOptions): string {
  const { formula, sql } = prepareSql(expression, options);
  const result = sql.writer.fault(formula);
  return sql.inline(result);
}

/** Checks formula and options, and opens a writer. */
export function prepareSql(
  expression: Expression,
  options: SqlOptions,
  most = longest,
): { readonly formula: Expression; readonly sql: CompiledSql; readonly dialect: SqlDialect } {
  const formula = foldConstants(expression);
  const name = expectOneOf(options?.dialect, ["dialect"], ["duckdb", "postgresql", "clickhouse"]);
  const dialect = dialects[name];
  const place = typeof options.column === "function" ? options.column : (input: string) => input;
  const columns = new Map(
    inputsOf(formula).map((input) => [input, quotedColumn(input, place(input), dialect)] as const),
  );
  return { formula, sql: compileSql(columns, dialect, most), dialect };
}
