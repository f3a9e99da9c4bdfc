import { cellKey } from "../cell-key.js";
import type { ShareMeasure } from "./measure.js";

/** What a cell is to a share: a counted row, another row of the base, or out of it with the reason. */
export type ShareCell =
  | "counted"
  | "other"
  | { readonly outside: "missing" | "base"; readonly reason: string };

/** Sorts the cells of the column of a share. */
export function shareBase({ in: counted, of, missing = [] }: ShareMeasure) {
  const countedValues = new Set(counted.map(cellKey));
  const baseValues = of && new Set(of.map(cellKey));
  const missingValues = new Set(missing.map(cellKey));
  return (cell: string | null | undefined): ShareCell => {
    const key = typeof cell === "string" ? cellKey(cell) : null;
    if (key === null) return { outside: "missing", reason: "blank" };
    if (missingValues.has(key)) return { outside: "missing", reason: `code ${key}` };
    if (baseValues && !baseValues.has(key)) return { outside: "base", reason: `outside the base: ${key}` };
    return countedValues.has(key) ? "counted" : "other";
  };
}
