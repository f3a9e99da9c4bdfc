import type { Language, LocalizedText } from "@cxmetrics/definition";
import {
  describeScore,
  estimateScore,
  type ScoreDefinition,
  scoreDefinitions,
  tallyFromCounts,
} from "@cxmetrics/scores";
import { spreadsheetForm } from "./spreadsheet-form.js";

const words = {
  title: { en: "Scores", zh: "得分目录" },
  about: {
    en: "Every shipped score definition with its source. Generated from the definitions; a test fails when a page is behind them.",
    zh: "随库提供的全部得分定义及其出处。由定义生成，落后时测试会失败。",
  },
  score: { en: "Score", zh: "得分" },
  scale: { en: "Scale", zh: "量表" },
  statistic: { en: "Statistic", zh: "统计量" },
  source: { en: "Source", zh: "出处" },
  value: { en: "Value", zh: "数值" },
  interval: { en: "95% interval", zh: "95% 区间" },
  counts: { en: "What counts", zh: "如何计分" },
  spreadsheet: { en: "In a spreadsheet", zh: "电子表格写法" },
  cells: {
    en: "Points in column A from row 2 upwards, numbers of answers in column B:",
    zh: "A 列自第 2 行起为分值，B 列为各分值的人数：",
  },
  edges: { en: "Edge cases", zh: "边界情形" },
  noAnswers: {
    en: "Without an answer in the base there is no number: `no-valid-answers` or `no-answers-in-base`, never 0.",
    zh: "基数内没有回答时不给出数值：`no-valid-answers` 或 `no-answers-in-base`，绝不以 0 代替。",
  },
  offScale: {
    en: "An answer off the scale stops the tally and names its row, unless the caller asks for such answers to be counted as invalid.",
    zh: "超出量表的回答会使计数停止并指出所在行，除非调用者要求把它们计为无效。",
  },
  few: {
    en: "Below ten answers (or effective answers, under weights) the estimate carries `interval.small-sample`.",
    zh: "回答（加权时为有效样本量）不足十个时，结果带有 `interval.small-sample` 警示。",
  },
  oneAnswer: {
    en: "One answer has a mean and no standard error; equal answers have a mean and no interval (`no-variation`).",
    zh: "仅一个回答时有均值而无标准误；回答全部相同时有均值而无区间（`no-variation`）。",
  },
  extreme: {
    en: "Where all answers fall in one band the standard error is 0 and the interval still has a width.",
    zh: "全部回答落入同一分段时，标准误为 0，区间仍有宽度。",
  },
  which: { en: "Which CSAT is this?", zh: "这是哪一个 CSAT？" },
  whichAbout: {
    en: "The same answers, by every definition that is in use for their scale. The name alone does not say which number is meant: a dashboard should cite the id. Every figure on this page is computed by the package.",
    zh: "同一批回答，按该量表上通行的每个定义计算。仅凭名称无法知道所指的是哪个数，看板应注明 id。本页数字全部由程序包算出。",
  },
  onScale: { en: "{points} points, {scale}", zh: "{points} 级量表，{scale}" },
  histogram: { en: "Point", zh: "分值" },
  answers: { en: "Answers", zh: "人数" },
  own: {
    en: "Try your own answers in the [score calculator](../playground/score-calculator.md).",
    zh: "用自己的数据试算：[得分计算器](../playground/score-calculator.zh.md)。",
  },
  spread: {
    en: "Shares of good answers and rescaled means alone run from {least} to {most} on a scale of 0 to 100.",
    zh: "仅满意占比与换算后的均值，在 0–100 的尺度上就从 {least} 到 {most}。",
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const definitions = Object.values<ScoreDefinition>(scoreDefinitions);
const ending = (lang: Language) => (lang === "en" ? "md" : "zh.md");
const linkTo = (definition: ScoreDefinition, lang: Language) =>
  `[${definition.title[lang]}](${definition.id}.${ending(lang)}) \`${definition.id}\``;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** What decides the number, in a few signs. */
function ruleOf({ statistic, base }: ScoreDefinition, lang: Language): string {
  const list = (points: readonly number[]) => points.join(", ");
  const rest = base === "valid" ? "" : `; ${lang === "zh" ? "基数" : "base"}: ${list(base.points)}`;
  if (statistic.kind === "share") return `% {${list(statistic.band)}}${rest}`;
  if (statistic.kind === "net-share")
    return `% {${list(statistic.upper)}} − % {${list(statistic.lower)}}${rest}`;
  const mean = lang === "zh" ? "均值" : "mean";
  if (statistic.unit === "mean") return `${mean}${rest}`;
  return `${mean} → ${statistic.rescale.kind === "pomp" ? "0–100" : lang === "zh" ? "占最高分 %" : "% of maximum"}${rest}`;
}

/** The overview of the scores: one line a definition. */
export function renderScores(lang: Language): string {
  const rows = definitions.map((one) => [
    linkTo(one, lang),
    `${one.scale.min}–${one.scale.max}`,
    ruleOf(one, lang),
    one.provenance.source.replaceAll("|", "\\|"),
  ]);
  const head = [words.score, words.scale, words.counts, words.source].map((word) => word[lang]);
  return `# ${words.title[lang]}\n\n${words.about[lang]}\n\n${table(head, rows)}\n`;
}

/** The page of one score: what `describeScore` writes, the cell formula, and what happens at the edges. */
export function renderScore(definition: ScoreDefinition, lang: Language): string {
  const edges = [
    words.noAnswers,
    words.offScale,
    words.few,
    definition.statistic.kind === "mean" ? words.oneAnswer : words.extreme,
  ];
  return `${[
    describeScore(definition, lang).trim(),
    `## ${words.spreadsheet[lang]}`,
    words.cells[lang],
    `\`\`\`text\n${spreadsheetForm(definition)}\n\`\`\``,
    `## ${words.edges[lang]}`,
    edges.map((edge) => `- ${edge[lang]}`).join("\n"),
  ].join("\n\n")}\n`;
}

/** One made-up survey a scale, each with answers on every point and more of them at the upper end. */
const histograms: Readonly<Record<string, readonly number[]>> = {
  "1–2": [30, 70],
  "1–3": [20, 20, 60],
  "1–4": [15, 10, 35, 40],
  "1–5": [15, 5, 10, 30, 40],
  "1–6": [10, 5, 10, 10, 30, 35],
  "1–7": [10, 5, 5, 10, 15, 25, 30],
  "1–10": [5, 5, 2, 3, 5, 5, 10, 25, 20, 20],
  "0–10": [4, 1, 3, 2, 5, 5, 8, 12, 20, 18, 22],
};

/** The page that sets every definition of a scale beside the others. */
export function renderWhich(lang: Language): string {
  const scales = Object.entries(histograms).filter(([name]) => definitionsOn(name).length > 0);
  const most = scales.sort(([a], [b]) => definitionsOn(b).length - definitionsOn(a).length);
  return `${[
    `# ${words.which[lang]}`,
    `${words.whichAbout[lang]} ${words.own[lang]}`,
    ...most.flatMap(([name, counts]) => scaleSection(name, counts, lang)),
  ].join("\n\n")}\n`;
}

const definitionsOn = (name: string) =>
  definitions.filter(({ scale }) => `${scale.min}–${scale.max}` === name);

function scaleSection(name: string, counts: readonly number[], lang: Language): readonly string[] {
  const min = Number(name.split("–")[0]);
  const tally = tallyFromCounts(counts, { min, max: min + counts.length - 1 });
  const onHundred: number[] = [];
  const rows = definitionsOn(name).map((one) => {
    const outcome = estimateScore(tally, one);
    if (outcome.status !== "ok") throw new Error(`${one.id} has no number on its histogram`);
    const show = (value: number) =>
      outcome.unit === "share" ? `${Number((100 * value).toFixed(1))}%` : String(Number(value.toFixed(2)));
    // A share of the dissatisfied is no satisfaction.
    if (one.statistic.kind === "share" && one.statistic.band.includes(one.scale.max))
      onHundred.push(100 * outcome.value);
    if (outcome.unit === "index") onHundred.push(outcome.value);
    const { interval } = outcome;
    const told = interval.status === "ok" ? `${show(interval.lower)} … ${show(interval.upper)}` : "–";
    return [linkTo(one, lang), ruleOf(one, lang), show(outcome.value), told];
  });
  const say = (text: LocalizedText, values: Readonly<Record<string, string | number>>) =>
    text[lang].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key]));
  const head = [words.score, words.counts, words.value, words.interval].map((word) => word[lang]);
  const points = [words.histogram[lang], ...counts.map((_, at) => String(min + at))];
  const extremes = [Math.min(...onHundred), Math.max(...onHundred)].map((value) =>
    String(Number(value.toFixed(1))),
  );
  return [
    `## ${say(words.onScale, { points: counts.length, scale: name })}`,
    table(points, [[words.answers[lang], ...counts.map(String)]]),
    table(head, rows),
    ...(onHundred.length > 2
      ? [say(words.spread, { least: extremes[0] as string, most: extremes[1] as string })]
      : []),
  ];
}
