import { type Column, columnFrom } from "@cxmetrics/formula";
import { checkCells } from "./check-table.js";
import type { IndexTable } from "./index-table.js";

/** A typed column of a table: the very array where it holds no gap, with a mask that such columns share. */
export function typedColumn(table: IndexTable, name: string, sound: Uint8Array): Column {
  const cells = table.columns[name] ?? [];
  if (cells instanceof Float64Array && allFinite(cells)) return { values: cells, fault: sound };
  checkCells(table, name, cells);
  return columnFrom(cells);
}

/** Whether every cell is a finite number. Four chains of additions, because one would wait for itself. */
function allFinite(cells: Float64Array): boolean {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = cells.length - (cells.length % 4);
  for (let row = 0; row < whole; row += 4) {
    a += (cells[row] as number) * 0;
    b += (cells[row + 1] as number) * 0;
    c += (cells[row + 2] as number) * 0;
    d += (cells[row + 3] as number) * 0;
  }
  for (let row = whole; row < cells.length; row += 1) a += (cells[row] as number) * 0;
  return a + b + c + d === 0;
}
