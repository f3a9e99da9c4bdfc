import { weightToNumber } from "@cxmetrics/formula";
import { aggregateMethods } from "./aggregates/registry.js";
import type { Aggregate, IndexDefinition, IndexNode } from "./index-definition.js";
import { linksOf } from "./links-of.js";
import { nodeAt } from "./node-at.js";
import { childWeights } from "./weightings/child-weights.js";

/** Shares of one node in another, down through means. */
export interface GlobalWeights {
  /** Share by node, the starting node's being 1. */
  readonly weights: ReadonlyMap<string, number>;
  /** Nodes that are read by a formula on some way down, so that they have no share: by node, the formula. */
  readonly throughFormula: ReadonlyMap<string, string>;
}

/** Share of each child inside its parent; `null` where a column of the table or a fit still to be made gives the weights. */
export function childShares(
  definition: IndexDefinition,
  id: string,
  node: Aggregate,
): readonly (number | null)[] {
  const { weights } = childWeights(definition, id, node);
  if (weights === undefined || aggregateMethods[node.method].weights === "none")
    return node.children.map(() => null);
  const numbers = weights.map(weightToNumber);
  const sum = numbers.reduce((total, weight) => total + weight, 0);
  return numbers.map((weight) => weight / sum);
}

/**
 * Product of the shares along every way from `from` to a node, summed over the ways. A formula passes no share on.
 *
 * @param order the ids, each after the nodes it reads
 * @param sharesOf share of each child inside a parent; those of one unit after renormalising, or as defined when left out
 */
export function globalWeights(
  definition: IndexDefinition,
  order: readonly string[],
  from: string,
  sharesOf: (node: Aggregate, id: string) => readonly (number | null)[] = (node, id) =>
    childShares(definition, id, node),
): GlobalWeights {
  const weights = new Map([[from, 1]]);
  const throughFormula = new Map<string, string>();
  for (const id of [...order].reverse()) {
    const node = nodeAt(definition, id);
    const share = weights.get(id);
    const formula = throughFormula.get(id) ?? (share !== undefined && !passesShares(node) ? id : undefined);
    if (formula !== undefined) {
      for (const link of linksOf(node))
        if (!throughFormula.has(link.node)) throughFormula.set(link.node, formula);
    } else if (share !== undefined && node.kind === "aggregate") {
      const shares = sharesOf(node, id);
      node.children.forEach((child, index) => {
        const own = shares[index];
        if (typeof own === "number") weights.set(child.node, (weights.get(child.node) ?? 0) + share * own);
      });
    }
  }
  for (const id of throughFormula.keys()) weights.delete(id);
  return { weights, throughFormula };
}

/** Whether the parts of a node have shares in it: those of a formula or of an ordered mean have none. */
function passesShares(node: IndexNode): boolean {
  return node.kind === "aggregate" && aggregateMethods[node.method].weights !== "none";
}
