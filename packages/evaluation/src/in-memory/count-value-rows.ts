import type { SourceTable } from "../source-table.js";
import type { ValueRequest, ValueTally } from "../tally-engine.js";
import { columnOf } from "./column-of.js";
import { textsOf } from "./texts-of.js";

/** Counts the selected rows by the values of some columns, in the order of first appearance. */
export function countValueRows(table: SourceTable, selected: Uint32Array, request: ValueRequest): ValueTally {
  const readers = request.columns.map((header) => textsOf(columnOf(table, header, request.source)));
  if (readers.length === 0)
    return {
      rows: selected.length,
      cells: selected.length === 0 ? [] : [{ values: [], count: selected.length }],
    };
  const cells = new Map<string | null, { readonly values: readonly (string | null)[]; count: number }>();
  for (const row of selected) {
    const values = readers.map((read) => read(row));
    const key = values.length === 1 ? (values[0] ?? null) : JSON.stringify(values);
    const cell = cells.get(key);
    if (cell) cell.count += 1;
    else cells.set(key, { values, count: 1 });
  }
  return { rows: selected.length, cells: [...cells.values()] };
}
