import { isCxMetricsError } from "@cxmetrics/definition";
import { type IndexNode, renderFormula } from "@cxmetrics/index-model";
import type { Labels } from "../labels.js";
import { methodOf } from "../method-of.js";
import type { WorkbookCell, WorkbookSheet } from "../workbook-model.js";
import type { WorkbookSource } from "../workbook-source.js";
import { formulaCell, textCell } from "./sheet-cell.js";
import { linesIn } from "./text-width.js";

/** Where the weights of the children of a node stand, if they are cells. */
export type WeightName = (node: string, child: string) => string | undefined;

const widths = [38, 30, 18, 16, 18, 10, 14, 16, 40, 16, 64] as const;

/** The tree of the index with what every part says of itself; weights are read from their cells. */
export function definitionSheet(
  source: WorkbookSource,
  labels: Labels,
  weightName: WeightName,
): WorkbookSheet {
  const { working, definition, lang } = source;
  const other = lang === "zh" ? "en" : "zh";
  const heads = [
    labels.title,
    labels.otherTitle,
    labels.id,
    labels.kind,
    labels.method,
    labels.weight,
    labels.measure,
    labels.status,
    labels.source,
    labels.clause,
    labels.formula,
  ];
  const rows: (readonly (WorkbookCell | undefined)[])[] = [
    [textCell(`${source.title} · ${labels.sheets.definition}`, "title")],
    [textCell(labels.definitionNote, "note")],
    heads.map((head) => textCell(head, "head")),
  ];
  const heights = new Map<number, number>([[2, 22]]);
  const seen = new Set<string>();
  const add = (id: string, depth: number, weight: WorkbookCell | undefined): void => {
    const node = working.nodes[id];
    if (!node) return;
    const again = seen.has(id);
    const formula = again ? "↑" : formulaInWords(source, id);
    heights.set(
      rows.length,
      15 *
        Math.min(
          8,
          Math.max(
            linesIn(formula, widths[10]),
            linesIn(node.provenance.source, widths[8]),
            linesIn(node.title[lang], widths[0] - 2 * depth),
          ),
        ) +
        3,
    );
    rows.push([
      textCell(node.title[lang], "wrap", depth),
      textCell(node.title[other], "wrap"),
      textCell(id, "code"),
      textCell(node.kind, "text"),
      textCell(methodOf(node), "text"),
      weight ?? textCell("", "text"),
      textCell(node.kind === "indicator" ? node.unit : "", "text"),
      textCell(labels.provenanceStatus[node.provenance.status] ?? node.provenance.status, "text"),
      textCell(node.provenance.source, "wrap"),
      textCell(
        [node.provenance.clause, node.provenance.date].filter((part) => part !== undefined).join(" · "),
        "wrap",
      ),
      textCell(formula, "wrap"),
    ]);
    if (again) return;
    seen.add(id);
    for (const child of childrenOf(node, working.nodes)) {
      const name = weightName(id, child);
      add(child, depth + 1, name === undefined ? undefined : formulaCell(name, "computed", "General"));
    }
  };
  add(definition.root, 0, undefined);
  for (const id of definition.outputs ?? []) if (!seen.has(id)) add(id, 0, undefined);
  for (const id of Object.keys(working.nodes)) if (!seen.has(id)) add(id, 0, undefined);
  return {
    name: labels.sheets.definition,
    rows,
    widths,
    heights: [...heights],
    frozen: { rows: 3, columns: 1 },
    tab: "1F4E79",
  };
}

function formulaInWords({ working, lang }: WorkbookSource, id: string): string {
  try {
    return renderFormula(working, id, "prose", { lang });
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return "";
    throw thrown;
  }
}

/** The nodes that a node names, children with their number first. */
function childrenOf(node: IndexNode, nodes: WorkbookSource["working"]["nodes"]): readonly string[] {
  if (node.kind === "indicator") return [];
  if ("children" in node) return node.children.map((child) => child.node);
  const named = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === "string") {
      const id = value.split(".", 1)[0] ?? "";
      if (Object.hasOwn(nodes, id)) named.add(id);
    } else if (typeof value === "object" && value !== null)
      for (const [key, member] of Object.entries(value))
        if (!["title", "provenance", "note", "origin", "kind"].includes(key)) look(member);
  };
  look(node);
  return [...named];
}
