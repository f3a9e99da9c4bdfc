import type { IndexExplanation, NodeExplanation } from "../index-explanation.js";
import { outputTitle } from "../node-kinds/output-title.js";
import { escapeMarkdown, tableMarkdown } from "./escape-markdown.js";
import type { PageContext } from "./page-context.js";
import { showNumber, showPercent } from "./show-number.js";

/** One unit step by step: leaves first, then every node above them, then the grade. */
export function workedSection(page: PageContext, explanation: IndexExplanation): string {
  const { words, titleOf } = page;
  const leaves = explanation.nodes.filter((node) => node.leaf);
  const inner = explanation.nodes.filter((node) => !node.leaf).reverse();
  const steps = leaves.map((node) => leafSteps(page, node));
  const between = steps.some((text) => text !== "");
  const leafRows = leaves.map((node, index) => [
    titleOf(node.id),
    escapeMarkdown(node.leaf?.unit ?? ""),
    showNumber(node.leaf?.raw),
    ...(between ? [steps[index] || "–"] : []),
    showNumber(node.leaf?.capped),
    `${valueText(page, node)}${node.status && node.status !== "passed" ? words.aside(words.gateStatus[node.status]) : ""}`,
    showPercent(node.effectiveGlobalWeight),
  ]);
  return [
    `## ${words.worked(escapeMarkdown(explanation.unit))}`,
    "",
    tableMarkdown(
      [
        words.indicator,
        words.unit,
        words.raw,
        ...(between ? [words.between] : []),
        words.capped,
        words.value,
        words.share,
      ],
      leafRows,
    ),
    ...inner.flatMap((node) => ["", nodeSteps(page, node)]),
    ...gradeLine(page, explanation),
  ].join("\n");
}

/** What happened between the raw value and capping, in the order of the steps; empty where nothing is defined. */
function leafSteps({ words }: PageContext, { leaf }: NodeExplanation): string {
  if (!leaf) return "";
  const { coded, adjusted, transformed, imputed, treated } = leaf;
  const told = (word: string, value: number | null | undefined) =>
    value === undefined ? [] : [`${word} ${showNumber(value)}`];
  return [
    ...(coded ? [`${words.codes[coded.means]}${words.aside(String(coded.code))}`] : []),
    ...told(words.adjusted, adjusted),
    ...told(words.transformed, transformed),
    ...told(words.imputed, imputed),
    ...told(words.treated, treated),
  ].join(words.semicolon);
}

function nodeSteps(page: PageContext, node: NodeExplanation): string {
  const { words, titleOf } = page;
  const status = node.status ? words.aside(words.gateStatus[node.status]) : "";
  const degrees = Object.entries(node.memberships ?? {}).map(
    ([grade, degree]) => `${escapeMarkdown(grade)} ${showNumber(degree)}`,
  );
  const vector = degrees.length > 0 ? words.aside(degrees.join(words.comma)) : "";
  const head = `**${titleOf(node.id)}** = ${valueText(page, node)}${status}${vector}`;
  if (node.kind !== "aggregate") {
    const names = node.parts.map((part) => {
      const which = part.raw
        ? words.raw
        : part.output === undefined
          ? ""
          : outputTitle(page.document, part.node, part.output, page.lang);
      return `${titleOf(part.node)}${which ? words.aside(escapeMarkdown(which)) : ""} = ${showNumber(part.value)}`;
    });
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
