import type { IndexChange } from "@cxmetrics/evaluation";
import { numberHead, textHead } from "../charts/chart-table.js";
import { changeWaterfall } from "../figures/change-waterfall.js";
import { type Child, html } from "../markup/html.js";
import { figureHtml } from "../page/figure-html.js";
import { intervalText } from "../page/interval-text.js";
import { data, type ReportPage } from "../page/report-page.js";
import type { Section } from "./section.js";

/** Differences that the plan asked for: each with interval, verdict and what it is made of. */
export function changeSection(page: ReportPage): Section | undefined {
  const { result, say, lang } = page;
  const { changes } = result;
  if (changes.length === 0) return undefined;
  const name = (change: IndexChange) => `${page.unitTitle(change.from)} → ${page.unitTitle(change.to)}`;
  const all = figureHtml(page, {
    kind: "intervals",
    title: say("changesOf"),
    data: {
      scale: page.scale,
      reference: 0,
      differences: true,
      readings: changes.map((change) =>
        change.root === null
          ? { label: name(change), value: null, reason: say("noValue") }
          : {
              label: name(change),
              value: change.root,
              interval: change.interval.status === "ok" ? change.interval : null,
            },
      ),
    },
    table: {
      heads: [
        textHead(say("change")),
        numberHead(say("difference")),
        numberHead(say("interval")),
        textHead(say("verdict")),
        ...page.dimensions.map((id) => numberHead(page.nodeTitle(id))),
      ],
      rows: changes.map((change) => rowOf(page, change, name(change))),
    },
  });
  const details = changes.map((change, index) => {
    const made = changeWaterfall(page, change);
    const title = say("changeMadeOf", { from: page.unitTitle(change.from), to: page.unitTitle(change.to) });
    const body = made
      ? figureHtml(page, { kind: "waterfall", title, data: made })
      : html`<p>${say("noWaterfall")}</p>`;
    return index === 0 ? body : html`<details><summary>${data(title)}</summary>${body}</details>`;
  });
  const statements = new Set(changes.map(({ comparability }) => comparability.message[lang]));
  return {
    id: "changes",
    title: say("changes"),
    body: html`${all}<ul>${[...statements].map((statement) => html`<li>${data(statement)}</li>`)}</ul>${details}`,
  };
}

function rowOf(page: ReportPage, change: IndexChange, name: string): readonly Child[] {
  const { say, difference } = page;
  const { interval, root, comparability } = change;
  const verdict = comparability.status === "comparable" ? say("comparable") : say("limited");
  const clear =
    interval.status === "ok"
      ? interval.lower > 0 || interval.upper < 0
        ? say("clearChange")
        : say("unclearChange")
      : "";
  return [
    data(name),
    root === null ? say("noValue") : difference(root),
    intervalText(page, interval, difference),
    html`<b>${verdict}</b> ${clear}`,
    ...page.dimensions.map((id) => {
      const value = Object.hasOwn(change.nodes, id) ? change.nodes[id] : null;
      return value === null || value === undefined ? say("noValue") : difference(value);
    }),
  ];
}
