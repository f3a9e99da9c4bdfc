import { digestDefinition, type LocalizedText } from "@cxmetrics/definition";
import type { FittedNode, IndexDefinition } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { shorten } from "../show/shorten.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";

const texts = {
  stage: { en: "step", zh: "步骤" },
  impute: { en: "imputation", zh: "插补" },
  treat: { en: "treatment", zh: "异常值处理" },
  normalise: { en: "normalising", zh: "标准化" },
  aggregate: { en: "aggregation", zh: "合成" },
  weights: { en: "weights", zh: "权重" },
  parameters: { en: "parameters", zh: "参数" },
  notFitted: { en: "not fitted", zh: "未能标定" },
  note: {
    en: "{definition}, fitted on {n} units; data {data}",
    zh: "{definition}，在 {n} 个单元上标定；数据摘要 {data}",
  },
  digest: { en: "digest of the calibrated definition: {digest}", zh: "标定后定义的摘要：{digest}" },
} as const satisfies Record<string, LocalizedText>;

const stages = ["impute", "treat", "normalise", "aggregate", "weights"] as const;

/** Widest cell of parameters; the whole list stands in the file and in `--json`. */
const widest = 60;

/** The fitted parameters of a calibrated definition as a table. */
export function indexFitText(definition: IndexDefinition, { lang, bold }: Run): string {
  const { calibration } = definition;
  const left = (head: string): TableColumn => ({ head, align: "left" });
  const lines = Object.entries(calibration?.nodes ?? {}).flatMap(([id, fitted]) =>
    stages.flatMap((stage) => {
      const cell = cellOf(fitted, stage, texts.notFitted[lang]);
      if (cell === undefined) return [];
      const n = fitted.n[stage];
      const title = printable(definition.nodes[id]?.title[lang] ?? "");
      return [
        [`${id} ${title}`, texts[stage][lang], shorten(cell, widest), n === undefined ? "" : String(n)],
      ];
    }),
  );
  const head = [left(words.node[lang]), left(texts.stage[lang]), left(texts.parameters[lang])];
  return [
    terminalTable([...head, { head: words.answers[lang], align: "right" }], lines, bold),
    "",
    say(lang, texts.note, {
      definition: `${definition.id}@${definition.version}`,
      n: calibration?.n ?? 0,
      data: calibration?.dataDigest ?? "",
    }),
    say(lang, texts.digest, { digest: digestDefinition(definition) }),
  ].join("\n");
}

/** What was fitted at one step; `undefined` where the node has no such step. */
function cellOf(fitted: FittedNode, stage: (typeof stages)[number], notFitted: string): string | undefined {
  if (fitted.notFitted && Object.hasOwn(fitted.notFitted, stage)) return notFitted;
  const values = fitted[stage];
  if (values === undefined) return undefined;
  if (Array.isArray(values)) return values.map(shown).join(", ");
  return Object.entries(values)
    .map(([key, value]) => `${key} ${Array.isArray(value) ? value.map(shown).join(", ") : shown(value)}`)
    .join(" · ");
}

function shown(value: unknown): string {
  return typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value);
}
