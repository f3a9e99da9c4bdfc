import type { ProblemPath } from "@cxmetrics/definition";
import type { Condition, Expression } from "./expression.js";

/** Reads the parts of an untrusted operation; depth and size are counted across the whole formula. */
export interface Parser {
  expression(value: unknown, path: ProblemPath): Expression;
  condition(value: unknown, path: ProblemPath): Condition;
  /** Reads a list of `least` to `most` members, which stand under `of` unless the path says otherwise. */
  list<T>(
    value: unknown,
    path: ProblemPath,
    count: OperandCount,
    read: (item: unknown, path: ProblemPath) => T,
  ): readonly T[];
}

/** Whose operands are counted, and how many there may be. */
export interface OperandCount {
  readonly op: string;
  readonly least: number;
  readonly most: number;
}
