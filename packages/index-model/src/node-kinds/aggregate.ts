import type { Column } from "@cxmetrics/formula";
import { fitAggregate } from "../aggregates/fit-aggregate.js";
import { lowerAggregate } from "../aggregates/lower-aggregate.js";
import { aggregateMethods } from "../aggregates/registry.js";
import { evaluateFitted } from "../calibration/evaluate-fitted.js";
import { coverageOf } from "../coverage-of.js";
import type { Aggregate } from "../index-definition.js";
import { columnName } from "../node-id.js";
import { numbersOf } from "../numbers-of.js";
import { aggregateMembers, readAggregate } from "../read/aggregate.js";
import { weightingNeedsFit } from "../weightings/registry.js";
import type { NodeKind } from "./node-kind.js";

/** A node whose value comes from its weighted children by a named method. */
export const aggregate: NodeKind<Aggregate> = {
  kind: "aggregate",
  title: { en: "Aggregate", zh: "合成" },
  members: aggregateMembers,
  read: readAggregate,
  links: (node) =>
    node.children.map((child, index) => ({ node: child.node, raw: false, at: ["children", index, "node"] })),
  tableColumns: (node) => node.children.flatMap((child) => child.weightColumn ?? []),
  lower: lowerAggregate,
  compute: (definition, id, node, { columns, length, full }) => ({
    value: evaluateFitted(lowerAggregate(definition, id, node), columns, length),
    coverage: () => coverageOf(definition, id, node, columns, full),
    told: () => weightLists(node, columns),
  }),
  needsFit: ({ weighting }) => weighting !== undefined && weightingNeedsFit(weighting),
  fit: fitAggregate,
  methodKind: (node) =>
    node.weighting && weightingNeedsFit(node.weighting) ? "fit" : aggregateMethods[node.method].kind,
};

/** The weights of the children by unit, where columns of the table give them. */
function weightLists({ children }: Aggregate, columns: ReadonlyMap<string, Column>) {
  const lists = children.flatMap(({ node, weightColumn }) => {
    const column = weightColumn === undefined ? undefined : columns.get(columnName(weightColumn));
    return column ? [[node, numbersOf(column)] as const] : [];
  });
  return lists.length > 0 ? { weights: Object.fromEntries(lists) } : {};
}
