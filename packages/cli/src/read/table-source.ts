import type { SourceFormat } from "./source-format.js";

/** What DuckDB is asked for one column. */
export interface ColumnExpression {
  readonly sql: string;
  /** Values bound to the `?` of `sql`. */
  readonly values: readonly string[];
  /** Whether cells come as doubles; as texts otherwise. */
  readonly double: boolean;
  /** Whether the file stores whole numbers there. */
  readonly whole: boolean;
  /** Whether the file stores instants there. */
  readonly instant: boolean;
}

/** A file as DuckDB sees it: its columns, and how to ask for them. */
export interface TableSource {
  readonly format: SourceFormat;
  /** Trimmed names in the order of the file; duplicates are possible. */
  readonly columnNames: readonly string[];
  /** `FROM` clause with one `?` for each of `values`. */
  readonly from: string;
  readonly values: readonly string[];
  expression(index: number, kind: "number" | "time" | "text"): ColumnExpression;
  /** What the first record must hold where it is the header, which DuckDB is not told of. */
  readonly header?: readonly string[];
  /** Rows of the file that DuckDB was not shown: blank lines before the header. */
  readonly hiddenRows: number;
  /** Row of the file in which a record stands, as a spreadsheet counts. */
  rowNumber(record: number): Promise<number>;
}
