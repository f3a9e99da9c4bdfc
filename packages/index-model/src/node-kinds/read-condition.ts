import type { ProblemPath } from "@cxmetrics/definition";
import { type Condition, type Conditional, parseExpression } from "@cxmetrics/formula";

/** Expects a condition. Formulas are what can be parsed, so it is parsed inside the smallest one. */
export function readCondition(value: unknown, path: ProblemPath): Condition {
  // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
  const formula = parseExpression({ op: "if", when: value, then: 1, else: 0 }, path);
  return (formula as Conditional).when;
}
