import { findWeightBase } from "../find-weight-base.js";
import { linksOf } from "../links-of.js";
import { nodeAt } from "../node-at.js";
import { orderNodes } from "../order-nodes.js";
import type { AuditContext } from "./audit-context.js";

/** A part of the index at the highest level, with the indicators below it. */
export interface Dimension {
  readonly id: string;
  readonly leaves: readonly string[];
}

/** The parts of the highest node that has several. */
export function dimensionsOf({ document, leaves }: AuditContext): readonly Dimension[] {
  let top = findWeightBase(document) ?? document.root;
  const children = (id: string) => [...new Set(linksOf(nodeAt(document, id)).map(({ node }) => node))];
  for (let below = children(top); below.length === 1; below = children(top)) top = below[0] ?? top;
  return children(top).map((id) => {
    const under = new Set(orderNodes(document.nodes, [id]));
    return { id, leaves: leaves.filter((leaf) => under.has(leaf)) };
  });
}

/** Nodes that combine children as parts of one thing, with their children. */
export function wholesOf({
  document,
  nodes,
}: AuditContext): readonly { readonly id: string; readonly children: readonly string[] }[] {
  return nodes.flatMap((id) => {
    const node = nodeAt(document, id);
    return node.kind === "aggregate" || node.kind === "points" || node.kind === "cohort"
      ? [{ id, children: node.children.map((child) => child.node) }]
      : [];
  });
}
