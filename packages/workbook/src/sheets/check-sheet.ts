import { columnLetters, sheetPrefix } from "../cell-address.js";
import type { ColumnPlan } from "../cells/column-plan.js";
import { patternRow } from "../cells/row-formula.js";
import type { Labels } from "../labels.js";
import type { WorkbookCell, WorkbookSheet } from "../workbook-model.js";
import type { WorkbookSource } from "../workbook-source.js";
import { formatForScale } from "./number-format.js";
import { formulaCell, numberCell, textCell } from "./sheet-cell.js";
import { columnWidth } from "./text-width.js";

/** Most lines of the check; beyond, only results are compared. */
const most = 30_000;

/** The check with the ranges that its summary counts. */
export interface CheckSheet {
  readonly sheet: WorkbookSheet;
  readonly agreeing: string;
  readonly all: string;
}

/** Every computed cell beside the engine's value, one line each. */
export function checkSheet(
  source: WorkbookSource,
  labels: Labels,
  columns: readonly ColumnPlan[],
  tolerance: string,
): CheckSheet {
  const { result, working } = source;
  const name = labels.sheets.check;
  const computed = columns.filter(
    (column) => column.formula && column.cells && column.role !== "step" && column.role !== "statement",
  );
  const shown =
    computed.length * result.units.length <= most
      ? computed
      : computed.filter((column) => column.name.startsWith("result."));
  const heads = [
    labels.unit,
    labels.node,
    labels.id,
    labels.ours,
    labels.theirs,
    labels.difference,
    labels.verdict,
  ];
  const format = formatForScale(working.scale);
  const rows: (readonly (WorkbookCell | undefined)[])[] = [
    [textCell(`${source.title} · ${name}`, "title")],
    [textCell(labels.checkNote("1E-9"), "note")],
    heads.map((head) => textCell(head, "head")),
  ];
  result.units.forEach((unit, row) => {
    for (const column of shown) {
      const line = rows.length + 1;
      const own = column.cells?.[row] ?? null;
      const precise = column.name.startsWith("result.rank") ? "General" : `${format}0000`;
      rows.push([
        textCell(unit, "unit"),
        textCell(column.title, "text"),
        textCell(column.name.replace(/^result\./, ""), "code"),
        typeof own === "number"
          ? numberCell(own, "plain-number", precise)
          : textCell(own ?? reasonOf(column, row), "text"),
        formulaCell(
          `${sheetPrefix(column.sheet)}$${columnLetters(column.column)}${patternRow + row}`,
          "computed",
          precise,
        ),
        formulaCell(
          `IF(AND(ISNUMBER(D${line}),ISNUMBER(E${line})),E${line}-D${line},"")`,
          "plain-number",
          "0.0E+00",
        ),
        formulaCell(verdict(line, own, labels, tolerance, column.reasonless), "verdict"),
      ]);
    }
  });
  const last = Math.max(4, rows.length);
  const range = `${sheetPrefix(name)}$G$4:$G$${last}`;
  return {
    sheet: {
      name,
      rows,
      widths: [
        columnWidth(result.units, 12, 28),
        columnWidth(
          shown.map(({ title }) => title),
          16,
          44,
        ),
        22,
        18,
        18,
        14,
        12,
      ],
      heights: [[2, 22]],
      frozen: { rows: 3, columns: 1 },
      tab: "548235",
      filter: `A3:G${last}`,
      rules: [
        { kind: "verdict", range: `G4:G${last}`, word: labels.agrees },
        { kind: "errors", range: `E4:F${last}` },
      ],
    },
    agreeing: `COUNTIF(${range},"${labels.agrees}")`,
    all: `COUNTA(${range})`,
  };

  function reasonOf({ node, role }: ColumnPlan, row: number): string {
    const reason = role === "node" && node !== undefined ? result.nodes[node]?.reasons?.[row] : undefined;
    return reason ? (labels.reasons[reason] ?? labels.notComputable) : labels.none;
  }
}

/** Whether the two cells of a line agree: numbers within the tolerance, texts to the letter, and no number where there is none. */
function verdict(
  line: number,
  own: number | string | null,
  labels: Labels,
  tolerance: string,
  reasonless: boolean | undefined,
): string {
  const [ours, theirs] = [`D${line}`, `E${line}`];
  const [yes, no] = [`"${labels.agrees}"`, `"${labels.differs}"`];
  if (typeof own === "number")
    return `IF(ISNUMBER(${theirs}),IF(ABS(${theirs}-${ours})<=${tolerance}*MAX(1,ABS(${ours})),${yes},${no}),${no})`;
  if (typeof own === "string") return `IF(IFERROR(${theirs}=${ours},FALSE),${yes},${no})`;
  if (reasonless) return `IF(ISNUMBER(${theirs}),${no},${yes})`;
  return `IF(ISERROR(${theirs}),${yes},IF(${theirs}="",${yes},${no}))`;
}
