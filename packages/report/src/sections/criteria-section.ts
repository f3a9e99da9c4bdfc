import { numberHead, textHead } from "../charts/chart-table.js";
import { criterionReading } from "../figures/criterion-reading.js";
import { type Child, type Html, html } from "../markup/html.js";
import { withSign, writeNumber } from "../numbers/write-number.js";
import { figureHtml } from "../page/figure-html.js";
import { intervalText } from "../page/interval-text.js";
import { outcomeCells } from "../page/outcome-cells.js";
import { data, type ReportPage } from "../page/report-page.js";
import { tableHtml } from "../page/table-html.js";
import type { Section } from "./section.js";

/** What was measured beside the index, a figure each. */
export function criteriaSection(page: ReportPage): Section | undefined {
  const { result, say } = page;
  const ids = Object.keys(result.criteria);
  if (ids.length === 0) return undefined;
  return {
    id: "criteria",
    title: say("criteria"),
    body: html`<p>${say("criteriaNote")}</p>${ids.map((id) => criterionHtml(page, id))}`,
  };
}

function criterionHtml(page: ReportPage, id: string): Html {
  const { result, say, lang } = page;
  const byUnit = result.criteria[id] ?? {};
  const about = result.measures[id];
  const title = about?.title[lang] ?? id;
  const readings = result.units.map((unit) => criterionReading(page, id, unit.id, unit.title[lang]));
  const first = Object.values(byUnit)[0];
  const points = Object.values(byUnit).some(
    (outcome) => outcome.status === "ok" && outcome.unit === "points",
  );
  const suffix = about?.forms[0]?.suffix ?? "";
  const table = {
    heads: [
      textHead(say("unit")),
      ...(["value", "n", "interval"] as const).map((word) => numberHead(say(word))),
      textHead(say("method")),
      textHead(say("base")),
    ],
    rows: result.units.map((unit) => [
      data(unit.title[lang]),
      ...outcomeCells(page, byUnit[unit.id], page.formOf(id, unit.id)),
    ]),
  };
  const definition = first ? { definition: first.definition } : {};
  const figure = points
    ? figureHtml(page, { kind: "nps", title, data: { readings }, table, ...definition })
    : figureHtml(page, {
        kind: "intervals",
        title,
        data: { readings, ...(suffix === "" ? {} : { suffix }) },
        table,
        ...definition,
      });
  return html`<section id="${page.anchors.measure(id)}-figure"><h3>${data(title)}</h3>${figure}${differences(page, id, title)}</section>`;
}

function differences(page: ReportPage, id: string, title: string): Child {
  const { result, say } = page;
  if (result.changes.length === 0) return "";
  const write = (value: number) => withSign(value, writeNumber(value));
  return tableHtml({
    id: `${page.anchors.measure(id)}-differences`,
    caption: data(say("differencesIn", { measure: title })),
    heads: [textHead(say("change")), numberHead(say("difference")), numberHead(say("interval"))],
    rows: result.changes.map((change) => {
      const known = Object.hasOwn(change.criteria, id) ? change.criteria[id] : undefined;
      const name = data(`${page.unitTitle(change.from)} → ${page.unitTitle(change.to)}`);
      if (!known || known.difference === null) return [name, say("noValue"), say("none")];
      return [name, write(known.difference), intervalText(page, known.interval, write)];
    }),
  });
}
