/** Width of a text in characters of a sheet; a Chinese character takes two. */
function textWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += /[\u1100-\u115F\u2E80-\uFFEF]/u.test(sign) ? 2 : 1;
  return width;
}

/** Width of a column between bounds. */
export function columnWidth(texts: readonly string[], least: number, most: number): number {
  const widest = Math.max(0, ...texts.map(textWidth));
  return Math.min(most, Math.max(least, widest + 2));
}

/** Lines that a text takes in a column of a width. */
export function linesIn(text: string, width: number): number {
  return text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1))), 0);
}
