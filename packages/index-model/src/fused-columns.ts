import { type Column, type Expression, evaluateColumns, faultCode, inputsOf } from "@cxmetrics/formula";
import { checkCells, columnOf, tableColumns } from "./check-table.js";
import { fuseFormulas } from "./fuse-formulas.js";
import type { IndexDefinition } from "./index-definition.js";
import type { IndexTable } from "./index-table.js";
import { rawCells } from "./leaf/raw-cells.js";
import { nodeAt } from "./node-at.js";
import { columnName, rawName } from "./node-id.js";
import { plainFormulas } from "./plain-formulas.js";

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
  const formulas = plainFormulas(document, wanted);
  if (formulas === undefined) return undefined;

  const columns = new Map<string, Column | Float64Array>();
  const leaves: string[] = [];
  for (const [name, column] of tableColumns(document, table)) columns.set(columnName(name), column);
  for (const id of formulas.keys()) {
    const node = nodeAt(document, id);
    if (node.kind !== "indicator") continue;
    const name = columnOf(node, id);
    const cells = table.columns[name] ?? [];
    leaves.push(name);
    // Plain numbers are read in place, once, and checked while they are at hand.
    const plain = cells instanceof Float64Array && !(node.codes || node.adjustments || node.appliesTo);
    if (!plain) checkCells(table, name, cells);
    columns.set(rawName(id), plain ? cells : rawCells(id, node, table).raw);
  }

  const asked = new Set(wanted);
  const results = new Map<string, Column>();
  for (const { id, formula } of fuseFormulas(formulas, wanted)) {
    const known = new Map(columns);
    // What could not be fitted is missing, as everywhere.
    for (const name of inputsOf(formula))
      if (!known.has(name))
        known.set(name, {
          values: new Float64Array(length),
          fault: new Uint8Array(length).fill(faultCode.missing),
        });
    const column = evaluated(formula, known, table, leaves);
    columns.set(id, column);
    if (asked.has(id)) results.set(id, column);
  }
  return results;
}

/** Computes a formula; what is no number is refused by the name of the unit that holds it. */
function evaluated(
  formula: Expression,
  columns: ReadonlyMap<string, Column | Float64Array>,
  table: IndexTable,
  leaves: readonly string[],
): Column {
  try {
    return evaluateColumns(formula, columns, table.units.length);
  } catch (problem) {
    for (const name of leaves) checkCells(table, name, table.columns[name] ?? []);
    throw problem;
  }
}
