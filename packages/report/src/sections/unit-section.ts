import type { EvaluationUnit } from "@cxmetrics/evaluation";
import { matrixData } from "../figures/matrix-data.js";
import { treeNodes } from "../figures/tree-nodes.js";
import { type Html, html } from "../markup/html.js";
import { figureHtml } from "../page/figure-html.js";
import { data, type ReportPage } from "../page/report-page.js";
import type { Section } from "./section.js";
import { traceTable } from "./trace-table.js";

/** Units up to which each is shown without asking. */
const shown = 4;

/** Every unit: what its index is made of, where weight is high and the score low, and the trace. */
export function unitSection(page: ReportPage): Section {
  const { result, say, lang } = page;
  const bodies = result.units.map((unit) => {
    const body = unitHtml(page, unit);
    const id = page.anchors.unit(unit.id);
    return result.units.length <= shown
      ? html`<section id="${id}" class="unit"><h3>${data(unit.title[lang])}</h3>${body}</section>`
      : html`<details id="${id}" class="unit"><summary>${data(unit.title[lang])}</summary>${body}</details>`;
  });
  return { id: "units", title: say("unitsHead"), body: html`${bodies}` };
}

function unitHtml(page: ReportPage, unit: EvaluationUnit): Html {
  const { result, say, scale, lang } = page;
  const trace = result.traces[unit.id];
  if (!trace) return html`<p>${data(reasonOf(page, unit.id))}</p>`;
  const name = unit.title[lang];
  const nodes = treeNodes(page, trace);
  const tree = figureHtml(page, {
    kind: "tree",
    title: say("treeOf", { unit: name }),
    data: { nodes, scale },
  });
  const quadrants = matrixData(page, trace);
  const matrix =
    quadrants.points.length >= 4
      ? figureHtml(page, {
          kind: "matrix",
          title: say("matrixOf", { unit: name }),
          data: quadrants,
          note: say("matrixNote"),
        })
      : "";
  return html`${tree}${matrix}<details class="trace"><summary>${data(say("trace", { unit: name }))}</summary>${traceTable(page, unit, trace)}</details>`;
}

function reasonOf({ result, lang, say }: ReportPage, unit: string): string {
  const root = result.roots[unit];
  return root?.status === "not-computable" ? root.message[lang] : say("notStated");
}
