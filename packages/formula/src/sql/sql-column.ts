import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { badSqlColumn } from "../problems.js";
import type { SqlDialect } from "./sql-dialect.js";

/** Where an input stands in the database. Every name is quoted by us, whatever it holds. */
export interface SqlColumn {
  readonly column: string;
  /** Table or alias before the column. */
  readonly table?: string;
  /** A boolean column of the same table: true where the input is not applicable. Without it an input is there or missing. */
  readonly notApplicable?: string;
}

/** SQL of a column: its value as it is, and the mark that it is not applicable. */
export interface QuotedColumn {
  readonly value: string;
  readonly mark?: string;
  readonly names: readonly string[];
}

/** Checks and quotes what the caller gave for a name. */
export function quotedColumn(name: string, given: unknown, dialect: SqlDialect): QuotedColumn {
  const said: unknown = typeof given === "string" ? { column: given } : given;
  const { column, table, notApplicable } = (said ?? {}) as Partial<Record<keyof SqlColumn, unknown>>;
  const stated = [column, table, notApplicable].filter((text) => text !== undefined);
  const names = stated.filter((text) => typeof text === "string" && text !== "" && !text.includes("\0"));
  if (column === undefined || names.length < stated.length)
    throw new CxMetricsError(badSqlColumn, {
      path: ["column", name],
      values: { name, found: describeValue(given) },
    });
  const before = table === undefined ? "" : `${dialect.quote(table as string)}.`;
  return {
    value: `${before}${dialect.quote(column as string)}`,
    ...(notApplicable === undefined ? {} : { mark: `${before}${dialect.quote(notApplicable as string)}` }),
    names: names.map(String),
  };
}
