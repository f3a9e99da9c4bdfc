import type { Condition, Expression } from "@cxmetrics/formula";
import { columnName } from "../../node-id.js";
import { truth } from "../truth.js";
import type { Evidence } from "./evidence.js";

/** Name under which the formula reads whether every attribute is stated: 1 or missing. */
export function statedName(id: string): string {
  return `${id}.stated`;
}

/** The condition under which the leaf counts; undecided where nobody looked. */
function admits(id: string, { conditions = [], stated = [] }: Evidence): Condition {
  const all: Condition[] = conditions.flatMap(({ column, atLeast, atMost }): Condition[] => [
    ...(atLeast === undefined
      ? []
      : [{ compare: ">=" as const, of: [columnName(column), atLeast] as const }]),
    ...(atMost === undefined ? [] : [{ compare: "<=" as const, of: [columnName(column), atMost] as const }]),
  ]);
  if (stated.length > 0) all.push({ compare: "=", of: [statedName(id), 1] });
  return all.length === 1 ? (all[0] as Condition) : { all };
}

/** 1 where the evidence is good enough, 0 where it is not, without a value where nobody looked. */
export function lowerAdmitted(id: string, evidence: Evidence): Expression {
  return truth(admits(id, evidence));
}

/** The value where the evidence is good enough, otherwise missing; what is not applicable stays so. */
export function lowerEvidence(id: string, evidence: Evidence | undefined, x: Expression): Expression {
  if (!evidence) return x;
  // A sum fails for the weightiest reason among its operands, so that "not applicable" is not turned into "missing".
  const permit: Expression = {
    op: "if",
    when: admits(id, evidence),
    // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
    then: 0,
    else: { op: "absent", reason: "missing" },
  };
  return { op: "add", of: [x, permit] };
}
