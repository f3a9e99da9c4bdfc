import type { NotComputable, Suppressed } from "@cxmetrics/definition";
import { textHead } from "../charts/chart-table.js";
import { html } from "../markup/html.js";
import { data, type ReportPage } from "../page/report-page.js";
import { tableHtml } from "../page/table-html.js";
import type { Section } from "./section.js";

/** Every number and interval that does not exist or is withheld, told by reason. */
export function gapSection(page: ReportPage): Section {
  const { result, lang, say } = page;
  const found = new Map<
    string,
    { readonly what: string; readonly reason: string; readonly where: Map<string, string[]> }
  >();
  const add = (what: string, { message }: NotComputable | Suppressed, measure: string, unit: string) => {
    const key = `${what}\n${message[lang]}`;
    const gap = found.get(key) ?? { what, reason: message[lang], where: new Map<string, string[]>() };
    found.set(key, gap);
    gap.where.set(measure, [...(gap.where.get(measure) ?? []), unit]);
  };
  const [noValue, noInterval] = [say("noValue"), say("noIntervalHead")];
  for (const { id, title } of result.units) {
    const root = result.roots[id];
    if (root?.status === "not-computable") add(noValue, root, say("index"), title[lang]);
    else if (root && root.interval.status !== "ok") add(noInterval, root.interval, say("index"), title[lang]);
  }
  for (const { from, to, root, interval } of result.changes)
    if (root !== null && interval.status !== "ok")
      add(noInterval, interval, say("changes"), `${page.unitTitle(from)} → ${page.unitTitle(to)}`);
  for (const group of ["estimates", "criteria"] as const)
    for (const [id, byUnit] of Object.entries(result[group]))
      for (const unit of result.units) {
        const outcome = byUnit[unit.id];
        if (outcome === undefined) continue;
        if (outcome.status !== "ok") add(noValue, outcome, id, unit.title[lang]);
        else if (outcome.interval.status !== "ok") add(noInterval, outcome.interval, id, unit.title[lang]);
      }
  const rows = [...found.values()].map(({ what, reason, where }) => [
    what,
    data(reason),
    html`<ul class="parts">${[...where].map(
      ([measure, units]) =>
        html`<li>${data(result.measures[measure]?.title[lang] ?? measure)}${units.length === result.units.length ? "" : html` (${data(units.join(say("and")))})`}</li>`,
    )}</ul>`,
  ]);
  const heads = (["what", "reason", "where"] as const).map((word) => textHead(say(word)));
  const body =
    rows.length === 0
      ? html`<p>${say("gapsNone")}</p>`
      : tableHtml({ id: "gaps-table", caption: say("gaps"), quiet: true, heads, rows });
  return { id: "gaps", title: say("gaps"), body };
}
