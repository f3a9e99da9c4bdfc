import type { Warning } from "@cxmetrics/definition";
import { type Column, evaluateColumns } from "@cxmetrics/formula";
import type { Calibration, FittedNode } from "./calibration/calibration.js";
import { calibrationOf } from "./calibration/calibration-of.js";
import { fitWarnings } from "./calibration/fit-warnings.js";
import { needsFit } from "./calibration/nodes-to-fit.js";
import { tableColumns } from "./check-table.js";
import type { IndexDefinition } from "./index-definition.js";
import type { IndexTable } from "./index-table.js";
import { nodeAt } from "./node-at.js";
import { columnName } from "./node-id.js";
import type { NodeColumns, NodeContext } from "./node-kinds/node-kind.js";
import { nodeKindOf } from "./node-kinds/registry.js";
import { orderNodes } from "./order-nodes.js";

/** Every node of an index over all units. */
export interface Walk {
  /** Ids, each after the nodes that it reads. */
  readonly order: readonly string[];
  /** Every column by the name under which formulas read it. */
  readonly columns: ReadonlyMap<string, Column>;
  readonly nodes: ReadonlyMap<string, NodeColumns>;
  /** Nodes whose value depends on which other units are in the table. */
  readonly sideways: readonly string[];
  /** What was fitted on the table itself. */
  readonly calibration?: Calibration;
  readonly warnings: readonly Warning[];
}

/**
 * Computes every node after those that it reads. Where nodes need parameters that the definition lacks, they are fitted on
 * the way, each on the values of the nodes below it.
 */
export function walkNodes(document: IndexDefinition, table: IndexTable, full: readonly number[]): Walk {
  const order = orderNodes(document.nodes);
  const columns = new Map<string, Column>();
  for (const [name, column] of tableColumns(document, table)) columns.set(columnName(name), column);
  const context: NodeContext = { table, length: table.units.length, columns, full };

  const fitting = document.calibration === undefined && order.some((id) => needsFit(nodeAt(document, id)));
  const fitted: Record<string, FittedNode> = {};
  const calibration = fitting ? calibrationOf(document, table, fitted) : undefined;
  // The nodes above read what was fitted for those below, so the fitted parameters are filled in on the way.
  const working = calibration ? { ...document, calibration } : document;

  const nodes = new Map<string, NodeColumns>();
  const sideways: string[] = [];
  const warnings: Warning[] = [];
  for (const id of order) {
    const node = nodeAt(document, id);
    const kind = nodeKindOf(node);
    const toFit = needsFit(node);
    if (fitting && toFit && kind.fit) fitted[id] = kind.fit(working, id, node, context);
    const computed = kind.compute
      ? kind.compute(working, id, node, context)
      : evaluated(working, id, context);
    columns.set(id, computed.value);
    for (const [name, column] of Object.entries(computed.named ?? {})) columns.set(`${id}.${name}`, column);
    nodes.set(id, computed);
    if (kind.methodKind(node) === "cohort" || (fitting && toFit)) sideways.push(id);
    warnings.push(...(computed.warnings ?? []), ...fitWarnings(working, id));
  }
  return { order, columns, nodes, sideways, ...(calibration ? { calibration } : {}), warnings };
}

/** The columns of a node that is nothing but formulas. */
function evaluated(definition: IndexDefinition, id: string, { columns, length }: NodeContext): NodeColumns {
  const node = nodeAt(definition, id);
  const kind = nodeKindOf(node);
  const outputs = Object.entries(kind.outputs?.(definition, id, node) ?? {}).map(
    ([name, expression]) => [name, evaluateColumns(expression, columns, length)] as const,
  );
  const expression = kind.lower?.(definition, id, node);
  const value = expression === undefined ? outputs[0]?.[1] : evaluateColumns(expression, columns, length);
  if (value === undefined) throw new Error(`The kind "${node.kind}" neither lowers nor computes.`);
  return { value, ...(outputs.length > 0 ? { named: Object.fromEntries(outputs) } : {}) };
}
