import { CxMetricsError, describeValue, type LocalizedText, type ProblemPath } from "@cxmetrics/definition";
import type { Dialect } from "./dialects/dialect.js";
import { badName, badTable, badText } from "./problems.js";

/** Name of a table, view or common table expression; with its schema or catalogue, a list of up to three names. */
export type SqlTable = string | readonly string[];

/** Writes names and values of one statement, and keeps what is bound. */
export interface SqlText {
  readonly dialect: Dialect;
  /** The texts that are bound, in order. */
  readonly parameters: readonly string[];
  /** A text of the definition: bound, or a literal where the dialect cannot bind it by number. */
  text(value: string): string;
  /** A double. */
  number(value: number): string;
  /** A column of the user's table. */
  column(name: unknown, path: ProblemPath): string;
}

/** The alias under which the user's table is read: with it, no name of ours meets one of theirs. */
export const source = "cx_src";

/** Half of a surrogate pair, alone. */
const loneSurrogate = /\p{Surrogate}/u;

const columnWord: LocalizedText = { en: "a column", zh: "列名" };

/** Opens a statement. */
export function startSql(dialect: Dialect, inline: boolean): SqlText {
  const parameters: string[] = [];
  const places = new Map<string, string>();
  return {
    dialect,
    parameters,
    text: (value) => {
      // A lone surrogate has no UTF-8 form, and drivers put another character in its place.
      if (value.includes("\0") || loneSurrogate.test(value))
        throw new CxMetricsError(badText, { values: { found: describeValue(value) } });
      if (inline || dialect.parameter === undefined) return dialect.literal(value);
      const known = places.get(value);
      if (known !== undefined) return known;
      const place = dialect.parameter(parameters.push(value));
      places.set(value, place);
      return place;
    },
    number: (value) => `CAST('${value}' AS ${dialect.double})`,
    column: (name, path) => `${source}.${dialect.quote(expectName(name, path, columnWord))}`,
  };
}

/** The user's table, quoted part by part. */
export function quoteTable(table: unknown, dialect: Dialect): string {
  const names = typeof table === "string" ? [table] : table;
  if (!Array.isArray(names) || names.length < 1 || names.length > 3)
    throw new CxMetricsError(badTable, { path: ["table"], values: { found: describeValue(table) } });
  const word = { en: "a table", zh: "表名" };
  return names.map((name, place) => dialect.quote(expectName(name, ["table", place], word))).join(".");
}

/** Expects a name that every database can hold once it is quoted. */
function expectName(name: unknown, path: ProblemPath, what: LocalizedText): string {
  if (typeof name === "string" && name !== "" && !name.includes("\0") && !loneSurrogate.test(name))
    return name;
  throw new CxMetricsError(badName, { path, values: { found: describeValue(name), what } });
}
