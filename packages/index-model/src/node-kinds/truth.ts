import type { Condition, Expression } from "@cxmetrics/formula";

/** A condition as a number: 1 where it holds, 0 where it does not, without a value where it is undecided. */
export function truth(when: Condition): Expression {
  // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
  return { op: "if", when, then: 1, else: 0 };
}
