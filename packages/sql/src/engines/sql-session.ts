import { CxMetricsError, didYouMean, expectRecord } from "@cxmetrics/definition";
import { dialectNamed } from "../dialects/registry.js";
import { badClient, unknownColumn } from "../problems.js";
import type { SqlRow } from "../read-rows.js";
import { quoteTable, type SqlTable, type SqlText, source, startSql } from "../sql-text.js";
import { cellIn, type EngineDialect, type TableColumn } from "./cell-sql.js";
import type { SqlSelection } from "./requests.js";

/** Runs a statement on the user's own connection. */
export type RunSql = (sql: string, parameters: readonly string[]) => Promise<readonly SqlRow[]>;

/** What an engine is made of. */
export interface EngineParts {
  readonly dialect: EngineDialect;
  readonly run: RunSql;
  /** Columns of a table that is quoted already. */
  readonly columnsOf: (table: string) => Promise<readonly TableColumn[]>;
  /** Per source of the plan its table; a source that is not named has the table of its own name. */
  readonly tables: Readonly<Record<string, SqlTable>>;
}

/** Options of the engines. */
export interface SqlEngineOptions {
  /** Per source of the plan its table; a source that is left out has the table of its own name. */
  readonly tables?: Readonly<Record<string, SqlTable>>;
}

/** Checks what an engine is given: a client with the method that runs statements, and its options. */
export function expectEngine(
  client: unknown,
  method: string,
  options: unknown,
): SqlEngineOptions["tables"] & object {
  const there = typeof (client as Record<string, unknown> | null | undefined)?.[method] === "function";
  if (!there) throw new CxMetricsError(badClient, { path: ["client"], values: { method } });
  const { tables } = expectRecord(options, ["options"], [], ["tables"]);
  return expectRecord(tables ?? {}, ["options", "tables"], [], Object.keys(tables ?? {})) as Record<
    string,
    SqlTable
  >;
}

/** One statement over the selected rows of a source. */
export interface Statement {
  readonly text: SqlText;
  /** A column by its header, trimmed: where it stands and what it holds. */
  readonly column: (header: string) => TableColumn & { readonly sql: string };
  readonly has: (header: string) => boolean;
  /** Table and condition, to stand after FROM; ` AND …` may follow. */
  readonly from: string;
}

/** Opens statements over sources; the columns of each table are asked once. */
export function openSession({ dialect: name, columnsOf, tables }: EngineParts) {
  const dialect = dialectNamed(name, ["dialect"]);
  const known = new Map<string, Promise<readonly TableColumn[]>>();
  const tableOf = (of: string) => quoteTable(Object.hasOwn(tables, of) ? tables[of] : of, dialect);
  const columns = (of: string) => {
    const table = tableOf(of);
    const found = known.get(table) ?? columnsOf(table);
    known.set(table, found);
    // A table that was not there yet is asked for again.
    found.catch(() => known.delete(table));
    return found;
  };
  return {
    columns,
    open: async ({ source: of, where }: SqlSelection): Promise<Statement> => {
      const byHeader = new Map((await columns(of)).map((column) => [column.name.trim(), column] as const));
      const text = startSql(dialect, false);
      const column = (header: string) => {
        const found = byHeader.get(header.trim());
        if (found !== undefined) return { ...found, sql: text.column(found.name, [header]) };
        const headers = [...byHeader.keys()];
        throw new CxMetricsError(unknownColumn, {
          path: ["sources", of, header],
          values: { column: header, source: of, hint: didYouMean(header, headers) },
        });
      };
      const conditions = where.map((condition) => {
        const { sql, kind } = column(condition.column);
        return cellIn(text, sql, kind, condition.in);
      });
      return {
        text,
        column,
        has: (header) => byHeader.has(header),
        from: `${tableOf(of)} AS ${source} WHERE ${["1 = 1", ...conditions].join(" AND ")}`,
      };
    },
  };
}
