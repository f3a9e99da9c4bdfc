import type { Expression } from "../expression.js";
import { constantOf } from "../leaf.js";
import { mapOperands } from "../map-operands.js";

const neutral = new Map([
  ["multiply", 1],
  ["add", 0],
]);

/**
 * The formula without factors of 1 and summands of 0, which methods with default parameters leave behind and which a sentence should not
 * tell. Where missing operands are left out they count as operands, and stay.
 */
export function withoutNeutral(expression: Expression): Expression {
  if (typeof expression !== "object") return expression;
  const operation = mapOperands(expression, withoutNeutral);
  if (operation.op !== "multiply" && operation.op !== "add") return operation;
  if (operation.missing !== undefined) return operation;
  const rest = operation.of.filter(
    (part) => typeof part === "object" || constantOf(part) !== neutral.get(operation.op),
  );
  const [first] = rest;
  if (first === undefined || rest.length === operation.of.length) return operation;
  return rest.length === 1 ? first : { ...operation, of: rest };
}
