import { explainIndex, type NodeExplanation, type PartExplanation } from "@cxmetrics/index-model";
import type { Labels } from "../labels.js";
import type { WorkbookCell, WorkbookSheet } from "../workbook-model.js";
import type { WorkbookSource } from "../workbook-source.js";
import { formatForScale } from "./number-format.js";
import { numberCell, textCell } from "./sheet-cell.js";
import { columnWidth } from "./text-width.js";

/** Most lines of the trace. */
const most = 6_000;

/** How each unit came to its value, as the engine tells it. */
export function traceSheet(source: WorkbookSource, labels: Labels): WorkbookSheet {
  const { result, lang, working } = source;
  const each = Math.max(1, Object.keys(result.document.nodes).length);
  const shown = Math.min(result.units.length, Math.max(1, Math.floor(most / each)));
  const format = formatForScale(working.scale);
  const heads = [
    labels.unit,
    labels.node,
    labels.id,
    labels.value,
    labels.reason,
    labels.coverage,
    labels.parts,
    labels.formulaText,
  ];
  const rows: (readonly (WorkbookCell | undefined)[])[] = [
    [textCell(`${source.title} · ${labels.sheets.trace}`, "title")],
    [textCell(labels.traceNote(shown, result.units.length), "note")],
    heads.map((head) => textCell(head, "head")),
  ];
  for (let row = 0; row < shown; row += 1)
    for (const node of explainIndex(result, row).nodes)
      rows.push([
        textCell(result.units[row] ?? "", "unit"),
        textCell(node.title[lang], "text"),
        textCell(node.id, "code"),
        node.value === null ? textCell(labels.none, "value") : numberCell(node.value, "value", `${format}00`),
        textCell(node.reason ? (labels.reasons[node.reason.code] ?? node.reason.message[lang]) : "", "text"),
        node.coverage === null ? undefined : numberCell(node.coverage, "plain-number", "0%"),
        textCell(partsOf(node, source), "text"),
        textCell(node.formula, "code"),
      ]);
  return {
    name: labels.sheets.trace,
    rows,
    widths: [columnWidth(result.units, 12, 28), 34, 20, 14, 16, 12, 60, 70],
    heights: [[2, 22]],
    frozen: { rows: 3, columns: 1 },
    tab: "7F7F7F",
    filter: `A3:H${rows.length}`,
  };
}

/** The parts of a node in one line; the steps of a leaf. */
function partsOf(node: NodeExplanation, { lang, working }: WorkbookSource): string {
  const show = (value: number | null) => (value === null ? "–" : String(Number(value.toPrecision(8))));
  if (node.leaf) {
    const { raw, adjusted, transformed, imputed, treated, capped } = node.leaf;
    const steps = [raw, adjusted, transformed, imputed, treated, capped].filter((step) => step !== undefined);
    return [...steps, node.value].map(show).join(" → ");
  }
  const title = ({ node: id }: PartExplanation) => working.nodes[id]?.title[lang] ?? id;
  return node.parts
    .map((part) => {
      const value = show(part.filled ?? part.value);
      if (part.effectiveWeight === null) return `${title(part)} ${value}`;
      const told = part.contribution ? ` = ${show(part.contribution.value)}` : "";
      return `${title(part)} ${show(part.effectiveWeight)} × ${value}${told}`;
    })
    .join("; ");
}
