import type { IndexNode } from "./index-definition.js";
import type { NodeLink } from "./node-kinds/node-kind.js";
import { nodeKindOf } from "./node-kinds/registry.js";

/** The nodes that a node reads directly, each link once. */
export function linksOf(node: IndexNode): readonly NodeLink[] {
  return nodeKindOf(node).links(node);
}
