import {
  type Column,
  type Expression,
  evaluateColumns,
  faultCode,
  foldConstants,
  inputsOf,
  substitute,
} from "@cxmetrics/formula";
import { columnOf, tableColumns } from "./check-table.js";
import type { IndexDefinition } from "./index-definition.js";
import type { IndexTable } from "./index-table.js";
import { rawCells } from "./leaf/raw-cells.js";
import { linksOf } from "./links-of.js";
import { loweredOrNone } from "./lowered.js";
import { nodeAt } from "./node-at.js";
import { columnName, rawName } from "./node-id.js";
import { orderNodes } from "./order-nodes.js";
import { typedColumn } from "./typed-column.js";

/** Names in one formula; beyond it a node is computed by itself first. */
const mostNames = 500;

/**
 * Columns of some nodes, each from one formula over raw values, so that what stands in between never leaves the cache. Nodes that
 * several others read are computed once and read as columns. `undefined` where a node is more than a formula.
 */
export function fusedColumns(
  document: IndexDefinition,
  table: IndexTable,
  wanted: readonly string[],
): ReadonlyMap<string, Column> | undefined {
  const { length } = table.units;
  const order = orderNodes(document.nodes, wanted);
  const readers = new Map<string, number>();
  for (const id of order)
    for (const link of linksOf(nodeAt(document, id)))
      if (!link.raw) readers.set(link.node, (readers.get(link.node) ?? 0) + 1);

  const plain = order.every((id) => {
    const { kind } = nodeAt(document, id);
    const simple = kind === "indicator" || kind === "aggregate" || kind === "formula";
    return simple && loweredOrNone(document, id) !== undefined;
  });
  if (!plain || linksToOutputs(document, order)) return undefined;

  const sound = new Uint8Array(length);
  const columns = new Map<string, Column>();
  for (const [name, column] of tableColumns(document, table)) columns.set(columnName(name), column);
  for (const id of order) {
    const node = nodeAt(document, id);
    if (node.kind !== "indicator") continue;
    const given = typedColumn(table, columnOf(node, id), sound);
    const special = node.codes || node.adjustments || node.appliesTo;
    columns.set(rawName(id), special ? rawCells(id, node, table).raw : given);
  }

  const fused = new Map<string, Expression>();
  const results = new Map<string, Column>();
  for (const id of order) {
    const own = loweredOrNone(document, id) ?? 0;
    const parts = inputsOf(own).filter((name) => fused.has(name));
    const whole = substitute(own, Object.fromEntries(parts.map((name) => [name, fused.get(name) ?? name])));
    const shared = (readers.get(id) ?? 0) > 1 || inputsOf(whole).length > mostNames;
    if (!shared && !wanted.includes(id)) {
      fused.set(id, whole);
      continue;
    }
    const known = new Map(columns);
    // What could not be fitted is missing, as everywhere.
    for (const name of inputsOf(whole))
      if (!known.has(name))
        known.set(name, {
          values: new Float64Array(length),
          fault: new Uint8Array(length).fill(faultCode.missing),
        });
    const column = evaluateColumns(foldConstants(whole), known, length);
    columns.set(id, column);
    if (wanted.includes(id)) results.set(id, column);
  }
  return results;
}

function linksToOutputs(document: IndexDefinition, order: readonly string[]): boolean {
  return order.some((id) => linksOf(nodeAt(document, id)).some((link) => link.output !== undefined));
}
