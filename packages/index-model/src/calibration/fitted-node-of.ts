import type { IndexDefinition } from "../index-definition.js";
import type { FittedNode } from "./calibration.js";

/** What the calibration of a definition holds for a node. */
export function fittedNodeOf(definition: IndexDefinition, id: string): FittedNode | undefined {
  const nodes = definition.calibration?.nodes;
  return nodes && Object.hasOwn(nodes, id) ? nodes[id] : undefined;
}
