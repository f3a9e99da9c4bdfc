/** Databases whose SQL is written. */
export type DialectName =
  | "duckdb"
  | "postgresql"
  | "clickhouse"
  | "spark"
  | "trino"
  | "bigquery"
  | "snowflake";

/** How far the SQL of a dialect is tried in our tests. */
export type DialectSupport = "executed" | "parsed, not executed";

/** What differs between databases. Every text in and out is SQL, complete in itself. */
export interface Dialect {
  readonly name: DialectName;
  readonly support: DialectSupport;
  /** Names of types, as in a cast, that take NULL. */
  readonly double: string;
  readonly text: string;
  readonly whole: string;
  quote(identifier: string): string;
  /** A text as a literal, for dialects without `parameter` and for texts that are not the user's. */
  literal(text: string): string;
  /** The n-th parameter, from 1, where texts are bound and one may be named twice. */
  parameter?(n: number): string;
  isNan(double: string): string;
  /** Sum of doubles as exact as the database can: one double, 0 or NULL without rows. */
  sum(double: string): string;
  /** The calendar date on the clocks of an IANA zone, of an instant in whole epoch milliseconds. */
  localDate(ms: string, zone: string): string;
  /** Days from 1 January 1970 to a date. */
  daysToDate(date: string): string;
}

/** A text in single quotes; a quote inside stands twice. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A text in single quotes where the backslash escapes. */
export function escaped(text: string): string {
  const inside = text
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "\\'")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r");
  return `'${inside}'`;
}

/** A name in double quotes. */
export function doubleQuoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
