import { escapeCell } from "./escape-cell.js";

/** A Markdown table; every cell is escaped. Columns after the first `texts` ones are aligned to the right. */
export function writeTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  texts = 1,
): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [
    line(heads),
    `| ${heads.map((_, index) => (index < texts ? "---" : "--:")).join(" | ")} |`,
    ...rows.map(line),
  ];
}
