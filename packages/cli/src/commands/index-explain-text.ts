import type { Language, LocalizedText } from "@cxmetrics/definition";
import {
  type IndexDefinition,
  type IndexExplanation,
  type NodeExplanation,
  renderFormula,
} from "@cxmetrics/index-model";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";
import { digitsFor } from "./index-score-table.js";

const texts = {
  code: { en: "code {code}", zh: "编码 {code}" },
  "not-applicable": { en: "not applicable", zh: "不适用" },
  refused: { en: "refused", zh: "拒答" },
  missing: { en: "missing", zh: "缺失" },
  adjusted: { en: "adjusted to", zh: "修正为" },
  transformed: { en: "transformed to", zh: "变换为" },
  imputed: { en: "imputed as", zh: "插补为" },
  treated: { en: "treated to", zh: "处理为" },
  because: { en: "({reason}; {by})", zh: "（{reason}；{by}）" },
  passed: { en: "gate passed", zh: "门槛：通过" },
  triggered: { en: "gate triggered", zh: "门槛：触发" },
  "not-assessed": { en: "gate not assessed", zh: "门槛：未核查" },
  "gate-not-applicable": { en: "gate not applicable", zh: "门槛：不适用" },
  grade: { en: "grade", zh: "等级" },
} as const satisfies Record<string, LocalizedText>;

/**
 * The trace as an indented tree; a node that stands in two places is told once. In Chinese formulas are put into words: who reads the
 * trace need not read formulas.
 */
export function indexExplainText(
  explanation: IndexExplanation,
  definition: IndexDefinition,
  lang: Language,
): string {
  const digits = digitsFor(definition);
  const byId = new Map(explanation.nodes.map((node) => [node.id, node]));
  const told = new Set<string>();
  const lines: string[] = [`${printable(explanation.unit)} · ${definition.id}@${definition.version}`, ""];
  const stack: { id: string; depth: number; weight: number | null | undefined }[] = [
    { id: explanation.root, depth: 0, weight: undefined },
  ];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const node = byId.get(item.id);
    if (!node) continue;
    const indent = "  ".repeat(Math.min(item.depth, 20));
    const value = node.value === null ? (node.reason?.message[lang] ?? "-") : showNumber(node.value, digits);
    const share =
      item.weight === undefined || item.weight === null
        ? ""
        : ` · ${words.weight[lang]} ${showNumber(item.weight * 100, 1)}%`;
    lines.push(`${indent}${node.id} ${printable(node.title[lang])}: ${printable(value)}${share}`);
    if (told.has(node.id)) continue;
    told.add(node.id);
    for (const line of [
      ...leafLines(node, lang),
      ...statusLines(node, lang),
      formulaOf(node, definition, lang),
    ])
      lines.push(`${indent}    ${printable(line)}`);
    const parts = node.parts.filter(
      (part, index) => node.parts.findIndex((other) => other.node === part.node) === index,
    );
    for (const part of [...parts].reverse())
      stack.push({ id: part.node, depth: item.depth + 1, weight: part.effectiveWeight ?? part.weight });
  }
  const grade = explanation.grade?.grade;
  if (explanation.grade) lines.push("", `${texts.grade[lang]}: ${grade ?? words.noGrade[lang]}`);
  return lines.join("\n");
}

/** What became of the raw value, step by step; steps that change nothing are left out. */
function leafLines({ leaf }: NodeExplanation, lang: Language): readonly string[] {
  if (!leaf) return [];
  const { raw, unit, coded, adjusted, adjustment, transformed, imputed, treated, capped } = leaf;
  const parts = [`${words.raw[lang]} ${raw ?? "-"} ${unit}`];
  if (coded) parts.push(`${say(lang, texts.code, { code: coded.code })}: ${texts[coded.means][lang]}`);
  let before = raw;
  const step = (label: string, value: number | null | undefined) => {
    if (value === undefined || value === before) return;
    parts.push(`${label} ${value ?? "-"}`);
    before = value;
  };
  step(texts.adjusted[lang], adjusted);
  if (adjustment)
    parts.push(say(lang, texts.because, { reason: adjustment.reason[lang], by: adjustment.by }));
  step(texts.transformed[lang], transformed);
  step(texts.imputed[lang], imputed);
  step(texts.treated[lang], treated);
  step(words.capped[lang], capped);
  return [parts.join(" · ")];
}

function statusLines({ status, outputs, memberships }: NodeExplanation, lang: Language): readonly string[] {
  const listed = (values: Readonly<Record<string, number | null>> | undefined) =>
    values === undefined
      ? []
      : [
          Object.entries(values)
            .map(([name, value]) => `${name} ${value === null ? "-" : Number(value.toPrecision(6))}`)
            .join(", "),
        ];
  const gate = status === "not-applicable" ? texts["gate-not-applicable"] : status && texts[status];
  return [...(gate ? [gate[lang]] : []), ...listed(outputs), ...listed(memberships)];
}

function formulaOf(node: NodeExplanation, definition: IndexDefinition, lang: Language): string {
  if (lang === "en") return node.formula;
  return node.steps?.zh ?? renderFormula(definition, node.id, "prose", { lang });
}
