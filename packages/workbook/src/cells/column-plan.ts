import type { Reason } from "@cxmetrics/formula";

/** Why a cell holds a value in place of a formula. */
export type ValueCause = "cohort" | "too-long" | "faults";

/** One column of a sheet with one row a unit. */
export interface ColumnPlan {
  /** Name under which formulas read it; steps of a formula have a name of their own. */
  readonly name: string;
  /** The node to which it belongs; none for columns of the table. */
  readonly node?: string;
  readonly sheet: string;
  readonly column: number;
  readonly role: "raw" | "column" | "attribute" | "period" | "statement" | "node" | "output" | "step";
  /** Heading below the title. */
  readonly subhead: string;
  readonly title: string;
  /** Cells by row: numbers, texts, or nothing. */
  readonly cells?: readonly (number | string | null)[];
  /** The formula of every row, cut where its row number stands. */
  readonly formula?: readonly string[];
  /** Whether nobody tells why one of its cells holds no number. */
  readonly reasonless?: true;
  /** Number format; that of the scale when left out. */
  readonly format?: string;
  /** Below the heading: the method, or what kind of source it is. */
  readonly method?: string;
  /** Why a cell of values holds no number, by row. */
  readonly reasons?: readonly (string | null)[];
  /** Why it holds values where a formula was expected. */
  readonly cause?: ValueCause;
  /** Faults that its cells may hold. */
  readonly faults: readonly Reason[];
}
