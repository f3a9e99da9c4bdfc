import { referenceTo } from "@cxmetrics/definition";
import { type Html, html } from "../markup/html.js";
import { citation, data } from "../page/report-page.js";
import type { StandardPage } from "./standard-page.js";

/** Title, and which documents in which versions it was written from. */
export function headOfStandard(page: StandardPage): Html {
  const { definition, supplement, say, told, table, lang } = page;
  const { purpose, scale, provenance } = definition;
  const rows = [
    [say("document"), citation(referenceTo(supplement))],
    [say("definition"), citation(referenceTo(definition))],
    [say("status"), html`${say(provenance.status)}${lang === "zh" ? "。" : ". "}${data(provenance.source)}`],
    ...(purpose ? [[say("purpose"), told(purpose)]] : []),
    [say("scope"), told(supplement.scope)],
    [say("object"), told(supplement.object)],
    [say("scale"), say("to", { lower: scale.lower, upper: scale.upper })],
  ];
  return html`<header><p class="kicker">${say("kicker")}</p><h1>${told(supplement.title)}</h1>
${table({ title: say("document"), heads: [], rows, form: "card" })}</header>
`;
}
