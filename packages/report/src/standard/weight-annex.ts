import { CxMetricsError, isCxMetricsError } from "@cxmetrics/definition";
import { weightToNumber } from "@cxmetrics/formula";
import {
  type Aggregate,
  evaluatePanel,
  type Panel,
  type PanelEvaluation,
  type PanelRoundResult,
} from "@cxmetrics/index-model";
import { type Child, type Html, html } from "../markup/html.js";
import { data } from "../page/report-page.js";
import { inFull, type StandardPage, type StandardSection, withDecimals } from "./standard-page.js";
import type { StandardPanel, StandardWeights } from "./standard-supplement.js";

/** How the weights came about: judgements, consistency, dispersion. */
export function weightAnnex(page: StandardPage): StandardSection {
  const { definition, say } = page;
  const body = Object.entries(definition.nodes).flatMap(([id, node]) =>
    node.kind === "aggregate" && node.children.length > 1 ? [weightsOf(page, id, node)] : [],
  );
  return { id: "weights", title: say("weights"), body };
}

function weightsOf(page: StandardPage, id: string, node: Aggregate): Html {
  const { say, told, table, supplement, titleOf, lang } = page;
  const terms = supplement.weights[id] as StandardWeights;
  const parts = node.children.map((child) => child.node);
  const panel = terms.panel ? evaluated(terms.panel, parts, id) : undefined;
  const facts: (readonly Child[])[] = [
    [say("decidedBy"), told(terms.decidedBy)],
    [say("date"), data(terms.date)],
    [say("reason"), told(terms.reason)],
  ];
  if (!terms.panel && terms.noJudgements) facts.push([say("judgements"), told(terms.noJudgements)]);
  const shares = sharesOf(node);
  const outcome = panel?.status === "ok" ? panel : undefined;
  const last = outcome?.rounds.at(-1);
  const rows = node.children.map((child, index) => {
    const weight = outcome?.weights[index];
    const share = shares?.[index];
    const spread = last?.indicators[index]?.weights;
    const written = child.weight ?? (child.weightColumn ? `@${child.weightColumn}` : 1);
    return [
      html`${child.node} ${data(titleOf(child.node))}`,
      typeof written === "number" ? inFull(written) : data(written),
      withDecimals(share ?? null, 4),
      ...(outcome
        ? [
            withDecimals(weight ?? null, 4),
            withDecimals(weight === undefined || share === undefined ? null : share - weight, 4),
            withDecimals(spread?.standardDeviation ?? null, 4),
            withDecimals(spread?.coefficientOfVariation ?? null, 3),
          ]
        : []),
    ];
  });
  const heads = [
    say("part"),
    say("weightInDefinition"),
    say("shareInDefinition"),
    ...(outcome ? [say("panelWeight"), say("difference"), say("deviation"), say("variation")] : []),
  ];
  return html`<h3>${say("weightsOf", { node: titleOf(id) })}</h3>
${table({ title: say("weightsOf", { node: titleOf(id) }), heads: [], rows: facts, form: "card" })}${table({
  title: say("weightsOf", { node: titleOf(id) }),
  heads,
  rows,
})}${outcome && terms.panel ? judgementTables(page, id, parts, terms.panel, outcome) : null}${
  panel && panel.status !== "ok" ? html`<p>${panel.message[lang]}</p>` : null
}`;
}

function evaluated(panel: StandardPanel, parts: readonly string[], id: string) {
  try {
    return evaluatePanel({ ...panel, indicators: parts } as Panel);
  } catch (thrown) {
    if (!isCxMetricsError(thrown)) throw thrown;
    const { code, messages, path, values } = thrown;
    throw new CxMetricsError({ code, ...messages }, { path: ["weights", id, ...path], values });
  }
}

function judgementTables(
  page: StandardPage,
  id: string,
  parts: readonly string[],
  panel: StandardPanel,
  outcome: PanelEvaluation,
): Html {
  const { say, table, titleOf } = page;
  const last = outcome.rounds.at(-1);
  const experts = panel.rounds.at(-1)?.experts ?? [];
  const rows = experts.flatMap((expert, index): (readonly Child[])[] => {
    const ratio = last?.experts[index]?.consistencyRatio ?? null;
    const consistency = panel.judgement === "matrix" ? [withDecimals(ratio, 4)] : [];
    const cells = (list: readonly (number | string | null)[]) =>
      list.map((value) => (value === null ? "–" : String(value)));
    const matrix = expert.matrix;
    if (!matrix) return [[data(expert.id), ...cells(expert.ratings ?? expert.budget ?? []), ...consistency]];
    return matrix.map((row, at) => [
      data(`${expert.id}: ${parts[at] ?? ""}`),
      ...cells(row),
      ...(at === 0 ? consistency : [""]),
    ]);
  });
  const heads = [say("expert"), ...parts, ...(panel.judgement === "matrix" ? [say("consistencyRatio")] : [])];
  return html`${table({ title: say("judgementsOf", { node: titleOf(id) }), heads, rows })}${outcome.rounds.map(
    (round, index) => html`<p>${roundLine(page, round, index)}</p>\n`,
  )}<p class="note">${say("dispersionNote")}</p>\n`;
}

function roundLine({ say, lang }: StandardPage, round: PanelRoundResult, index: number): string {
  const { agreement, invited, returned } = round;
  const told =
    agreement.status === "ok"
      ? say("kendall", { w: withDecimals(agreement.value, 3), p: withDecimals(agreement.p, 4) })
      : say("noKendall", { reason: agreement.message[lang] });
  return say("roundLine", { round: index + 1, invited, returned, agreement: told });
}

/** Shares of the weights as written; none where the data give them. */
function sharesOf({ children }: Aggregate): readonly number[] | undefined {
  if (children.some(({ weightColumn }) => weightColumn !== undefined)) return undefined;
  const weights = children.map(({ weight }) => weightToNumber(weight ?? 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : undefined;
}
