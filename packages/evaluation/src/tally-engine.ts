import type { FunnelDefinition, FunnelTally } from "@cxmetrics/funnel";
import type { RatingScale, RatingTally } from "@cxmetrics/scores";

/**
 * Computes tallies where the data lives. The evaluation asks for these and nothing else, so an array in memory, DuckDB or
 * a cluster can stand behind it; the statistics are done once, in TypeScript, on what comes back. All columns are headers
 * of the source, trimmed.
 */
export interface TallyEngine {
  /** Name and version, for the evidence, for example `in-memory`. */
  readonly name: string;
  /** What the source holds; asked before anything is tallied. */
  describeSource(source: string): Promise<SourceDescription>;
  /** Histogram of a rating column, with Σw and Σw² under weights. */
  tallyRatings(request: RatingRequest): Promise<RatingTally>;
  /** How far actors got through the steps. */
  tallyFunnel(request: FunnelRequest): Promise<FunnelTally>;
  /** `SELECT columns…, count(*) … GROUP BY columns…`; without columns, the number of rows. */
  countValues(request: ValueRequest): Promise<ValueTally>;
  /** Sums of columns over the rows in which all of them hold a number. */
  sumColumns(request: NumberRequest): Promise<SumTally>;
  /** The numbers themselves, row by row, for exact percentiles. */
  readNumbers(request: NumberRequest): Promise<NumberRows>;
  /**
   * Cross-tables of every two of some readings over the same rows, for the covariance of indicators that share rows. An engine without
   * it leaves an index over such indicators without an interval.
   */
  tallyJoint?(request: JointRequest): Promise<JointValueTally>;
}

/** What is known of a source before reading it. */
export interface SourceDescription {
  readonly rowCount: number;
  /** Every header, trimmed. */
  readonly headers: readonly string[];
  /** Digest of the file, when one was taken. */
  readonly digest?: string;
}

/** Which rows of which source: those for which every condition holds. */
export interface RowSelection {
  readonly source: string;
  readonly where: readonly RowCondition[];
}

/** The cell, as trimmed text, is one of the values. Numbers are compared as numbers: `1` equals `1.0`. */
export interface RowCondition {
  readonly column: string;
  readonly in: readonly string[];
}

/** What becomes of cells that cannot be read: refused with the row, or counted as invalid. */
export type OnInvalid = "throw" | "count";

/** A rating tally is wanted. */
export interface RatingRequest extends RowSelection {
  readonly rating: string;
  readonly weight?: string;
  readonly scale: RatingScale;
  /** Codes and texts that stand for "no answer"; blank cells always do. */
  readonly missing: readonly (number | string)[];
  readonly onInvalid: OnInvalid;
}

/** A funnel tally is wanted. */
export interface FunnelRequest extends RowSelection {
  readonly actor: string;
  readonly event: string;
  /** Epoch milliseconds. */
  readonly time: string;
  readonly sequence?: string;
  readonly definition: FunnelDefinition;
}

/** Counts of values, or of combinations of values, are wanted. */
export interface ValueRequest extends RowSelection {
  readonly columns: readonly string[];
}

/** Rows per combination of values; `null` is a blank cell. Texts are trimmed. */
export interface ValueTally {
  readonly rows: number;
  readonly cells: readonly { readonly values: readonly (string | null)[]; readonly count: number }[];
}

/** Cross-tables are wanted. */
export interface JointRequest extends RowSelection {
  /** Columns of each reading; a reading may have several (a rating and its weight). */
  readonly readings: readonly (readonly string[])[];
}

/** Rows per pair of readings, for every pair a < b: `GROUP BY GROUPING SETS` over the readings two by two. */
export interface JointValueTally {
  readonly rows: number;
  readonly pairs: readonly JointPair[];
}

/** The cross-table of two readings. */
export interface JointPair {
  /** Places in the request. */
  readonly a: number;
  readonly b: number;
  /** Cells of the columns of either reading as in `ValueTally`, and the rows that have them. */
  readonly cells: readonly JointValueCell[];
}

/** Rows in which two readings have the same cells. */
export interface JointValueCell {
  readonly a: readonly (string | null)[];
  readonly b: readonly (string | null)[];
  readonly count: number;
}

/** Numbers of some columns are wanted. */
export interface NumberRequest extends RowSelection {
  readonly columns: readonly string[];
  /** What becomes of a cell that is neither blank nor a number. */
  readonly onInvalid: OnInvalid;
}

/** Sums over complete rows. */
export interface SumTally {
  readonly rows: number;
  /** Rows in which every column holds a number. */
  readonly complete: number;
  /** Rows with a blank cell (and no refused one). */
  readonly blank: number;
  /** Rows with a cell that is no number. */
  readonly invalid: number;
  /** Σ per column over complete rows, in the order asked. */
  readonly sums: readonly number[];
}

/** Numbers by column in the order asked, one per selected row; `null` is a blank cell. */
export interface NumberRows {
  readonly columns: readonly (readonly (number | null)[])[];
  /** Rows left out because a cell is no number. */
  readonly invalid: number;
  /** Row of the source that each number stands in, from 1, where the engine knows it: for error messages. */
  readonly rows?: readonly number[];
}
