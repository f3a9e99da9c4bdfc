import type { LocalizedText } from "@cxmetrics/definition";
import type { AhpWeights } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import type { NamedWeights } from "./index-weights.js";

const texts = {
  indicator: { en: "indicator", zh: "指标" },
  entropies: { en: "entropy", zh: "熵" },
  divergences: { en: "divergence", zh: "差异系数" },
  deviations: { en: "standard deviation", zh: "标准差" },
  conflicts: { en: "conflict", zh: "冲突性" },
  information: { en: "information", zh: "信息量" },
  removalEffects: { en: "effect of removal", zh: "移除效应" },
  consistency: {
    en: "λmax {lambda}, CI {ci}, CR {cr} ({index}), GCI {gci}",
    zh: "λmax {lambda}，CI {ci}，CR {cr}（{index}），GCI {gci}",
  },
  consistent: {
    en: "The judgements are consistent enough (CR below the threshold).",
    zh: "判断一致性可接受（CR 低于阈值）。",
  },
  inconsistent: {
    en: "The judgements contradict one another too much; look at them again.",
    zh: "判断之间矛盾过大，请重新审视。",
  },
  worst: {
    en: "furthest from the weights: {row} against {column}, judged {judged}, implied {implied}",
    zh: "与权重偏离最大：{row} 对 {column}，判断为 {judged}，由权重推得 {implied}",
  },
  completed: { en: "{count} missing judgements were filled in", zh: "补全了 {count} 个缺失判断" },
  units: { en: "{units} units, {dropped} left out", zh: "{units} 个单元，略去 {dropped} 个" },
} as const satisfies Record<string, LocalizedText>;

/** Lists beside the weights that are worth a column. */
const lists = [
  "entropies",
  "divergences",
  "deviations",
  "conflicts",
  "information",
  "removalEffects",
] as const;

/** Weights as a table, with what the method says of itself. */
export function indexWeightsText(
  { indicators, outcome }: NamedWeights,
  title: LocalizedText,
  { lang, bold }: Run,
): string {
  if (outcome.status !== "ok") return `${printable(outcome.message[lang])}\n${title[lang]}`;
  const told = outcome as Readonly<Record<string, unknown>> & typeof outcome;
  const shown = lists.filter((key) => Array.isArray(told[key]));
  const lines = outcome.weights.map((weight, at) => [
    printable(indicators[at] ?? ""),
    showNumber(weight, 4),
    ...shown.map((key) => showNumber((told[key] as readonly number[])[at] ?? 0, 4)),
  ]);
  const right = (head: string): TableColumn => ({ head, align: "right" });
  const columns: readonly TableColumn[] = [
    { head: texts.indicator[lang], align: "left" },
    right(words.weight[lang]),
    ...shown.map((key) => right(texts[key][lang])),
  ];
  const units =
    "units" in told
      ? [say(lang, texts.units, { units: Number(told["units"]), dropped: Number(told["droppedUnits"] ?? 0) })]
      : [];
  const ahp = "lambdaMax" in outcome ? ahpLines(outcome, indicators, lang) : [];
  return [terminalTable(columns, lines, bold), "", ...ahp, ...units, title[lang]].join("\n");
}

function ahpLines(outcome: AhpWeights, indicators: readonly string[], lang: "en" | "zh"): readonly string[] {
  const {
    lambdaMax,
    consistencyIndex,
    consistencyRatio,
    randomIndex,
    geometricConsistencyIndex,
    consistent,
  } = outcome;
  const number = (value: number | null) => (value === null ? "-" : showNumber(value, 4));
  const { worstJudgement: worst, completed } = outcome;
  const name = (at: number) => printable(indicators[at] ?? "");
  return [
    say(lang, texts.consistency, {
      lambda: showNumber(lambdaMax, 4),
      ci: showNumber(consistencyIndex, 4),
      cr: number(consistencyRatio),
      index: randomIndex === null ? "-" : `${randomIndex.name}, RI ${randomIndex.value}`,
      gci: number(geometricConsistencyIndex),
    }),
    ...(consistent === null ? [] : [consistent ? texts.consistent[lang] : texts.inconsistent[lang]]),
    ...(worst
      ? [
          say(lang, texts.worst, {
            row: name(worst.row),
            column: name(worst.column),
            judged: Number(worst.judged.toPrecision(4)),
            implied: Number(worst.implied.toPrecision(4)),
          }),
        ]
      : []),
    ...(completed.length > 0 ? [say(lang, texts.completed, { count: completed.length })] : []),
  ];
}
