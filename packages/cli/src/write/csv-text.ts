import { neutraliseCell } from "./neutralise-cell.js";

/**
 * Rows as CSV after RFC 4180, CRLF between them. Numbers are written in full, `null` as an empty cell; texts cannot become formulas.
 *
 * @example
 * ```js
 * csvText([["unit", "HDI"], ["A, B", 0.5], ["=1", null]]); // => 'unit,HDI\r\n"A, B",0.5\r\n\'=1,\r\n'
 * ```
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

function cellText(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = neutraliseCell(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
