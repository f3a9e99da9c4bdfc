import type { Outcome, ProblemValues } from "@cxmetrics/definition";
import type { LeafEstimate } from "@cxmetrics/index-model";
import type { RowLocation } from "../locate-rows.js";
import type { Measure } from "../measures/measure.js";
import type { MeasureContext } from "../measures/measure-kind.js";
import type { Reason } from "../not-computable.js";

/** What is known of the error of one indicator of one unit. */
export interface Leaf {
  readonly id: string;
  /** Column of the index table. */
  readonly column: string;
  readonly measure: Measure;
  readonly context: MeasureContext;
  readonly located: RowLocation | null;
  readonly outcome: Outcome;
  readonly error: LeafError;
}

/** The error itself. */
export interface LeafError {
  /** As `propagateUncertainty` wants it; `null` where there is no value or where a figure is given. */
  readonly estimate: LeafEstimate | null;
  /** Standard error in the unit of the column, where it varies from row to row. */
  readonly spread: number | null;
  /** Why the error is not known. */
  readonly unknown?: LeafGap;
}

/** A reason with the values that its sentence names. */
export interface LeafGap {
  readonly reason: Reason;
  readonly values: ProblemValues;
}

/** Whether a leaf moves the index by chance. */
export function isUncertain({ error }: Leaf): boolean {
  return error.estimate !== null && error.estimate.inference !== "none";
}
