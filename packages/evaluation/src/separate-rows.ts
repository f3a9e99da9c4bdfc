import type { RowLocation } from "./locate-rows.js";

/** Whether no row can stand at both places: they are different files, or some column must hold different values. */
export function separateRows(a: RowLocation, b: RowLocation): boolean {
  if (a.file.file !== b.file.file) return true;
  return a.selection.where.some((here) =>
    b.selection.where.some(
      (there) => here.column === there.column && !here.in.some((value) => there.in.includes(value)),
    ),
  );
}
