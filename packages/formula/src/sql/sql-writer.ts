import type { Condition, Expression } from "../expression.js";
import type { Define, SqlDialect } from "./sql-dialect.js";

/** SQL of a value. */
export interface SqlPiece {
  /** A double, complete in itself; NULL where there is no number. */
  readonly text: string;
  /**
   * Whether NaN or an infinity may stand in place of NULL. Arithmetic hands them on until something could turn them back
   * into a number; there, and at the end, they become NULL.
   */
  readonly raw: boolean;
  /** Whether the text is a name or a literal, which may be repeated. */
  readonly atomic: boolean;
  /** The number that a literal stands for. */
  readonly constant?: number;
}

/** Writes the parts of an operation as SQL. */
export interface SqlWriter {
  readonly dialect: SqlDialect;
  number(value: number): string;
  piece(expression: Expression): SqlPiece;
  /** A value that is a finite double or NULL. */
  value(expression: Expression): string;
  condition(condition: Condition): string;
  /** Condition that the expression is not applicable, never NULL; `undefined` where it always applies. */
  notApplicable(expression: Expression): string | undefined;
  /** Code of the fault as an integer, 0 where there is a value. */
  fault(expression: Expression): string;
  faultOfCondition(condition: Condition): string;
  /** The name of a result that is computed once, in a level of the query before those that use it. */
  readonly define: Define;
  /** `body` with the parts defined; parts that are names or literals already stay as they are. */
  bind(parts: readonly SqlPiece[], body: (names: readonly string[]) => string): string;
}

/** A piece that is complete and finite or NULL. */
export function sound(text: string, atomic = false): SqlPiece {
  return { text, raw: false, atomic };
}
