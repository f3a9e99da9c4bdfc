import { readFileSync } from "node:fs";
import {
  type ConformanceArea,
  type ConformanceOperation,
  type ConformanceVector,
  type ConformanceVectors,
  conformanceAreas,
  conformanceOperations,
} from "@cxmetrics/conformance";
import type { Language } from "@cxmetrics/definition";
import { documented } from "./documented.js";

const words = {
  title: { en: "Operations", zh: "操作" },
  intro: {
    en: "Every operation that the vectors ask for: its inputs by name, what the vectors read of its output, and its formula. This page is generated from the operations, the vectors and the doc comments of our functions; ranges, units and edge cases stand in the API reference of the function that is named.",
    zh: "向量所用的全部操作：按名称的输入、向量所读取的输出，以及公式。本页由操作表、向量与函数文档生成；取值范围、单位与边界情形见所列函数的 API 文档。",
  },
  operation: { en: "operation", zh: "操作" },
  meaning: { en: "meaning", zh: "含义" },
  vectors: { en: "vectors", zh: "向量数" },
  inputs: { en: "Inputs", zh: "输入" },
  options: { en: "further members are options", zh: "其余成员为选项" },
  output: { en: "Read of the output", zh: "读取的输出" },
  whole: { en: "the whole", zh: "整个输出" },
  refusals: { en: "Refusals asked for", zh: "检验的拒绝代码" },
  function: { en: "Our function", zh: "本库函数" },
  smallest: { en: "Smallest vector", zh: "最小的向量" },
  basis: {
    en: "{n} vectors: {published} published, {independent} independent, {by-hand} by hand, {pinned} pinned.",
    zh: "共 {n} 个向量：公开发表 {published}，独立计算 {independent}，手算 {by-hand}，引擎锁定 {pinned}。",
  },
} as const;

/** The vectors of an area, as published. */
export function vectorsOf(area: string): ConformanceVectors {
  const file = `packages/conformance/schemas/vectors/${area}.json`;
  return JSON.parse(readFileSync(file, "utf8")) as ConformanceVectors;
}

const areas = Object.keys(conformanceAreas) as readonly ConformanceArea[];
const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
/** Braces and angles of prose would be read as a template by the site. */
const prose = (text: string) => text.replaceAll("{{", "{ {").replaceAll("<", "&lt;");

/** The page of all operations in one language. */
export function renderOperations(lang: Language): string {
  const all = new Map(areas.map((area) => [area, vectorsOf(area).vectors]));
  const parts = areas.flatMap((area) => {
    const operations = conformanceOperations().filter((operation) => operation.area === area);
    const vectors = all.get(area) ?? [];
    const asked = (name: string) => [...all.values()].flat().filter(({ operation }) => operation === name);
    return [
      `## ${area}`,
      `${conformanceAreas[area][lang]}. ${basisLine(vectors, lang)}`.replace("。.", "。"),
      ...(operations.length === 0
        ? []
        : [
            [
              `| ${words.operation[lang]} | ${words.meaning[lang]} | ${words.vectors[lang]} |`,
              "| --- | --- | --- |",
              ...operations.map(
                ({ name, title }) =>
                  `| [\`${name}\`](#${name}) | ${cell(title[lang])} | ${asked(name).length} |`,
              ),
            ].join("\n"),
            ...operations.map((operation) => section(operation, asked(operation.name), lang)),
          ]),
    ];
  });
  return `${[`# ${words.title[lang]}`, words.intro[lang], ...parts].join("\n\n")}\n`;
}

function basisLine(vectors: readonly ConformanceVector[], lang: Language): string {
  const count = (basis: string) => String(vectors.filter((vector) => vector.basis === basis).length);
  return words.basis[lang].replace(/\{([\w-]+)\}/g, (_, name: string) =>
    name === "n" ? String(vectors.length) : count(name),
  );
}

function section(
  { name, title, inputs, options, documentedAs }: ConformanceOperation,
  vectors: readonly ConformanceVector[],
  lang: Language,
): string {
  const { formulas, parameters } = documented(documentedAs.package, documentedAs.function);
  const told = inputs.map((input, index) => {
    const said = lang === "en" ? parameters[index] : undefined;
    return said ? `  - \`${input}\`: ${prose(said)}` : `  - \`${input}\``;
  });
  const chosen = lang === "en" ? parameters[inputs.length] : undefined;
  const option = options ? [`  - ${words.options[lang]}${chosen ? `: ${prose(chosen)}` : ""}`] : [];
  const paths = unique(vectors.flatMap(({ expect = [] }) => expect.map(({ path }) => readable(path, lang))));
  const codes = unique(vectors.flatMap(({ refuse }) => (refuse ? [`\`${refuse.code}\``] : [])));
  const api = documentedAs.function;
  return [
    `### ${name}`,
    prose(title[lang]),
    ...formulas.map((formula) => `$$\n${formula}\n$$`),
    [
      `- ${words.inputs[lang]}:`,
      ...told,
      ...option,
      `- ${words.output[lang]}: ${paths.slice(0, 12).join(", ")}${paths.length > 12 ? " …" : ""}`,
      ...(codes.length > 0 ? [`- ${words.refusals[lang]}: ${codes.join(", ")}`] : []),
      `- ${words.function[lang]}: \`${api}\` (\`@cxmetrics/${documentedAs.package}\`)`,
    ].join("\n"),
    ...smallest(vectors, lang),
  ].join("\n\n");
}

/** A pointer with an asterisk for every position in a list. */
function readable(path: string, lang: Language): string {
  return path === "" ? words.whole[lang] : `\`${path.replaceAll(/\/\d+(?=\/|$)/g, "/*")}\``;
}

function smallest(vectors: readonly ConformanceVector[], lang: Language): readonly string[] {
  const written = vectors
    .filter(({ expect }) => expect !== undefined)
    .map((vector) => JSON.stringify(vector, null, 1).replaceAll(/\n\s*/g, " "))
    .sort((a, b) => a.length - b.length)[0];
  if (written === undefined || written.length > 500) return [];
  return [`${words.smallest[lang]}:`, `\`\`\`json\n${written}\n\`\`\``];
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
