import type { IndexDefinition } from "./index-definition.js";
import { linksOf } from "./links-of.js";
import { nodeAt } from "./node-at.js";

/** The one mean to which the root leads through formulas, if there is just one. The definition is trusted. */
export function findWeightBase(definition: IndexDefinition): string | undefined {
  const met = new Set([definition.root]);
  const means = [];
  for (const id of met) {
    const node = nodeAt(definition, id);
    if (node.kind === "aggregate") means.push(id);
    else for (const link of linksOf(node)) met.add(link.node);
  }
  return means.length === 1 ? means[0] : undefined;
}
