import type { SourceColumn } from "../source-table.js";

/** Reads the cells of a column as trimmed texts by row; `null` is blank. Each distinct text is trimmed once. */
export function textsOf(column: SourceColumn): (row: number) => string | null {
  if (column.kind === "number") {
    const { values } = column;
    return (row) => {
      const value = values[row] ?? Number.NaN;
      return Number.isNaN(value) ? null : String(value);
    };
  }
  const names = column.names.map((name) => {
    const trimmed = name?.trim() ?? "";
    return trimmed === "" ? null : trimmed;
  });
  const { codes } = column;
  return (row) => names[codes[row] ?? -1] ?? null;
}
