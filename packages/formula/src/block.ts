import type { Condition, Expression } from "./expression.js";
import type { Scaling } from "./operations/scaling.js";

/**
 * Some rows of a column. A condition fills one with 1 (true) and 0 (false). `faulty` says whether any row of it has a
 * fault, so that clean blocks skip the mask.
 */
export interface Block {
  values: Float64Array;
  fault: Uint8Array;
  faulty: boolean;
}

/** A compiled expression: reads `count` rows from row `start` on. */
export interface Step {
  /** The block stays as it is until the step, or one that took over its buffer, is read again. */
  readonly read: (start: number, count: number) => Block;
  /** Buffer that may serve another step once the rows have been used. */
  readonly buffer?: Block;
  /** As `read`, but nobody has looked yet whether the values are numbers: whoever computes with them anyway looks then. */
  readonly glance?: (start: number, count: number) => Glance;
  /** What the rows are made of, for whoever can scale them on the way and spare a column that is written and read again. */
  readonly scaled?: { readonly of: Step; readonly by: Scaling };
}

/** Rows in place: row 0 of the block is row `at` of the values. A block that is `faulty` has to be read with care. */
export interface Glance {
  values: Float64Array;
  at: number;
  faulty: boolean;
}

/** Compiles parts of an expression and lends buffers, so that a formula needs few of them and they stay in the cache. */
export interface Compiler {
  step(expression: Expression): Step;
  condition(condition: Condition): Step;
  /** The number that a part stands for, where it reads no input and has a value. */
  readonly constant: (part: Expression) => number | undefined;
  /**
   * A buffer for the outcome of the steps named. Take it once they are compiled: it is another than theirs, and theirs
   * are free for later steps. Therefore a step reads its own steps in the order in which it compiled them, before it writes;
   * to read one again it reads them all again.
   */
  outcomeOf(steps: readonly Step[]): Block;
}

/** An empty block of so many rows. */
export function newBlock(length: number): Block {
  return { values: new Float64Array(length), fault: new Uint8Array(length), faulty: false };
}
