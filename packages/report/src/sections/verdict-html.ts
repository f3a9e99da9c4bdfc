import { type Html, html } from "../markup/html.js";
import type { ReportPage } from "../page/report-page.js";

/** Whether the values may be held against each other, and what has to be known before anyone does. */
export function verdictHtml({ result, say }: ReportPage): Html {
  const { index, units, estimates } = result;
  const tableOnly = index.comparable === false;
  const sets = new Set(
    units.map(({ id }) =>
      Object.values(estimates)
        .map((byUnit) => (byUnit[id]?.status === "ok" ? "1" : "0"))
        .join(""),
    ),
  );
  const limited = sets.size > 1;
  const verdict = tableOnly ? say("tableOnly") : limited ? say("limited") : say("comparable");
  return html`<div class="verdict"><h3>${say("comparability")} <span class="tag">${verdict}</span></h3><ul>
<li>${say(tableOnly ? "tableOnlyNote" : "comparableNote")}</li>
${limited ? html`<li>${say("applicabilityNote")}</li>` : ""}
${index.document.provenance.status === "illustrative" ? html`<li>${say("illustrativeNote")}</li>` : ""}
</ul></div>\n`;
}
