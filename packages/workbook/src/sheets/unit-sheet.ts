import { columnLetters } from "../cell-address.js";
import type { ColumnPlan } from "../cells/column-plan.js";
import { formulaOfRow, headRows } from "../cells/row-formula.js";
import type { Labels } from "../labels.js";
import type { CellLook, WorkbookCell, WorkbookSheet } from "../workbook-model.js";
import type { WorkbookSource } from "../workbook-source.js";
import { formatForScale } from "./number-format.js";
import { dataCell, formulaCell, textCell } from "./sheet-cell.js";
import { columnWidth, linesIn } from "./text-width.js";

/** A sheet with one row a unit and one column a value. */
export function unitSheet(
  source: WorkbookSource,
  labels: Labels,
  name: string,
  columns: readonly ColumnPlan[],
  note: string,
  tab: string,
): WorkbookSheet {
  const { result, table, working } = source;
  const periods = table.periods;
  const heads = periods ? [labels.unit, labels.period] : [labels.unit];
  const first = heads.length;
  const format = formatForScale(working.scale);
  const plain = (column: ColumnPlan) =>
    column.role !== "node" && column.role !== "output" && column.role !== "step";

  const rows: (readonly (WorkbookCell | undefined)[])[] = [
    [textCell(`${source.title} · ${name}`, "title")],
    [textCell(note, "note")],
    [...heads.map((head) => textCell(head, "head")), ...columns.map(({ title }) => textCell(title, "head"))],
    [
      ...heads.map(() => textCell("", "subhead")),
      ...columns.map((column) => textCell(shownName(column), "subhead")),
    ],
    [
      ...heads.map(() => textCell("", "subhead")),
      ...columns.map(({ subhead }) => textCell(subhead, "subhead")),
    ],
    [
      ...heads.map(() => textCell("", "subhead")),
      ...columns.map(({ method }) => textCell(method ?? "", "subhead")),
    ],
  ];
  result.units.forEach((unit, row) => {
    const named = [textCell(unit, "unit"), ...(periods ? [textCell(periods[row] ?? "", "unit")] : [])];
    rows.push([
      ...named,
      ...columns.map((column) => {
        if (column.formula)
          return formulaCell(
            formulaOfRow(column.formula, row),
            lookOf(column, working.root),
            column.format ?? format,
          );
        const look: CellLook = plain(column) ? "input" : "value";
        const held = column.cells?.[row] ?? null;
        // An empty cell would be read as 0 by the cells that point at it.
        if (held === null && !plain(column)) return formulaCell(errorFor(column.reasons?.[row]), look);
        return dataCell(held, look, plain(column) ? "General" : (column.format ?? format));
      }),
    ]);
  });
  const widths = [
    columnWidth([labels.unit, ...result.units], 12, 28),
    ...(periods ? [columnWidth(periods, 8, 14)] : []),
    ...columns.map(({ title, subhead }) =>
      Math.min(24, Math.max(13, columnWidth([title], 0, 40) / 2 + 4, 0.85 * columnWidth([subhead], 0, 40))),
    ),
  ];
  const lines = Math.max(1, ...columns.map(({ title }, k) => linesIn(title, widths[first + k] ?? 13)));
  const last = columnLetters(first + Math.max(1, columns.length) - 1);
  return {
    name,
    rows,
    widths,
    heights: [[2, 16 * lines + 4]],
    frozen: { rows: headRows, columns: first },
    tab,
    ...(columns.length > 14 ? { wide: true as const } : {}),
    rules: [
      {
        kind: "errors",
        range: `${columnLetters(first)}${headRows + 1}:${last}${headRows + Math.max(1, result.units.length)}`,
      },
    ],
  };
}

/** The error by which formulas tell a reason. */
function errorFor(reason: string | null | undefined): string {
  const absent = reason === null || reason === undefined || absences.includes(reason);
  return absent ? "NA()" : "SQRT(-1)";
}

const absences: readonly string[] = ["none", "missing", "insufficient-coverage", "not-applicable"];

function shownName({ name, node, role }: ColumnPlan): string {
  if (role === "raw") return node ?? "";
  return role === "attribute" ? "" : name.replace(/^@|^result\./, "");
}

function lookOf({ node, role, cause }: ColumnPlan, root: string): CellLook {
  if (cause !== undefined) return "value";
  return role === "node" && node === root ? "root" : "computed";
}
