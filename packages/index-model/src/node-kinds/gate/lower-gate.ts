import type { Condition, Expression } from "@cxmetrics/formula";
import { truth } from "../truth.js";
import { undecided } from "../undecided.js";
import type { GateEffect, GateNode, Statement } from "./gate-node.js";

/** Whether a predicate is read from an attribute of the table. */
export function isStatement(when: Condition | Statement): when is Statement {
  return "attribute" in when;
}

/** Name under which formulas read the statement about a unit: 1 confirmed, 0 clear, missing where it was not assessed. */
export function statementName(id: string): string {
  return `${id}.statement`;
}

/** 1 where the gate is triggered, 0 where it is passed, without a value where that is open. */
export function lowerTrigger(id: string, { when }: GateNode): Expression {
  return isStatement(when) ? statementName(id) : truth(when);
}

/** The value that comes through the gate. Where the predicate does not apply, the value is kept. */
export function lowerGate(id: string, node: GateNode): Expression {
  const decided: Expression = {
    op: "coalesce",
    of: [lowerTrigger(id, node), 0],
    for: node.notAssessed === "keep" ? undecided : ["not-applicable"],
  };
  const through = effectOn(node.of, node.effect);
  if (through === node.of && node.notAssessed === "keep") return node.of;
  return {
    op: "if",
    when: { compare: "=", of: [decided, 1] },
    // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
    then: through,
    else: node.of,
  };
}

function effectOn(value: string, effect: GateEffect): Expression {
  switch (effect.do) {
    case "set":
      return effect.value;
    case "cap":
      return { op: "minimum", of: [value, effect.at] };
    case "missing":
      return { op: "absent", reason: "missing" };
    case "withhold":
      return { op: "absent", reason: "withheld" };
    default:
      return value;
  }
}
