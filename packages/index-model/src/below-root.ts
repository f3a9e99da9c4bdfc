import type { IndexDefinition } from "./index-definition.js";
import { orderNodes } from "./order-nodes.js";

/** The root and every node below it, wholes before their parts, parts in the order of the document. */
export function belowRoot({ nodes, root }: IndexDefinition): readonly string[] {
  return [...orderNodes(nodes, [root])].reverse();
}
