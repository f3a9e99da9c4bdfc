import type { Language, LocalizedText } from "@cxmetrics/definition";

/** The words of a score page. */
const words = {
  definition: { en: "Definition", zh: "定义" },
  digest: { en: "Digest", zh: "摘要" },
  source: { en: "Source", zh: "来源" },
  differs: { en: "Not the same as", zh: "不同于" },
  scale: { en: "Scale", zh: "量表" },
  higher: { en: "high points are good", zh: "分值越高越好" },
  lower: { en: "low points are good", zh: "分值越低越好" },
  range: { en: "Lowest and highest value", zh: "取值范围" },
  formula: { en: "Formula", zh: "公式" },
  answers: {
    en: "$n_k$ is the number of answers on point k, or the sum of their weights.",
    zh: "$n_k$ 为分值 k 的回答数，或其权重之和。",
  },
  points: { en: "Scale points", zh: "分值" },
  point: { en: "Point", zh: "分值" },
  value: { en: "Value of an answer", zh: "每个回答的取值" },
  band: { en: "Band", zh: "档" },
  base: { en: "Base", zh: "基数" },
  yes: { en: "yes", zh: "是" },
  no: { en: "no", zh: "否" },
  everyone: {
    en: "The base is every valid answer; missing and refused ones are counted apart.",
    zh: "基数为全部有效回答；缺失与被拒的回答另行计数。",
  },
  listed: {
    en: "The base is the answers on these points: {points}.",
    zh: "基数为以下分值上的回答：{points}。",
  },
  interval: { en: "Interval", zh: "区间" },
  method: {
    en: "`{method}`, level {level}, at the effective number of answers.",
    zh: "`{method}`，置信水平 {level}，按有效样本量计算。",
  },
  example: { en: "Worked example", zh: "算例" },
  count: { en: "Answers", zh: "回答数" },
  result: {
    en: "{value} from {n} answers, standard error {error}, interval {lower} to {upper}.",
    zh: "{n} 个回答得 {value}，标准误 {error}，区间 {lower} 至 {upper}。",
  },
  shown: { en: "Shown as {text}.", zh: "显示为 {text}。" },
  colon: { en: ": ", zh: "：" },
  comma: { en: ", ", zh: "、" },
  stop: { en: "; ", zh: "；" },
} satisfies Record<string, LocalizedText>;

/** A word in one language, with values put into its `{places}`. */
export function wordsIn(lang: Language) {
  return (word: keyof typeof words, values: Readonly<Record<string, string | number>> = {}): string =>
    words[word][lang].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
