import type { IndexDefinition } from "./index-definition.js";
import { linksOf } from "./links-of.js";
import { nodeAt } from "./node-at.js";

/** The nodes on which the root, the other outputs, the grades or a view's weights depend. The others are computed but change nothing. */
export function reachableNodes(definition: IndexDefinition): ReadonlySet<string> {
  const { root, outputs = [], grades, views = {}, rollups = {} } = definition;
  const conditions = grades?.bands.flatMap((band) => band.conditions ?? []) ?? [];
  const starts = [
    root,
    ...outputs,
    ...(definition.ranking ? [definition.ranking.of] : []),
    ...(grades ? [grades.of, ...(grades.gates ?? [])] : []),
    ...conditions.map((condition) => condition.node),
    ...Object.values(rollups).flatMap((rollup) => rollup.of ?? []),
    ...Object.values(views).flatMap((view) => view.of ?? []),
  ];
  const reached = new Set(starts);
  for (const id of reached) for (const link of linksOf(nodeAt(definition, id))) reached.add(link.node);
  return reached;
}
