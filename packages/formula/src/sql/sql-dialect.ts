import type { RoundingMode } from "../expression.js";

/** Databases whose SQL is written. */
export type SqlDialectName = "duckdb" | "postgresql" | "clickhouse";

/** Gives the name under which the result of a text stands in the later levels of a query. */
export type Define = (text: string) => string;

/** A query in levels: what each defines by name may be used by those after it. */
export type SqlLevels = readonly (readonly { readonly name: string; readonly text: string }[])[];

/** What differs between databases. Every text in and out is SQL, complete in itself, and every number a double. */
export interface SqlDialect {
  readonly name: SqlDialectName;
  /** Name of the type of a double, as in a cast. */
  readonly double: string;
  /** A double from its shortest decimal text. */
  number(text: string): string;
  quote(identifier: string): string;
  /** Ends a level of a query so that the planner does not copy its expressions into the next, or nothing where it would not. */
  readonly fence: string;
  /** NULL in place of NaN and the infinities. */
  finite(x: string, define: Define): string;
  /** One of two values; NULL where the condition is. */
  choose(condition: string, yes: string, no: string, define: Define): string;
  /** Least and greatest of the members that are not NULL; the members are cheap to repeat, as are operands below. */
  least(members: readonly string[]): string;
  greatest(members: readonly string[]): string;
  /** NULL for 0 and below. */
  ln(x: string): string;
  /** These may give an infinity, or NULL in place of one; operands are finite or NULL. */
  exp(x: string): string;
  power(base: string, exponent: string): string;
  /** Array of the members that are not NULL, greatest first; `[k]` reads member k from 1 on. */
  ranked(members: readonly string[]): string;
  /** Decimal rounding on the shortest decimal text; `undefined` where the database cannot. */
  round(x: string, digits: number, mode: RoundingMode, define: Define): string | undefined;
}
