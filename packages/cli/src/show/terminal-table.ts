import { textWidth } from "./text-width.js";

/** A column: texts to the left, numbers to the right. */
export interface TableColumn {
  readonly head: string;
  readonly align: "left" | "right";
}

/**
 * A table of texts with a line under its head. Widths count what a terminal shows, so Chinese stays in line.
 *
 * @param columns head and alignment
 * @param rows cells, one list a row
 * @param bold how to make the head stand out
 * @example
 * ```js
 * terminalTable([{ head: "组", align: "left" }, { head: "n", align: "right" }], [["甲乙", "7"]]).split("\n")[2]; // => "甲乙  7"
 * ```
 */
export function terminalTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  bold: (text: string) => string = (text) => text,
): string {
  const widths = columns.map(({ head }, index) =>
    rows.reduce((most, row) => Math.max(most, textWidth(row[index] ?? "")), textWidth(head)),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => {
        const cell = cells[index] ?? "";
        const gap = " ".repeat((widths[index] ?? 0) - textWidth(cell));
        return align === "right" ? gap + cell : cell + gap;
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [bold(line(columns.map(({ head }) => head))), rule, ...rows.map(line)].join("\n");
}
