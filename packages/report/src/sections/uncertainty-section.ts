import { numberHead, textHead } from "../charts/chart-table.js";
import { html } from "../markup/html.js";
import { writeShare } from "../numbers/write-number.js";
import { data, type ReportPage } from "../page/report-page.js";
import { tableHtml } from "../page/table-html.js";
import type { Section } from "./section.js";

/** Sources and indicators that the doubt about the index comes from. */
export function uncertaintySection(page: ReportPage): Section | undefined {
  const { result, say, lang } = page;
  const largest = (shares: Readonly<Record<string, number>>, name: (id: string) => string, most: number) =>
    Object.entries(shares)
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([id, share]) => html`<li>${data(name(id))} ${writeShare(share)}</li>`);
  const rows = result.units.flatMap(({ id, title }) => {
    const root = result.roots[id];
    if (root?.status !== "ok" || root.shares === null) return [];
    const { sources, indicators, unexplained } = root.shares;
    return [
      [
        data(title[lang]),
        html`<ul class="parts">${largest(sources, (name) => name, 4)}</ul>`,
        html`<ul class="parts">${largest(indicators, (name) => result.measures[name]?.title[lang] ?? name, 4)}</ul>`,
        writeShare(unexplained),
      ],
    ];
  });
  if (rows.length === 0) return undefined;
  const table = tableHtml({
    id: "uncertainty-table",
    caption: say("uncertainty"),
    quiet: true,
    heads: [
      textHead(say("unit")),
      textHead(say("bySource")),
      textHead(say("byIndicator")),
      numberHead(say("unexplained")),
    ],
    rows,
  });
  return {
    id: "uncertainty",
    title: say("uncertainty"),
    body: html`<p>${say("uncertaintyNote")}</p>${table}`,
  };
}
