import type { Provenance } from "@cxmetrics/definition";
import { type IndexDefinition, renderFormula } from "@cxmetrics/index-model";
import { textHead } from "../charts/chart-table.js";
import { type Child, type Html, html } from "../markup/html.js";
import { writeCount } from "../numbers/write-number.js";
import { citation, data, type ReportPage, shortDigest, titleIn } from "../page/report-page.js";
import { safeLink } from "../page/safe-link.js";
import { factsHtml, tableHtml } from "../page/table-html.js";
import { codeWord } from "../words/code-words.js";
import { readingRules } from "../words/report-words.js";
import { gradesTable } from "./grades-table.js";
import type { Section } from "./section.js";

type Calibration = NonNullable<IndexDefinition["calibration"]>;

/** Where every rule stands: the index definition, its parts, and the measures, each with version, digest and provenance. */
export function appendixSection(page: ReportPage): Section {
  const { result, say, lang } = page;
  const { document, definition } = result.index;
  const { purpose, calibration } = document;
  const facts: (readonly [Child, Child])[] = [
    [say("indexDefinition"), html`${titleIn(document.title, lang)}<br>${citation(definition)}`],
    [say("digest"), html`<code>${data(definition.digest)}</code>`],
    ...(purpose ? [[say("purpose"), titleIn(purpose, lang)] as const] : []),
    [say("scale"), say("to", { lower: document.scale.lower, upper: document.scale.upper })],
    [say("provenance"), provenanceHtml(page, document.provenance)],
    ...(calibration ? [[say("calibration"), calibrationHtml(page, calibration)] as const] : []),
    [say("plan"), html`${citation(result.plan)}<br><code>${data(result.plan.digest)}</code>`],
    [say("engines"), data(result.engines.join(", "))],
  ];
  return {
    id: "definitions",
    title: say("appendix"),
    body: html`<h3>${say("indexAppendix")}</h3>${factsHtml(facts, true)}${gradesTable(page)}
<h3>${say("partsAppendix")}</h3>${partsTable(page)}
<h3>${say("measuresAppendix")}</h3>${measuresTable(page)}
<h3>${say("reading")}</h3><ul>${readingRules.map((rule) => html`<li>${rule[lang]}</li>`)}</ul>`,
  };
}

function calibrationHtml({ lang, say }: ReportPage, calibration: Calibration): Html {
  const { population, period, n, dataDigest } = calibration;
  return html`${data(population?.[lang] ?? say("notStated"))}${period === undefined ? "" : html`, ${data(period)}`}, n = ${writeCount(n)} ${shortDigest(dataDigest)}`;
}

function partsTable(page: ReportPage): Html {
  const { result, say, lang, anchors } = page;
  return tableHtml({
    id: "parts-table",
    caption: say("partsAppendix"),
    quiet: true,
    heads: [textHead(say("part")), textHead(say("formula")), textHead(say("provenance"))],
    rows: Object.entries(result.index.document.nodes).map(([id, node]) => {
      return [
        html`<span id="${anchors.part(id)}">${data(node.title[lang])}</span> <code>${data(id)}</code>`,
        formulaHtml(page, id),
        html`${provenanceHtml(page, node.provenance)}${node.note ? html`<br><small>${data(node.note[lang])}</small>` : ""}`,
      ];
    }),
  });
}

/** The formula of a part, and the same in words; what the trace told where this version does not read the definition. */
function formulaHtml({ result, lang, say }: ReportPage, id: string): Html {
  const { document } = result.index;
  try {
    const words = renderFormula(document, id, "prose", { lang });
    return html`<code class="formula">${data(renderFormula(document, id, "text"))}</code><br><small>${data(words)}</small>`;
  } catch {
    const told = Object.values(result.traces).flatMap(({ nodes }) =>
      nodes.filter((node) => node.id === id),
    )[0];
    return told ? html`<code class="formula">${data(told.formula)}</code>` : html`${say("notStated")}`;
  }
}

function measuresTable(page: ReportPage): Html {
  const { result, say, lang, anchors } = page;
  const rows = Object.entries(result.measures).flatMap(([id, { title, forms }]) =>
    forms.map(({ kind, units, factor, suffix, reference }, index): readonly Child[] => [
      index === 0
        ? html`<span id="${anchors.measure(id)}">${data(title[lang])}</span> <code>${data(id)}</code>`
        : html`${data(title[lang])} <code>${data(id)}</code>`,
      codeWord("kind", kind, lang),
      factor === 1 && suffix === "" ? say("asItIs") : say("timesFactor", { factor, suffix }),
      units.length === result.units.length
        ? say("ofAll", { count: units.length, all: units.length })
        : data(units.map(page.unitTitle).join(say("and"))),
      html`${data(`${reference.id}@${reference.version}`)}<br>${shortDigest(reference.digest)}`,
    ]),
  );
  const heads = (["indicator", "kind", "factor", "units", "definition"] as const).map((word) =>
    textHead(say(word)),
  );
  return tableHtml({ id: "measures-table", caption: say("measuresAppendix"), quiet: true, heads, rows });
}

function provenanceHtml({ lang }: ReportPage, provenance: Provenance): Html {
  const { status, source, clause, url, date, note } = provenance;
  const place = [source, clause, date].filter((part) => part !== undefined).join(", ");
  return html`<span class="tag">${codeWord("provenance", status, lang)}</span> ${url === undefined ? data(place) : safeLink(url, place)}${
    note ? html`<br><small>${data(note[lang])}</small>` : ""
  }`;
}
