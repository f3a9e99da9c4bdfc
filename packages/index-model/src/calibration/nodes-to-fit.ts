import type { IndexDefinition, IndexNode } from "../index-definition.js";
import { nodeKindOf } from "../node-kinds/registry.js";

/** Ids of the nodes that need parameters from a reference population. */
export function nodesToFit(definition: IndexDefinition): readonly string[] {
  return Object.entries(definition.nodes).flatMap(([id, node]) => (needsFit(node) ? [id] : []));
}

/** Whether a node needs parameters from a reference population. */
export function needsFit(node: IndexNode): boolean {
  return nodeKindOf(node).needsFit?.(node) ?? false;
}
