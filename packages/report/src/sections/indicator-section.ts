import { type Child, type Html, html } from "../markup/html.js";
import { outcomeCells } from "../page/outcome-cells.js";
import { data, type ReportPage } from "../page/report-page.js";
import { scrolling } from "../page/table-html.js";
import type { Section } from "./section.js";

/** Every indicator of every unit, by dimension: value, n, interval, method, base. */
export function indicatorSection(page: ReportPage): Section {
  const { result, say } = page;
  const left = new Set(Object.keys(result.estimates));
  const groups = page.dimensions.flatMap((id) => {
    const indicators = leavesUnder(page, id).filter((leaf) => left.delete(leaf));
    return indicators.length === 0 ? [] : [{ title: page.nodeTitle(id), indicators }];
  });
  const rest = [...left];
  const all =
    rest.length === 0
      ? groups
      : [
          ...groups,
          { title: groups.length === 0 ? say("indicators") : say("otherIndicators"), indicators: rest },
        ];
  return {
    id: "indicators",
    title: say("indicators"),
    body: html`<p>${say("indicatorsNote")}</p>${all.map(({ title, indicators }, index) => groupHtml(page, title, indicators, `indicators-${index}`))}`,
  };
}

function groupHtml(page: ReportPage, title: string, indicators: readonly string[], id: string): Html {
  const { say, result } = page;
  const heads = [say("unit"), say("value"), say("n"), say("interval"), say("method"), say("base")];
  return html`<h3 id="${id}">${data(title)}</h3>${scrolling(
    id,
    html`<table class="grouped"><caption class="quiet">${say("indicators")}${say("colon")}${data(title)}</caption><thead><tr><th scope="col" class="txt">${say("indicator")}</th>${heads.map(
      (head, index) => html`<th scope="col" class="${index === 0 || index > 3 ? "txt" : "num"}">${head}</th>`,
    )}</tr></thead>${indicators.map((indicator) => bodyOf(page, indicator, result.estimates[indicator] ?? {}))}</table>`,
  )}`;
}

function bodyOf(
  page: ReportPage,
  indicator: string,
  byUnit: ReportPage["result"]["estimates"][string],
): Html {
  const { result, lang, anchors } = page;
  const title = result.measures[indicator]?.title[lang] ?? page.nodeTitle(indicator);
  return html`<tbody>${result.units.map((unit, row) => {
    const [value, n, interval, method, base] = outcomeCells(
      page,
      byUnit[unit.id],
      page.formOf(indicator, unit.id),
    );
    const first =
      row > 0
        ? ""
        : html`<th scope="rowgroup" class="txt" rowspan="${result.units.length}"><a href="#${anchors.measure(indicator)}">${data(title)}</a> <code>${data(indicator)}</code>${unitOf(page, indicator)}</th>`;
    return html`<tr>${first}<th scope="row" class="txt">${data(unit.title[lang])}</th><td class="num"><a href="#${anchors.trace(unit.id, indicator)}">${value}</a></td><td class="num">${n}</td><td class="num">${interval}</td><td class="txt">${method}</td><td class="txt">${base}</td></tr>\n`;
  })}</tbody>`;
}

/** What a value is counted in, as the index definition says it. */
function unitOf({ result }: ReportPage, indicator: string): Child {
  const node = result.index.document.nodes[indicator];
  return node?.kind === "indicator" ? html`<br><small>${data(node.unit)}</small>` : "";
}

/** Leaves under a node, in the order of the trace of any unit that has one. */
function leavesUnder({ result }: ReportPage, top: string): readonly string[] {
  const trace = Object.values(result.traces)[0];
  const byId = new Map(trace?.nodes.map((node) => [node.id, node]));
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string) => {
    const node = byId.get(id);
    if (!node || seen.has(id)) return;
    seen.add(id);
    if (node.kind === "indicator") found.add(id);
    for (const part of node.parts) visit(part.node);
  };
  visit(top);
  return [...found];
}
