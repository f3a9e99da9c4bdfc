import { numberHead, textHead } from "../charts/chart-table.js";
import { html } from "../markup/html.js";
import { writeCount, writeShare } from "../numbers/write-number.js";
import { baseText } from "../page/base-text.js";
import { data, type ReportPage, shortDigest } from "../page/report-page.js";
import { tableHtml } from "../page/table-html.js";
import type { Section } from "./section.js";

/** The raw sources as they were used, and the measures that left records out. */
export function qualitySection(page: ReportPage): Section {
  const { result, say } = page;
  const sources = tableHtml({
    id: "sources-table",
    caption: say("sources"),
    heads: [
      textHead(say("source")),
      textHead(say("file")),
      numberHead(say("rows")),
      textHead(say("digest")),
      textHead(say("columns")),
    ],
    rows: result.evidence.map(({ source, file, rows, columns, digest }) => [
      data(source),
      data(file),
      writeCount(rows),
      digest === null ? say("noDigest") : shortDigest(digest),
      html`<small>${data(columns.join(", "))}</small>`,
    ]),
  });
  const rows = leftOut(page);
  const left =
    rows.length === 0
      ? html`<p>${say("nothingLeft")}</p>`
      : tableHtml({
          id: "left-out-table",
          caption: say("leftOutOf"),
          heads: [
            textHead(say("indicator")),
            textHead(say("unit")),
            numberHead(say("shareLeft")),
            textHead(say("base")),
          ],
          rows,
        });
  return { id: "data", title: say("quality"), body: html`${sources}${left}` };
}

function leftOut(page: ReportPage) {
  const { result, lang } = page;
  return [...Object.entries(result.estimates), ...Object.entries(result.criteria)].flatMap(([id, byUnit]) =>
    result.units.flatMap((unit) => {
      const outcome = byUnit[unit.id];
      if (!outcome || outcome.status === "suppressed") return [];
      const { valid, missing, invalid } = outcome.base;
      const all = valid + missing + invalid;
      if (missing + invalid === 0 || all === 0) return [];
      const title = result.measures[id]?.title[lang] ?? id;
      return [
        [data(title), data(unit.title[lang]), writeShare((missing + invalid) / all), baseText(page, outcome)],
      ];
    }),
  );
}
