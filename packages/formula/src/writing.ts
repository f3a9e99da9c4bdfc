import type { Condition, Expression } from "./expression.js";

/** How tightly a written formula holds together; an operand that holds less tightly than its place asks gets brackets. */
export const binding = { choice: 0, sum: 1, product: 2, power: 3, call: 4, atom: 5 } as const;

/** A written formula or condition. */
export interface Piece {
  readonly text: string;
  /** One of the values of `binding`. */
  readonly binds: number;
  /** Whether it begins with a minus, which may not follow another sign. */
  readonly signed?: boolean;
}

/** Writes the parts of an operation in the notation at hand. */
export interface Writer {
  of(expression: Expression): Piece;
  condition(condition: Condition): Piece;
  /** Text of an operand, in brackets when it binds less tightly than asked, or is signed where no sign may stand. */
  operand(expression: Expression, binds: number, sign?: "free" | "bracketed"): string;
}

/** Says the parts of an operation in one language. */
export interface Speaker {
  /** A part as an operand of words that reach no further than a bracket: every composite part in parentheses. */
  operand(expression: Expression): string;
  /** A part that fills a clause by itself: arithmetic with signs is left without parentheses. */
  item(expression: Expression): string;
  condition(condition: Condition): string;
}
