import type { IndexExplanation, NodeExplanation } from "../index-explanation.js";
import { escapeMarkdown, tableMarkdown } from "./escape-markdown.js";
import type { PageContext } from "./page-context.js";
import { showNumber, showPercent } from "./show-number.js";

/** One unit step by step: leaves first, then every node above them, then the grade. */
export function workedSection(page: PageContext, explanation: IndexExplanation): string {
  const { words, titleOf } = page;
  const leaves = explanation.nodes.filter((node) => node.leaf);
  const inner = explanation.nodes.filter((node) => !node.leaf).reverse();
  const leafRows = leaves.map((node) => [
    titleOf(node.id),
    escapeMarkdown(node.leaf?.unit ?? ""),
    showNumber(node.leaf?.raw),
    showNumber(node.leaf?.capped),
    valueText(page, node),
    showPercent(node.effectiveGlobalWeight),
  ]);
  return [
    `## ${words.worked(escapeMarkdown(explanation.unit))}`,
    "",
    tableMarkdown([words.indicator, words.unit, words.raw, words.capped, words.value, words.share], leafRows),
    ...inner.flatMap((node) => ["", nodeSteps(page, node)]),
    ...gradeLine(page, explanation),
  ].join("\n");
}

function nodeSteps(page: PageContext, node: NodeExplanation): string {
  const { words, titleOf } = page;
  const head = `**${titleOf(node.id)}** = ${valueText(page, node)}`;
  if (node.kind === "formula") {
    const names = node.parts.map(
      (part) => `${titleOf(part.node)}${part.raw ? words.aside(words.raw) : ""} = ${showNumber(part.value)}`,
    );
    return names.length > 0 ? `${head} ← ${names.join(words.comma)}` : head;
  }
  const logs = node.parts.some((part) => part.contribution?.kind === "log-share");
  const rows = node.parts.map((part) => [
    titleOf(part.node),
    showNumber(part.value),
    escapeMarkdown(String(part.weightAsWritten ?? "")),
    showPercent(part.effectiveWeight),
    showNumber(part.contribution?.value),
  ]);
  const columns = [
    words.part,
    words.value,
    words.weightAsWritten,
    words.share,
    logs ? words.logContribution : words.contribution,
  ];
  return [head, "", tableMarkdown(columns, rows)].join("\n");
}

function valueText({ words, lang }: PageContext, node: NodeExplanation): string {
  if (node.value !== null) return showNumber(node.value);
  return node.reason
    ? `${words.noValue}${words.aside(escapeMarkdown(node.reason.message[lang]))}`
    : words.noValue;
}

function gradeLine(
  { document, words, say, titleOf }: PageContext,
  { grade }: IndexExplanation,
): readonly string[] {
  if (!grade) return [];
  const band = document.grades?.bands.find((one) => one.id === grade.grade);
  const failed = grade.failed.map(titleOf).join(words.comma);
  const why = [words.gradeOf[grade.status], ...(failed ? [failed] : [])].join(" ");
  return [
    "",
    `${words.grade}${words.colon}${band ? say(band.title) : "–"}${words.aside(`${why}${words.semicolon}${words.veto[grade.veto]}`)}`,
  ];
}
