import { type Cell, type CellStyle, type ConditionalRule, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { expectWorkbook } from "./expect-workbook.js";
import { labelsIn } from "./labels.js";
import { type Appearance, looks } from "./looks.js";
import { safeText } from "./safe-text.js";
import type { CellLook, Workbook, WorkbookCell, WorkbookRule, WorkbookSheet } from "./workbook-model.js";

/**
 * A workbook as a file. Formulas are written without cached values, and the file asks the program that opens it to compute everything;
 * nothing in it depends on the clock. This is the one place that knows the library behind.
 *
 * @param workbook what `layoutIndexWorkbook` gives, with changes or without
 * @returns the bytes of an `.xlsx` file
 * @throws `CxMetricsError` `workbook.bad-cell`, `workbook.bad-sheet`, `workbook.bad-name`; `document.*` for the shape
 * @example
 * ```ts
 * const rows = [[{ number: 60, look: "input" }, { formula: "A1/2", look: "computed" }]];
 * const sheet = { name: "Half", rows, widths: [12, 12], frozen: { rows: 0, columns: 0 } };
 * const file = await writeWorkbook({ title: "Half", lang: "en", sheets: [sheet], names: [] });
 * String.fromCharCode(file[0], file[1]); // => "PK"
 * ```
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  expectWorkbook(workbook);
  const never = new Date(Date.UTC(1980, 0, 1));
  return writeXlsx({
    sheets: workbook.sheets.map(writtenSheet),
    namedRanges: workbook.names.map(({ name, cell }) => ({ name, range: cell })),
    defaultFont: { name: labelsIn(workbook.lang).font, size: 10.5 },
    properties: {
      title: xmlText(safeText(workbook.title)),
      creator: "cxmetrics",
      created: never,
      modified: never,
    },
    stringMode: "shared",
  });
}

function writtenSheet(sheet: WorkbookSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  sheet.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell) cells.set(`${r},${c}`, writtenCell(cell));
    });
  });
  const widest = Math.max(1, ...sheet.rows.map((row) => row.length));
  const frozen = sheet.frozen.rows + sheet.frozen.columns > 0;
  return {
    name: sheet.name,
    rows: sheet.rows.map((row) => row.map(() => null)),
    cells,
    columns: Array.from({ length: widest }, (_, k) => ({ width: sheet.widths[k] ?? 14 })),
    ...(sheet.heights
      ? { rowDefs: new Map(sheet.heights.map(([row, height]) => [row, { height }] as const)) }
      : {}),
    ...(frozen ? { freezePane: sheet.frozen } : {}),
    ...(sheet.filter ? { autoFilter: { range: sheet.filter } } : {}),
    view: { showGridLines: false, ...(sheet.tab ? { tabColor: { rgb: sheet.tab } } : {}) },
    conditionalRules: (sheet.rules ?? []).flatMap(writtenRule),
    pageSetup: {
      orientation: "landscape",
      paperSize: "a4",
      ...(sheet.wide ? { scale: 70 } : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      ...(sheet.wide ? { printTitlesColumn: "$A:$A" } : {}),
      ...(sheet.frozen.rows > 0 ? { printTitlesRow: `$1:$${sheet.frozen.rows}` } : {}),
    },
  };
}

function writtenCell(cell: WorkbookCell): Partial<Cell> {
  const style = styleOf(cell);
  if (cell.formula !== undefined) return { formula: cell.formula, style };
  if (cell.number !== undefined) return { value: cell.number, type: "number", style };
  if (cell.text !== undefined && cell.text !== "")
    return { value: xmlText(safeText(cell.text)), type: "string", style };
  return { style };
}

/** Texts of the form `_x0041_` would be read as an escaped letter. */
function xmlText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

function styleOf({ look, format, indent }: WorkbookCell): CellStyle {
  const { fill, border, ...rest } = looks[look];
  const side = border === undefined ? undefined : { style: "thin" as const, color: { rgb: border } };
  return {
    font: fontOf(look, rest),
    ...(fill === undefined
      ? {}
      : { fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: fill } } }),
    ...(side ? { border: { top: side, right: side, bottom: side, left: side } } : {}),
    alignment: {
      vertical: rest.vertical ?? "center",
      ...(rest.wrap ? { wrapText: true } : {}),
      ...(rest.align ? { horizontal: rest.align } : indent ? { horizontal: "left" as const } : {}),
      ...(indent ? { indent } : {}),
    },
    ...(format === undefined || format === "General" ? {} : { numFmt: format }),
  };
}

function fontOf(_look: CellLook, { bold, italic, size, ink }: Appearance): NonNullable<CellStyle["font"]> {
  return {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(size === undefined ? {} : { size }),
    ...(ink === undefined ? {} : { color: { rgb: ink } }),
  };
}

function writtenRule({ kind, range, word = "" }: WorkbookRule): ConditionalRule[] {
  const first = range.split(":", 1)[0] ?? "A1";
  if (kind === "errors")
    return [
      {
        type: "expression",
        priority: 1,
        formula: `ISERROR(${first})`,
        range,
        style: { font: { color: { rgb: "A6A6A6" } } },
      },
    ];
  const coloured = (ink: string, fill: string): CellStyle => ({
    font: { color: { rgb: ink }, bold: true },
    fill: { type: "pattern", pattern: "solid", bgColor: { rgb: fill }, fgColor: { rgb: fill } },
  });
  const quoted = `"${word.replaceAll('"', '""')}"`;
  return [
    {
      type: "expression",
      priority: 1,
      formula: `${first}=${quoted}`,
      range,
      style: coloured("375623", "E2EFDA"),
    },
    {
      type: "expression",
      priority: 2,
      formula: `AND(ISTEXT(${first}),${first}<>"",${first}<>${quoted})`,
      range,
      style: coloured("9C0006", "FFC7CE"),
    },
  ];
}
