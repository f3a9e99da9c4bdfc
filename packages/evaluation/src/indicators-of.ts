import type { IndexDefinition, Indicator } from "@cxmetrics/index-model";

/** The leaves of an index definition by id, in the order of presentation. */
export function indicatorsOf(definition: IndexDefinition): ReadonlyMap<string, Indicator> {
  return new Map(
    Object.entries(definition.nodes).flatMap(([id, node]): [string, Indicator][] =>
      node.kind === "indicator" ? [[id, node]] : [],
    ),
  );
}
