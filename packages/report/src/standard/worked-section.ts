import { roundDecimal } from "@cxmetrics/formula";
import {
  explainIndex,
  type IndexExplanation,
  type IndexTable,
  type NodeExplanation,
  type PartExplanation,
  scoreIndex,
} from "@cxmetrics/index-model";
import { type Child, type Html, html } from "../markup/html.js";
import { data } from "../page/report-page.js";
import { formulaHtml, symbolHtml } from "./formula-html.js";
import { inFull, type StandardPage, type StandardSection, withDecimals } from "./standard-page.js";

/** One unit that can be followed by hand: indicators, parts from below, rounding and grade. */
export function workedSection(page: StandardPage, table: IndexTable, unit: string | number): StandardSection {
  const { definition, say, supplement } = page;
  const explanation = explainIndex(scoreIndex(definition, table), unit);
  const example: Example = { page, table, explanation };
  const inner = explanation.nodes.filter(({ leaf }) => !leaf).reverse();
  const { workedDecimals, mode } = supplement.rounding;
  return {
    id: "worked",
    title: say("worked"),
    body: html`<p>${say("workedIntro", { unit: explanation.unit, decimals: workedDecimals, mode: say(`${mode}-name`) })}</p>
<h3>${say("stepLeaves")}</h3>
${leafTable(example)}<h3>${say("stepNodes")}</h3>
${inner.map((node) => nodeSteps(example, node))}<h3>${say("stepPublished")}</h3>
${publishedLines(example)}`,
  };
}

interface Example {
  readonly page: StandardPage;
  readonly table: IndexTable;
  readonly explanation: IndexExplanation;
}

function leafTable(example: Example): Html {
  const { page, explanation } = example;
  const { say, table, told } = page;
  const rows = explanation.nodes.flatMap((node) =>
    node.leaf
      ? [
          [
            html`${node.id} ${told(node.title)}`,
            node.leaf.raw === null ? "–" : html`${inFull(node.leaf.raw)} ${data(node.leaf.unit)}`,
            node.value === null ? "–" : formulaHtml(page, node.id, (input) => numberOf(example, input)),
            valueText(page, node),
          ],
        ]
      : [],
  );
  const heads = [say("indicator"), say("raw"), say("calculation"), say("value")];
  return table({ title: say("stepLeaves"), heads, rows });
}

function nodeSteps(example: Example, node: NodeExplanation): Html {
  const { page } = example;
  const { say, table, told, figure } = page;
  const line = html`<p>${symbolHtml(node.id)} ${told(node.title)} = ${
    node.value === null ? null : formulaHtml(page, node.id, (input) => numberOf(example, input))
  }${node.value === null ? null : " = "}<b>${valueText(page, node)}</b></p>\n`;
  if (node.kind !== "aggregate") return line;
  const logs = node.parts.some(({ contribution }) => contribution?.kind === "log-share");
  const total = node.parts.reduce((sum, { contribution }) => sum + (contribution?.value ?? 0), 0);
  const summed = node.value !== null && node.parts.some(({ contribution }) => contribution !== null);
  const rows: (readonly Child[])[] = node.parts.map((part) => partRow(page, part));
  if (summed) rows.push([say("sum"), "", "", "", figure(total)]);
  const heads = [
    say("part"),
    say("value"),
    say("weight"),
    say("share"),
    say(logs ? "logProduct" : "product"),
  ];
  return html`${line}${table({ title: page.titleOf(node.id), heads, rows })}`;
}

function partRow(page: StandardPage, part: PartExplanation): readonly Child[] {
  const { figure, say, titleOf } = page;
  const used = part.value ?? part.filled ?? null;
  return [
    html`${part.node} ${data(titleOf(part.node))}`,
    used === null ? "–" : figure(used),
    part.weightAsWritten === undefined ? "–" : String(part.weightAsWritten),
    used === null ? say("leftOut") : part.effectiveWeight === null ? "–" : figure(part.effectiveWeight),
    part.contribution === null ? "–" : figure(part.contribution.value),
  ];
}

function publishedLines({ page, explanation }: Example): Html {
  const { say, figure, supplement, definition, lang } = page;
  const { decimals, mode } = supplement.rounding;
  const root = explanation.nodes.find(({ id }) => id === explanation.root);
  if (!root || root.value === null) return html`<p>${root ? valueText(page, root) : null}</p>`;
  const published = html`<p>${say("publishedLine", {
    value: figure(root.value),
    decimals,
    mode: say(`${mode}-name`),
    rounded: withDecimals(roundDecimal(root.value, decimals, mode), decimals),
  })}</p>\n`;
  const { grade } = explanation;
  if (!grade) return published;
  const band = definition.grades?.bands.find(({ id }) => id === grade.grade);
  const why = [say(`grade-${grade.status}`), say(`veto-${grade.veto}`)].join(lang === "zh" ? "；" : "; ");
  return html`${published}<p>${say("gradeLine", { grade: band?.title[lang] ?? say("noGrade"), why })}</p>\n`;
}

/** The number that stands for an input of a formula; nothing where the table and the trace do not hold it. */
function numberOf({ page, table, explanation }: Example, input: string): string | undefined {
  const signed = (value: number, text: string) => (value < 0 ? `(${text})` : text);
  if (input.startsWith("@")) {
    const name = input.slice(1);
    const value = Object.hasOwn(table.columns, name) ? table.columns[name]?.[explanation.row] : undefined;
    return typeof value === "number" && Number.isFinite(value) ? signed(value, inFull(value)) : undefined;
  }
  const [id = "", ...rest] = input.split(".");
  const node = explanation.nodes.find((one) => one.id === id);
  if (!node) return undefined;
  if (rest[0] === "raw") {
    const raw = node.leaf?.adjusted ?? node.leaf?.raw ?? null;
    return raw === null ? undefined : signed(raw, inFull(raw));
  }
  return rest.length > 0 || node.value === null ? undefined : signed(node.value, page.figure(node.value));
}

function valueText({ say, figure, lang }: StandardPage, node: NodeExplanation): string {
  return node.value === null
    ? say("noValue", { reason: node.reason?.message[lang] ?? "" })
    : figure(node.value);
}
