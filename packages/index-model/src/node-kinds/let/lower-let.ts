import type { Expression } from "@cxmetrics/formula";
import type { LetNode } from "./let-node.js";

/** What one name of the node is, as a chain of cases. */
function lowerLetName(node: LetNode, name: string): Expression {
  const otherwise = node.default[name] as Expression;
  return (node.cases ?? []).reduceRight<Expression>(
    (rest, { when, set }) => ({
      op: "if",
      when,
      // biome-ignore lint/suspicious/noThenProperty: the word of the formula format; data, never awaited
      then: Object.hasOwn(set, name) ? (set[name] as Expression) : otherwise,
      else: rest,
    }),
    otherwise,
  );
}

/** Every name with its formula. */
export function letOutputs(node: LetNode): Readonly<Record<string, Expression>> {
  return Object.fromEntries(Object.keys(node.default).map((name) => [name, lowerLetName(node, name)]));
}

/** The formula of the name whose value is the node's. */
export function lowerLet(node: LetNode): Expression {
  return lowerLetName(node, node.value ?? (Object.keys(node.default)[0] as string));
}
