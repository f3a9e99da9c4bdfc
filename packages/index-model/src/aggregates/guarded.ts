import { type Condition, type Expression, weightToNumber } from "@cxmetrics/formula";
import type { Operands } from "./operands.js";

/** No number because too little is available: a sum that lacks one of its operands and insists on all. */
const tooLittle: Expression = {
  op: "add",
  of: [{ op: "absent", reason: "missing" }, 0],
  missing: "skip",
  minimumAvailable: 1,
};

/** Shares that should be equal may differ by rounding: 2/3 of the weight passes a bound of "2/3". */
const tolerance = 1e-12;

/** A value that stands only where enough of the operands is available. */
export function guarded(
  value: Expression,
  { of, weights, missing, minimumAvailable, minimumCount }: Operands,
  share: Expression = { op: "available", as: "share", of, ...(weights ? { weights } : {}) },
): Expression {
  if (missing === "propagate") return value;
  const least = weightToNumber(minimumAvailable);
  const count: Expression = { op: "available", as: "count", of };
  const conditions: Condition[] = [
    ...(least > 0 ? [{ compare: ">=", of: [share, least - tolerance] } as const] : []),
    ...(minimumCount === undefined ? [] : [{ compare: ">=", of: [count, minimumCount] } as const]),
  ];
  const [first] = conditions;
  if (first === undefined) return value;
  return {
    op: "if",
    when: conditions.length === 1 ? first : { all: conditions },
    // biome-ignore lint/suspicious/noThenProperty: the word of the format; documents are plain data and never awaited
    then: value,
    else: tooLittle,
  };
}
