import type { Condition } from "../expression.js";
import { comparisons } from "../operations/condition.js";

/** How many comparisons a condition holds. */
export function comparisonsOf(condition: Condition): number {
  if ("compare" in condition) return 1;
  const parts = "not" in condition ? [condition.not] : "all" in condition ? condition.all : condition.any;
  return parts.reduce((sum, part) => sum + comparisonsOf(part), 0);
}

/** The answer of comparison number `pair`; `undefined` where it is undecided. */
export type Ask = (pair: number, compare: (a: number, b: number) => boolean) => boolean | undefined;

/** Truth of a condition from its comparisons in order; `undefined` where it is undecided. */
export function decide(condition: Condition, ask: Ask): boolean | undefined {
  let next = 0;
  const visit = (part: Condition): boolean | undefined => {
    if ("compare" in part) {
      const pair = next;
      next += 1;
      return ask(pair, comparisons[part.compare].holds);
    }
    if ("not" in part) {
      const inner = visit(part.not);
      return inner === undefined ? undefined : !inner;
    }
    const deciding = "any" in part;
    const answers = ("all" in part ? part.all : part.any).map(visit);
    if (answers.includes(deciding)) return deciding;
    return answers.includes(undefined) ? undefined : !deciding;
  };
  return visit(condition);
}
