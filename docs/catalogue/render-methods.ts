import type { Language, LocalizedText } from "@cxmetrics/definition";
import {
  aggregates,
  cohortMethods,
  imputations,
  nodeKindEntries,
  normalisers,
  treatments,
  weightMethods,
} from "@cxmetrics/index-model";

/** What every registry of methods tells, whatever else it holds. */
interface Entry {
  readonly kind?: string;
  readonly title: LocalizedText;
  readonly formula?: string;
  readonly steps?: LocalizedText | readonly LocalizedText[] | Readonly<Record<Language, readonly string[]>>;
  readonly source: string;
  readonly edgeCases: LocalizedText;
  readonly example: unknown;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

type Family = readonly [page: string, title: LocalizedText, entries: Readonly<Record<string, Entry>>];

/** The families of methods, each with a page of its own. */
export const families: readonly Family[] = [
  ["methods-normalisers", { en: "Normalisers", zh: "标准化方法" }, normalisers],
  ["methods-treatments", { en: "Treatment of outliers", zh: "异常值处理" }, treatments],
  ["methods-imputations", { en: "Imputation", zh: "缺失值填补" }, imputations],
  ["methods-aggregates", { en: "Aggregates", zh: "汇总方法" }, aggregates],
  ["methods-nodes", { en: "Nodes with a convention of their own", zh: "评价惯例节点" }, nodeKindEntries],
  [
    "methods-cohort",
    { en: "Methods over all units", zh: "群体方法" },
    cohortMethods as Readonly<Record<string, Entry>>,
  ],
  ["methods-weights", { en: "Weights", zh: "赋权方法" }, weightMethods as Readonly<Record<string, Entry>>],
];

const words = {
  title: { en: "Methods of indices", zh: "指数方法目录" },
  about: {
    en: "Generated from the registries of `@cxmetrics/index-model`; a test fails when this page is behind them. `row`: the value of a unit depends on that unit alone. `fit`: parameters come from a reference population and are frozen in the definition. `cohort`: the value depends on all units of the table. `given`: people state it. Every worked example is run as a test.",
    zh: "本页由 `@cxmetrics/index-model` 的方法登记表生成，落后于登记表时测试会失败。`row`（行）：只取决于该对象自身的数值；`fit`（拟合）：参数取自参照总体并固化在定义中；`cohort`（群体）：取决于表中全部对象；`given`（给定）：由人给出。每个算例都作为测试运行。",
  },
  kind: { en: "Kind", zh: "类别" },
  source: { en: "Source", zh: "出处" },
  edge: { en: "Edge cases", zh: "边界情形" },
  parameters: { en: "Parameters", zh: "参数" },
  steps: { en: "Steps", zh: "步骤" },
  example: { en: "Worked example", zh: "算例" },
  none: { en: "none", zh: "无" },
  family: { en: "Family", zh: "类" },
  methods: { en: "Methods", zh: "方法" },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** The overview of the methods in one language: what the kinds mean, and every method by family. */
export function renderMethods(lang: Language): string {
  const ending = lang === "en" ? "md" : "zh.md";
  const rows = families.map(([page, title, entries]) => {
    const methods = Object.values(entries).map((entry) => entry.title[lang]);
    return `| [${title[lang]}](${page}.${ending}) | ${methods.join(lang === "zh" ? "、" : ", ")} |`;
  });
  return `${[
    `# ${words.title[lang]}`,
    words.about[lang],
    [`| ${words.family[lang]} | ${words.methods[lang]} |`, "| --- | --- |", ...rows].join("\n"),
  ].join("\n\n")}\n`;
}

/** One family of methods in one language. */
export function renderFamily([, title, entries]: Family, lang: Language): string {
  const told = Object.entries(entries).map(([name, entry]) => renderEntry(name, entry, lang));
  return `${[`# ${title[lang]}`, ...told].join("\n\n")}\n`;
}

function renderEntry(name: string, entry: Entry, lang: Language): string {
  const { kind, title, formula, steps, source, edgeCases, parameters, example } = entry;
  const told = parameters === undefined ? undefined : Object.entries(parameters).map(describeParameter);
  return [
    `## ${title[lang]} \`${name}\``,
    ...(kind === undefined ? [] : [`${words.kind[lang]}: \`${kind}\``]),
    ...(formula ? [`$$ ${formula} $$`] : []),
    ...(steps === undefined ? [] : [`${words.steps[lang]}: ${stepsOf(steps, lang).join(" ")}`]),
    ...(told === undefined
      ? []
      : [`${words.parameters[lang]}: ${told.length === 0 ? words.none[lang] : told.join(", ")}`]),
    `${words.edge[lang]}: ${edgeCases[lang]}`,
    `${words.source[lang]}: ${source}`,
    `${words.example[lang]}:`,
    `\`\`\`json\n${JSON.stringify(example)}\n\`\`\``,
  ].join("\n\n");
}

function stepsOf(steps: NonNullable<Entry["steps"]>, lang: Language): readonly string[] {
  if (Array.isArray(steps))
    return (steps as readonly LocalizedText[]).map((step, index) => `${index + 1}. ${step[lang]}`);
  const own = (steps as Readonly<Record<Language, string | readonly string[]>>)[lang];
  return typeof own === "string" ? [own] : own.map((step, index) => `${index + 1}. ${step}`);
}

function describeParameter([name, spec]: readonly [string, unknown]): string {
  const { type, of, optional } = spec as {
    readonly type: string;
    readonly of?: unknown;
    readonly optional?: true;
  };
  const choices = type === "choice" && Array.isArray(of) ? ` (${of.join(" | ")})` : ` (${type})`;
  return `\`${name}\`${choices}${optional ? "?" : ""}`;
}
