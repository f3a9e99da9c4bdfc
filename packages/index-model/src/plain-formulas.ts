import { type Expression, parseExpression } from "@cxmetrics/formula";
import type { IndexDefinition } from "./index-definition.js";
import { linksOf } from "./links-of.js";
import { loweredOrNone } from "./lowered.js";
import { nodeAt } from "./node-at.js";
import { orderNodes } from "./order-nodes.js";

/**
 * The formulas of some nodes and of all below them, each after those that it reads; a leaf reads its raw value. `undefined` where
 * a node is more than one formula.
 */
export function plainFormulas(
  document: IndexDefinition,
  wanted: readonly string[],
): ReadonlyMap<string, Expression> | undefined {
  const formulas = new Map<string, Expression>();
  for (const id of orderNodes(document.nodes, wanted)) {
    const node = nodeAt(document, id);
    const simple = node.kind === "indicator" || node.kind === "aggregate" || node.kind === "formula";
    const formula = simple ? loweredOrNone(document, id) : undefined;
    if (formula === undefined || linksOf(node).some((link) => link.output !== undefined)) return undefined;
    formulas.set(id, parseExpression(formula));
  }
  return formulas;
}
