import { cellKey } from "../cell-key.js";
import type { SourceTable } from "../source-table.js";
import type { RowSelection } from "../tally-engine.js";
import { columnOf } from "./column-of.js";

/** Numbers of the rows for which every condition holds, in the order of the table. */
export function selectRows(table: SourceTable, selection: RowSelection): Uint32Array {
  let rows = Uint32Array.from({ length: table.rowCount }, (_, row) => row);
  for (const condition of selection.where) {
    const column = columnOf(table, condition.column, selection.source);
    const wanted = new Set(condition.in.map(cellKey));
    if (column.kind === "number") {
      rows = rows.filter((row) => wanted.has(cellKey(column.values[row] ?? Number.NaN)));
    } else {
      const allowed = column.names.map((name) => name !== null && wanted.has(cellKey(name)));
      rows = rows.filter((row) => allowed[column.codes[row] ?? -1] === true);
    }
  }
  return rows;
}
