import { textHead } from "../charts/chart-table.js";
import { type Child, html } from "../markup/html.js";
import { data, type ReportPage } from "../page/report-page.js";
import { tableHtml } from "../page/table-html.js";

/** The grade bands and their conditions; nothing where the definition has no grades. */
export function gradesTable(page: ReportPage): Child {
  const { result, say, lang } = page;
  const { grades } = result.index.document;
  if (!grades) return "";
  return tableHtml({
    id: "grades-table",
    caption: say("gradesAppendix"),
    heads: [textHead(say("grade")), textHead(say("from")), textHead(say("conditions"))],
    rows: grades.bands.map(({ id, title, from, conditions = [] }) => [
      html`${data(title[lang])} <code>${data(id)}</code>`,
      from === undefined ? say("none") : from,
      conditions.length === 0
        ? say("none")
        : html`<ul class="parts">${conditions.map(({ node, atLeast, atMost }) => {
            const bounds = [
              ...(atLeast === undefined ? [] : [`≥ ${atLeast}`]),
              ...(atMost === undefined ? [] : [`≤ ${atMost}`]),
            ];
            return html`<li>${data(page.nodeTitle(node))} ${bounds.join(", ")}</li>`;
          })}</ul>`,
    ]),
  });
}
