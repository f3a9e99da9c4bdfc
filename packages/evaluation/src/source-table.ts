/**
 * A raw source in memory: columns of equal length, by the header of the file (trimmed). Headers, not the names of a plan:
 * the plan's column map is applied by the evaluation, so a reader only has to read.
 */
export interface SourceTable {
  readonly rowCount: number;
  /** The columns that were read, by trimmed header. */
  readonly columns: Readonly<Record<string, SourceColumn>>;
  /** Every header of the file, also of columns that were not read: for "did you mean". The keys of `columns` when left out. */
  readonly headers?: readonly string[];
  /** Digest of the file's bytes, `sha256:…`, when the reader took one; it goes into the evidence. */
  readonly digest?: string;
}

/** One column: texts with a dictionary, or numbers. */
export type SourceColumn = TextColumn | NumberColumn;

/**
 * A dictionary-encoded column of texts: row r holds `names[codes[r]]`. A `null` name, or one of blanks only, is a blank cell. A CSV
 * reader may leave every column as text: numbers in it are parsed once per distinct text, where a measure wants numbers.
 */
export interface TextColumn {
  readonly kind: "text";
  readonly codes: ArrayLike<number>;
  readonly names: readonly (string | null)[];
}

/** A column of numbers. `NaN` is a blank cell, and only that: it never leaves the table as a number. */
export interface NumberColumn {
  readonly kind: "number";
  readonly values: Float64Array;
}
