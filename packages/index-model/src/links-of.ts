import { inputsOf } from "@cxmetrics/formula";
import type { IndexNode } from "./index-definition.js";
import { readName } from "./node-id.js";

/** A node that another one reads. */
export interface Link {
  readonly node: string;
  /** Whether the raw value is read instead of the node's value. */
  readonly raw: boolean;
}

/** The nodes that a node reads directly, each link once. */
export function linksOf(node: IndexNode): readonly Link[] {
  if (node.kind === "indicator") return [];
  if (node.kind === "aggregate") return node.children.map((child) => ({ node: child.node, raw: false }));
  return inputsOf(node.expression).map(readName);
}
