import type { IndexTable } from "../index-table.js";

/** Rows of each unit, in the order of the table. */
export function rowsByUnit({ units }: IndexTable): readonly (readonly number[])[] {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < units.length; row += 1) {
    const unit = units[row] ?? "";
    const known = rows.get(unit);
    if (known) known.push(row);
    else rows.set(unit, [row]);
  }
  return [...rows.values()];
}
