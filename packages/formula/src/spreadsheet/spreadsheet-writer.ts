import type { Condition, Expression, Reason } from "../expression.js";

/** Writes the parts of an operation as formulas of a cell. Every text is complete in itself. */
export interface SpreadsheetWriter {
  /** Joins the arguments of a function. */
  call(name: string, ...parts: readonly string[]): string;
  number(value: number): string;
  /** A constant as it is written, a rational as a quotient. */
  constant(value: number | string): string;
  /** The cell in which a constant of an operation stands, or `undefined` where it is written out. */
  bound(operation: object, ...place: readonly (string | number)[]): string | undefined;
  /** Faults that the cell of an input may hold. */
  inputFaults(name: string): readonly Reason[];
  /** A number, or an error of the sheet where there is none. */
  value(expression: Expression): string;
  /** TRUE, FALSE, or an error where the condition is undecided. */
  condition(condition: Condition): string;
  /** As `value`, for places that test it with ISNUMBER themselves: an input stands there as its bare cell. */
  tested(expression: Expression): string;
  /** TRUE where the expression is not applicable, else FALSE; `undefined` where it always applies. */
  notApplicable(expression: Expression): string | undefined;
  /** The error that tells a reason why there is no number. */
  errorFor(reason: Reason): string;
  /** Whether other cells have to tell what is missing from what could not be computed. */
  readonly apart: boolean;
  /** Whether a reason is told as #N/A. */
  isAbsence(reason: Reason): boolean;
  refuse(what: string): never;
}

/** What computation could not do, as an error that IFNA does not catch. */
export const computationError = "SQRT(-1)";

/** A value that is missing or withheld, or of which too little is there. */
export const missingError = "NA()";
