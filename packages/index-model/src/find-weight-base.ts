import { carriedNode } from "./carried-node.js";
import type { IndexDefinition } from "./index-definition.js";
import { linksOf } from "./links-of.js";
import { nodeAt } from "./node-at.js";

/**
 * The one mean to which the root leads through formulas, if there is just one. What a gate asks and what is deducted leads nowhere: only
 * the value that they hand on does. The definition is trusted.
 */
export function findWeightBase(definition: IndexDefinition): string | undefined {
  const met = new Set([definition.root]);
  const means = [];
  for (const id of met) {
    const node = nodeAt(definition, id);
    const carried = carriedNode(node);
    if (node.kind === "aggregate") means.push(id);
    else if (carried !== undefined) met.add(carried);
    else for (const link of linksOf(node)) met.add(link.node);
  }
  return means.length === 1 ? means[0] : undefined;
}
