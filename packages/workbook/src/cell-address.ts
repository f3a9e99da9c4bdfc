/** Letters of a column, counted from 0. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** A sheet in front of a reference, in quotation marks. */
export function sheetPrefix(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'!`;
}

/** A cell that stays put, with its sheet: row and column from 0. */
export function absoluteCell(sheet: string, row: number, column: number): string {
  return `${sheetPrefix(sheet)}$${columnLetters(column)}$${row + 1}`;
}
