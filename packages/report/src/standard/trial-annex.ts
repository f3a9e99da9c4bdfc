import { CxMetricsError } from "@cxmetrics/definition";
import {
  dropOne,
  effectiveImportance,
  effectiveWeights,
  type IndexResult,
  rankSimilarity,
  scoreIndex,
  tableNeeds,
  weightBase,
} from "@cxmetrics/index-model";
import { cronbachAlpha, mcDonaldOmega } from "@cxmetrics/stats";
import { type Child, type Html, html } from "../markup/html.js";
import { writeShare } from "../numbers/write-number.js";
import { data } from "../page/report-page.js";
import { indicatorsOf } from "./card-section.js";
import { correlate } from "./correlate.js";
import { criterionInside, criterionLength } from "./problems.js";
import type { StandardEvidence } from "./standard-evidence.js";
import { type StandardPage, type StandardSection, withDecimals } from "./standard-page.js";

type Trial = NonNullable<StandardEvidence["trial"]>;

/** What the trial says: reliability, validity against measures outside, sensitivity; all computed from its data. */
export function trialAnnex(page: StandardPage, trial: Trial | undefined): StandardSection {
  const { say, supplement, told, definition, lang } = page;
  const section = { id: "trial", title: say("trial") };
  const { notHeld, description } = supplement.trial;
  if (!trial)
    return { ...section, body: html`<p>${say("trialNotHeld", { reason: notHeld?.[lang] ?? "" })}</p>` };
  const result = scoreIndex(definition, trial.table);
  const scored = (result.nodes[definition.root]?.values ?? []).filter((value) => value !== null).length;
  return {
    ...section,
    body: html`<p>${description ? told(description) : null}</p>
<p>${say("trialObjects", { units: trial.table.units.length, scored })}</p>
<h3>${say("reliability")}</h3>
${reliability(page, result)}<h3>${say("validity")}</h3>
${validity(page, result, trial)}<h3>${say("sensitivity")}</h3>
${sensitivity(page, trial)}`,
  };
}

function reliability(page: StandardPage, result: IndexResult): Html {
  const { definition, say, table, titleOf, lang } = page;
  const rows = Object.entries(definition.nodes).flatMap(([id, node]) => {
    if (node.kind !== "aggregate" || node.children.length < 2) return [];
    const columns = node.children.map((child) => result.nodes[child.node]?.values ?? []);
    const answers = result.units.map((_, row) => columns.map((values) => values[row] ?? null));
    const alpha = cronbachAlpha(answers);
    const omega = mcDonaldOmega(answers);
    const { interval } = alpha.status === "ok" ? alpha : { interval: undefined };
    const row: readonly Child[] = [
      html`${id} ${data(titleOf(id))}`,
      columns.length,
      alpha.status === "ok" ? alpha.respondents : "–",
      alpha.status === "ok" ? withDecimals(alpha.value, 3) : alpha.message[lang],
      interval?.status === "ok" ? spanText(page, interval) : "–",
      omega.status === "ok" ? withDecimals(omega.value, 3) : omega.message[lang],
    ];
    return [row];
  });
  const heads = [
    say("part"),
    say("members"),
    say("complete"),
    say("cronbach"),
    say("interval"),
    say("omega"),
  ];
  return html`${table({ title: say("reliabilityOf"), heads, rows })}<p class="note">${say("reliabilityNote")}</p>\n`;
}

function validity(page: StandardPage, result: IndexResult, { outside }: Trial): Html {
  const { definition, say, table, told, supplement, lang } = page;
  const scores = result.nodes[definition.root]?.values ?? [];
  const rows = supplement.trial.criteria.map(({ column, title, outside: why }) => {
    const values = Object.hasOwn(outside, column) ? (outside[column] ?? []) : [];
    const r = correlate(scores, values);
    const alike = rankSimilarity(scores, Array.from(values, finiteOrNull), { given: "values" });
    const rho = alike.status === "ok" ? alike.spearman : alike;
    return [
      html`${told(title)} <code>${column}</code>`,
      told(why),
      r.status === "ok" ? r.n : "–",
      r.status === "ok" ? withDecimals(r.value, 3) : r.message[lang],
      r.status === "ok" && r.interval.status === "ok" ? spanText(page, r.interval) : "–",
      rho.status === "ok" ? withDecimals(rho.value, 3) : "–",
    ];
  });
  const heads = [
    say("criterion"),
    say("whyOutside"),
    say("n"),
    say("pearson"),
    say("interval"),
    say("spearman"),
  ];
  return html`${table({ title: say("validityOf"), heads, rows })}<p class="note">${say("validityNote")}</p>\n`;
}

function sensitivity(page: StandardPage, { table: units }: Trial): Html {
  const { definition, say, table, titleOf, lang } = page;
  const dropped = dropOne(definition, units).indicators;
  // Weights are told inside the mean that carries them, and so is what makes its value differ.
  const base = weightBase(definition);
  const importance = effectiveImportance(definition, units, base === undefined ? {} : { node: base });
  const weights = effectiveWeights(definition);
  const rows = indicatorsOf(page).flatMap(([id]): readonly (readonly Child[])[] => {
    const outcome = Object.hasOwn(dropped, id) ? dropped[id] : undefined;
    if (!outcome) return [];
    const share = importance.status === "ok" ? (importance.indicators[id]?.correlationRatio ?? null) : null;
    const head = [
      html`${id} ${data(titleOf(id))}`,
      weights[id] === undefined ? "–" : writeShare(weights[id]),
      withDecimals(share, 3),
    ];
    if (outcome.status !== "ok") return [[...head, outcome.message[lang], "–"]];
    const changes = outcome.changes.filter((change) => change !== null);
    const largest = changes.reduce((most, change) => (Math.abs(change) > Math.abs(most) ? change : most), 0);
    const told = [
      withDecimals(changes.length > 0 ? largest : null, 2),
      withDecimals(outcome.meanRankShift, 2),
    ];
    return [[...head, ...told]];
  });
  const heads = [
    say("indicator"),
    say("nominal"),
    say("correlationRatio"),
    say("largestChange"),
    say("rankShift"),
  ];
  return html`${table({ title: say("sensitivityOf"), heads, rows })}<p class="note">${say("sensitivityNote")}</p>\n`;
}

/** Refuses a criterion that the index reads itself, and one that does not fit the units. */
export function expectOutside({ definition, supplement }: StandardPage, { table, outside }: Trial): void {
  const { columns, attributes } = tableNeeds(definition);
  const read = new Set([...columns, ...attributes, ...Object.keys(definition.nodes)]);
  for (const [index, { column }] of supplement.trial.criteria.entries()) {
    const path = ["trial", "criteria", index, "column"];
    if (read.has(column)) throw new CxMetricsError(criterionInside, { path, values: { column } });
    const found = Object.hasOwn(outside, column) ? (outside[column]?.length ?? 0) : 0;
    const expected = table.units.length;
    if (found !== expected)
      throw new CxMetricsError(criterionLength, { path, values: { column, expected, found } });
  }
}

function spanText(
  { say }: StandardPage,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): string {
  return say("to", { lower: withDecimals(lower, 3), upper: withDecimals(upper, 3) });
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
