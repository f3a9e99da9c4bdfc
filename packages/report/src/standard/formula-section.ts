import { aggregates, type Grade } from "@cxmetrics/index-model";
import { type Child, html } from "../markup/html.js";
import { data } from "../page/report-page.js";
import { indicatorsOf } from "./card-section.js";
import { formulaHtml, symbolHtml } from "./formula-html.js";
import type { StandardPage, StandardSection } from "./standard-page.js";

/** Symbols of the indicators, formulas of everything above them, grades. */
export function formulaSection(page: StandardPage): StandardSection {
  const { definition, say, told, table, lang } = page;
  const symbols = indicatorsOf(page).map(([id, node]) => [
    html`${symbolHtml(`${id}.raw`)}, ${symbolHtml(id)}`,
    told(node.title),
    data(node.unit),
  ]);
  const parts = Object.entries(definition.nodes).flatMap(([id, node]) =>
    node.kind === "indicator"
      ? []
      : [
          [
            html`${symbolHtml(id)} ${told(node.title)}`,
            html`${symbolHtml(id)} = ${formulaHtml(page, id)}${node.note ? html`<br>${told(node.note)}` : null}`,
            node.kind === "aggregate" ? aggregates[node.method].title[lang] : "–",
          ],
        ],
  );
  return {
    id: "formulas",
    title: say("formulas"),
    body: html`<p>${say("formulasIntro")}</p>
${table({ title: say("symbolTable"), heads: [say("symbol"), say("indicator"), say("unit")], rows: symbols })}${table(
  { title: say("parts"), heads: [say("part"), say("formula"), say("method")], rows: parts },
)}${gradeTable(page)}`,
  };
}

function gradeTable(page: StandardPage): Child {
  const { definition, say, told, table } = page;
  const { grades } = definition;
  if (!grades) return null;
  const veto = grades.veto
    ? html`<p>${say("veto")}${page.lang === "zh" ? "：" : ": "}${told(grades.veto.title)}</p>`
    : null;
  const rows = grades.bands.map((band) => [
    told(band.title),
    band.from === undefined ? (band.upTo === undefined ? say("below") : `≤ ${band.upTo}`) : `≥ ${band.from}`,
    conditionsOf(page, band),
  ]);
  return html`${table({ title: say("grades"), heads: [say("grade"), say("from"), say("conditions")], rows })}${veto}`;
}

function conditionsOf({ say, lang }: StandardPage, { conditions = [] }: Grade): Child {
  if (conditions.length === 0) return say("none");
  return conditions.map(({ node, raw, atLeast, atMost }, index) => [
    index > 0 ? (lang === "zh" ? "；" : "; ") : null,
    symbolHtml(raw ? `${node}.raw` : node),
    atLeast === undefined ? null : ` ≥ ${atLeast}`,
    atMost === undefined ? null : ` ≤ ${atMost}`,
  ]);
}
