import { weightToNumber } from "@cxmetrics/formula";
import { aggregateMethods } from "./aggregates/registry.js";
import { carriedNode } from "./carried-node.js";
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

/** Ways of telling weights. */
export interface WeightRules {
  /** Share of each child inside a mean; those of one unit after renormalising, or as defined when left out. */
  readonly sharesOf?: (node: Aggregate, id: string) => readonly (number | null)[];
  /** Whether points count as shares: the maximum of a child in the maximum of the node. No share of the value of the child, which is points. */
  readonly points?: boolean;
}

/**
 * Product of the shares along every way from `from` to a node, summed over the ways. A gate, a deduction and a bonus pass the whole
 * share to the node that they hand on, for as long as they leave it alone; other formulas pass none.
 *
 * @param order the ids, each after the nodes it reads
 */
export function globalWeights(
  definition: IndexDefinition,
  order: readonly string[],
  from: string,
  { sharesOf = (node, id) => childShares(definition, id, node), points = false }: WeightRules = {},
): GlobalWeights {
  const weights = new Map([[from, 1]]);
  const throughFormula = new Map<string, string>();
  for (const id of [...order].reverse()) {
    const node = nodeAt(definition, id);
    const share = weights.get(id);
    const carried = carriedNode(node);
    const passes = passesShares(node) || (points && node.kind === "points");
    const stops = share !== undefined && !passes && carried === undefined;
    const formula = throughFormula.get(id) ?? (stops ? id : undefined);
    const add = (child: string, part: number) => weights.set(child, (weights.get(child) ?? 0) + part);
    if (formula !== undefined) {
      for (const link of linksOf(node))
        if (!throughFormula.has(link.node)) throughFormula.set(link.node, formula);
    } else if (share !== undefined && carried !== undefined) {
      add(carried, share);
      // What is deducted or added beside it is no part of the share; what a gate asks changes nothing while the gate is open.
      if (node.kind !== "gate")
        for (const link of linksOf(node))
          if (link.node !== carried && !throughFormula.has(link.node)) throughFormula.set(link.node, id);
    } else if (share !== undefined && node.kind === "points") {
      for (const child of node.children) add(child.node, (share * child.maximum) / node.maximum);
    } else if (share !== undefined && node.kind === "aggregate") {
      const shares = sharesOf(node, id);
      node.children.forEach((child, index) => {
        const own = shares[index];
        if (typeof own === "number") add(child.node, share * own);
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
