import { CxMetricsError, didYouMean } from "@cxmetrics/definition";
import type { IndexDefinition, IndexNode } from "./index-definition.js";

import { danglingNode } from "./problems.js";

/** The node with an id. */
export function nodeAt(definition: IndexDefinition, id: string): IndexNode {
  const node = Object.hasOwn(definition.nodes, id) ? definition.nodes[id] : undefined;
  if (node) return node;
  const hint = didYouMean(String(id), Object.keys(definition.nodes));
  throw new CxMetricsError(danglingNode, { path: ["nodes", String(id)], values: { node: String(id), hint } });
}
