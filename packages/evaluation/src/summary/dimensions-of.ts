import { type IndexDefinition, weightBase } from "@cxmetrics/index-model";

/** The nodes that a summary shows beside the index: the children of the mean in which weights are told. */
export function dimensionsOf(definition: IndexDefinition): readonly string[] {
  const base = weightBase(definition);
  const node = base === undefined ? undefined : definition.nodes[base];
  return node?.kind === "aggregate" ? node.children.map((child) => child.node) : [];
}
