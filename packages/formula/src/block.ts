import type { Condition, Expression } from "./expression.js";

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
}

/** Compiles parts of an expression and lends buffers, so that a formula needs few of them and they stay in the cache. */
export interface Compiler {
  step(expression: Expression): Step;
  condition(condition: Condition): Step;
  /** The number that a part stands for, where it reads no input and has a value. */
  readonly constant: (part: Expression) => number | undefined;
  /**
   * A buffer for the outcome of the steps named. Take it once they are compiled: it is another than theirs, and theirs
   * are free for later steps. Therefore a step reads its own steps in the order in which it compiled them, once a block,
   * before it writes.
   */
  outcomeOf(steps: readonly Step[]): Block;
}

/** An empty block of so many rows. */
export function newBlock(length: number): Block {
  return { values: new Float64Array(length), fault: new Uint8Array(length), faulty: false };
}
