import type { CellLook, WorkbookCell } from "../workbook-model.js";

/** A text in a cell; the writer makes plain what could be read as a formula. */
export function textCell(text: string, look: CellLook = "text", indent?: number): WorkbookCell {
  return { text, look, ...(indent === undefined ? {} : { indent }) };
}

/** A number in a cell. */
export function numberCell(number: number, look: CellLook, format?: string): WorkbookCell {
  return { number, look, ...(format === undefined ? {} : { format }) };
}

/** A formula in a cell. */
export function formulaCell(formula: string, look: CellLook, format?: string): WorkbookCell {
  return { formula, look, ...(format === undefined ? {} : { format }) };
}

/** What a table holds: a number, a text, or an empty cell. */
export function dataCell(cell: number | string | null, look: CellLook, format?: string): WorkbookCell {
  if (typeof cell === "number") return numberCell(cell, look, format);
  return cell === null ? { look } : textCell(cell, look);
}
