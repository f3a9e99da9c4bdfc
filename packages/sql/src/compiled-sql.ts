import type { LocalizedText } from "@cxmetrics/definition";
import type { SqlText } from "./sql-text.js";

/** A statement for a database. */
export interface CompiledSql {
  readonly sql: string;
  /**
   * Texts to bind, in order: `$1`, `$2` … in DuckDB and PostgreSQL, `p1`, `p2` … in ClickHouse, Spark and BigQuery. Empty
   * where everything stands in the statement.
   */
  readonly parameters: readonly string[];
  /** What to know before running it. */
  readonly notes: readonly SqlNote[];
}

/** Something to know about a statement. */
export interface SqlNote {
  /** Stable name of the note. */
  readonly code: string;
  readonly message: LocalizedText;
}

const untried: SqlNote = {
  code: "sql.dialect-not-executed",
  message: {
    en: "This dialect is written after its manual; our tests do not execute it. Compare one result with memory first.",
    zh: "该方言按其手册编写，我们的测试未实际执行。请先与内存结果核对一次。",
  },
};

/** The statement as plain data. */
export function finishSql(text: SqlText, sql: string, notes: readonly SqlNote[]): CompiledSql {
  const own = text.dialect.support === "executed" ? [] : [untried];
  return { sql, parameters: [...text.parameters], notes: [...own, ...notes] };
}
