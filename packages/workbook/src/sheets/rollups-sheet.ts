import type { IndexResult } from "@cxmetrics/index-model";
import type { Labels } from "../labels.js";
import type { WorkbookCell, WorkbookSheet } from "../workbook-model.js";
import type { WorkbookSource } from "../workbook-source.js";
import { formatForScale } from "./number-format.js";
import { dataCell, textCell } from "./sheet-cell.js";

type Rollups = NonNullable<IndexResult["rollups"]>;

/** Units gathered into bigger ones, as values. */
export function rollupsSheet(source: WorkbookSource, labels: Labels, rollups: Rollups): WorkbookSheet {
  const { working, lang } = source;
  const format = formatForScale(working.scale);
  const rows: (readonly (WorkbookCell | undefined)[])[] = [
    [textCell(`${source.title} · ${labels.sheets.rollups}`, "title")],
    [textCell(labels.rollupsNote, "note")],
  ];
  for (const [id, rollup] of Object.entries(rollups)) {
    const nodes = Object.entries(rollup.nodes);
    const head = [id, ...nodes.map(([node]) => working.nodes[node]?.title[lang] ?? node)];
    rows.push(
      [],
      head.map((text) => textCell(text, "head")),
    );
    rollup.units.forEach((unit, row) => {
      rows.push([
        textCell(unit, "unit"),
        ...nodes.map(([, told]) => dataCell(told.values[row] ?? null, "value", format)),
      ]);
    });
  }
  const most = Math.max(1, ...rows.map((row) => row.length));
  return {
    name: labels.sheets.rollups,
    rows,
    widths: [24, ...Array.from({ length: most }, () => 18)],
    frozen: { rows: 2, columns: 1 },
    tab: "C55A11",
  };
}
