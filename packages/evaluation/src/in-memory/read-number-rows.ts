import type { SourceTable } from "../source-table.js";
import type { NumberRequest, NumberRows } from "../tally-engine.js";
import { columnOf } from "./column-of.js";
import { numbersOf } from "./numbers-of.js";
import { refuseCell } from "./tally-rating-rows.js";

/** Reads numbers of the selected rows; a row with a cell that is no number is refused, or left out and counted. */
export function readNumberRows(
  table: SourceTable,
  selected: Uint32Array,
  request: NumberRequest,
): NumberRows {
  const readers = request.columns.map((header) => numbersOf(columnOf(table, header, request.source)));
  const columns: (number | null)[][] = request.columns.map(() => []);
  const rows: number[] = [];
  let invalid = 0;
  for (const row of selected) {
    const cells = readers.map((read) => read(row));
    const numbers: (number | null)[] = [];
    for (const [index, cell] of cells.entries()) {
      if (typeof cell !== "object" || cell === null) numbers.push(cell);
      else if (request.onInvalid === "throw")
        throw refuseCell(request.source, request.columns[index] ?? "", row, cell.found);
    }
    if (numbers.length < cells.length) invalid += 1;
    else {
      rows.push(row + 1);
      for (const [index, number] of numbers.entries()) columns[index]?.push(number);
    }
  }
  return { columns, invalid, rows };
}
