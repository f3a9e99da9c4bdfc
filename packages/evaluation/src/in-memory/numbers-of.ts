import type { SourceColumn } from "../source-table.js";
import { numberIn } from "./number-in.js";

/** A cell that holds something that is not a number, as it is written. */
export interface NotNumber {
  readonly found: string;
}

/** Reads the cells of a column as numbers by row; `null` is blank. Each distinct text is parsed once. */
export function numbersOf(column: SourceColumn): (row: number) => number | null | NotNumber {
  if (column.kind === "number") {
    const { values } = column;
    return (row) => {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) return null;
      return Number.isFinite(value) ? value : { found: String(value) };
    };
  }
  const parsed = column.names.map((name) => {
    if (name === null || name.trim() === "") return null;
    return numberIn(name) ?? { found: JSON.stringify(name.length > 40 ? `${name.slice(0, 40)}…` : name) };
  });
  const { codes } = column;
  return (row) => parsed[codes[row] ?? -1] ?? null;
}
