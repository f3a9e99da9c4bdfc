/** Row in which formulas are written before they are cut, counted from 1. */
export const patternRow = 7;

/** Rows above the first unit, the same in every sheet that has one row a unit. */
export const headRows = patternRow - 1;

/** A formula of the pattern row, cut at every row number that belongs to a reference such as `$D7`. */
export function cutAtRows(formula: string): readonly string[] {
  return formula.split(new RegExp(`(?<=\\$[A-Z]{1,3})${patternRow}(?![0-9])`, "g"));
}

/** The formula of a row, counted from 0. */
export function formulaOfRow(parts: readonly string[], row: number): string {
  return parts.join(String(patternRow + row));
}
