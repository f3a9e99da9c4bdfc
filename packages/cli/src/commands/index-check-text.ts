import { digestDefinition, type Language, type LocalizedText } from "@cxmetrics/definition";
import { weightToNumber } from "@cxmetrics/formula";
import {
  aggregates,
  type IndexDefinition,
  type IndexNode,
  nodeKindEntries,
  normalisers,
  type TableNeeds,
  weightMethods,
} from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";
import { terminalTable } from "../show/terminal-table.js";
import type { DefinitionTree, TreeLine } from "./definition-tree.js";

const texts = {
  node: { en: "node", zh: "节点" },
  title: { en: "title", zh: "名称" },
  how: { en: "how", zh: "方法" },
  weight: { en: "weight", zh: "权重" },
  ofParent: { en: "of parent", zh: "占上级" },
  ofIndex: { en: "of index", zh: "占指数" },
  basis: { en: "basis", zh: "依据" },
  standardText: { en: "standard", zh: "标准原文" },
  published: { en: "published", zh: "公开发表" },
  illustrative: { en: "illustrative", zh: "示例" },
  again: { en: "see above", zh: "见上" },
  formula: { en: "formula", zh: "公式" },
  cohort: { en: "over all units", zh: "依赖全体单元" },
  scale: {
    en: "Scale {lower}…{upper}; {nodes} nodes, {indicators} indicators.",
    zh: "量表 {lower}…{upper}；{nodes} 个节点，{indicators} 个指标。",
  },
  weightBase: {
    en: '"of index" is the share inside {id}, which formulas or rules then carry on.',
    zh: "“占指数”指在 {id} 之内的份额，其上由公式或规则继续处理。",
  },
  columns: { en: "It reads the columns: {columns}", zh: "所需数据列：{columns}" },
  attributes: { en: "and the attributes: {attributes}", zh: "所需属性列：{attributes}" },
  calibrated: {
    en: "Calibrated on {n} units{population}{period}; data {digest}.",
    zh: "已在 {n} 个单元上标定{population}{period}；数据摘要 {digest}。",
  },
  fine: { en: "The definition holds together.", zh: "定义检查通过。" },
} as const satisfies Record<string, LocalizedText>;

const statuses = {
  "standard-text": texts.standardText,
  published: texts.published,
  illustrative: texts.illustrative,
} as const;

/** The tree of a definition with every weight as written, of its parent and of the whole. */
export function indexCheckText(
  definition: IndexDefinition,
  tree: DefinitionTree,
  { columns, attributes }: Pick<TableNeeds, "columns" | "attributes">,
  { lang, bold }: Run,
): string {
  const t = (text: LocalizedText) => text[lang];
  const { lower, upper } = definition.scale;
  const nodes = Object.values(definition.nodes);
  const lines = tree.lines.map((line) => {
    const node = definition.nodes[line.id] as IndexNode;
    const percent = (share: number | null) => (share === null ? "" : `${showNumber(share * 100, 2)}%`);
    return [
      `${"  ".repeat(Math.min(line.depth, 20))}${line.id}`,
      printable(node.title[lang]),
      line.again ? t(texts.again) : howOf(node, lang),
      weightOf(line, tree.lines),
      percent(line.weight),
      line.depth === 0 ? "" : percent(line.globalWeight),
      t(statuses[node.provenance.status]),
    ];
  });
  const left = (text: LocalizedText) => ({ head: t(text), align: "left" }) as const;
  const right = (text: LocalizedText) => ({ head: t(text), align: "right" }) as const;
  const head = [
    left(texts.node),
    left(texts.title),
    left(texts.how),
    right(texts.weight),
    right(texts.ofParent),
    right(texts.ofIndex),
    left(texts.basis),
  ];
  const indicators = nodes.filter((node) => node.kind === "indicator").length;
  const base = tree.weightBase;
  return [
    `${printable(definition.title[lang])} · ${definition.id}@${definition.version}`,
    ...(definition.purpose ? [printable(definition.purpose[lang])] : []),
    say(lang, texts.scale, { lower, upper, nodes: nodes.length, indicators }),
    "",
    terminalTable(head, lines, bold),
    "",
    ...(base !== null && base !== definition.root ? [say(lang, texts.weightBase, { id: base })] : []),
    ...(columns.length > 0 ? [say(lang, texts.columns, { columns: listed(columns) })] : []),
    ...(attributes.length > 0 ? [say(lang, texts.attributes, { attributes: listed(attributes) })] : []),
    ...calibrationLine(definition, lang),
    `${t(texts.fine)} ${digestDefinition(definition)}`,
  ].join("\n");
}

function calibrationLine({ calibration }: IndexDefinition, lang: Language): readonly string[] {
  if (!calibration) return [];
  const { n, population, period, dataDigest: digest } = calibration;
  const part = (text: string | undefined) =>
    text === undefined ? "" : `${lang === "zh" ? "，" : ", "}${printable(text)}`;
  return [
    say(lang, texts.calibrated, { n, population: part(population?.[lang]), period: part(period), digest }),
  ];
}

/** Long lists of names would bury the rest. */
function listed(names: readonly string[]): string {
  return printable(names.join(", "));
}

/** The method of a node in words. */
function howOf(node: IndexNode, lang: Language): string {
  if (node.kind === "indicator") return normalisers[node.normalise.method].title[lang];
  if (node.kind === "aggregate") {
    const weighting = node.weighting ? ` · ${weightingTitle(node.weighting.method)[lang]}` : "";
    return `${aggregates[node.method].title[lang]}${weighting}`;
  }
  if (node.kind === "cohort") return texts.cohort[lang];
  return nodeKindEntries[node.kind]?.title[lang] ?? texts.formula[lang];
}

function weightingTitle(method: string): LocalizedText {
  const found = Object.values(weightMethods).find((entry) => entry.method === method);
  return found?.title ?? { en: method, zh: method };
}

/** A weight as written; of weights that do not sum to 1, also their sum: `3 / 11`. */
function weightOf({ parent, weightAsWritten }: TreeLine, lines: readonly TreeLine[]): string {
  if (weightAsWritten === null) return "";
  const written = String(weightAsWritten);
  if (typeof weightAsWritten === "string" && weightAsWritten.startsWith("@")) return written;
  const siblings = lines.filter((line) => line.parent === parent && line.weightAsWritten !== null);
  const firsts = siblings.filter((line, at) => siblings.findIndex(({ id }) => id === line.id) === at);
  if (firsts.some((line) => String(line.weightAsWritten).startsWith("@"))) return written;
  const sum = firsts.reduce((total, line) => total + weightToNumber(line.weightAsWritten ?? 0), 0);
  return Math.abs(sum - 1) < 1e-9 ? written : `${written} / ${Number(sum.toPrecision(12))}`;
}
