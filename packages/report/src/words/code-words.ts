import type { Language, LocalizedText } from "@cxmetrics/definition";

/** Codes of results in words, by the field they stand in. A code that is not listed is told as it is. */
const codes = {
  method: {
    wilson: { en: "Wilson score", zh: "Wilson 得分法" },
    t: { en: "Student's t", zh: "t 分布" },
    "nps-score": { en: "score method for NPS", zh: "NPS 得分法" },
    "order-statistics": { en: "order statistics", zh: "次序统计量" },
    "delta-normal": { en: "linearised, normal", zh: "线性化（正态）" },
    "delta-t": { en: "linearised, Student's t", zh: "线性化（t 分布）" },
    "monte-carlo-percentile": { en: "simulated, percentiles", zh: "模拟（百分位）" },
    "unpooled-z": { en: "difference, normal", zh: "差异（正态）" },
    mover: { en: "difference of two intervals (MOVER)", zh: "两区间之差（MOVER）" },
    exact: { en: "exact", zh: "确定值" },
    linearised: { en: "linearised", zh: "线性化" },
    "monte-carlo": { en: "simulated", zh: "模拟" },
  },
  kind: {
    score: { en: "score definition on ratings", zh: "按得分定义计算评分" },
    share: { en: "share of rows", zh: "占比" },
    mean: { en: "mean", zh: "均值" },
    "rubric-mean": { en: "mean over expert raters", zh: "专家评分均值" },
    "duration-percentile": { en: "percentile of durations", zh: "时长分位数" },
    funnel: { en: "funnel conversion", zh: "漏斗转化率" },
    "ratio-of-sums": { en: "ratio of sums", zh: "总量之比" },
    given: { en: "given figure", zh: "给定值" },
  },
  unit: {
    channel: { en: "channel", zh: "渠道" },
    wave: { en: "wave", zh: "批次" },
    institution: { en: "institution", zh: "机构" },
    journey: { en: "journey", zh: "旅程" },
    scene: { en: "scene", zh: "场景" },
  },
  provenance: {
    "standard-text": { en: "from the text of a standard", zh: "标准原文" },
    published: { en: "published", zh: "公开发表" },
    illustrative: { en: "illustrative", zh: "示例" },
  },
  grade: {
    ok: { en: "all conditions met", zh: "条件均满足" },
    lowered: { en: "lowered: a condition failed", zh: "因条件未满足下调" },
    capped: { en: "capped by a gate", zh: "因门槛条件封顶" },
    "lowered-by-quota": {
      en: "lowered: the quota of the better grade is full",
      zh: "因上一等级名额已满下调",
    },
    "withheld-by-veto": { en: "withheld by veto", zh: "一票否决，不予评级" },
    "withheld-by-gate": { en: "withheld by a gate", zh: "因门槛条件不予评级" },
    "not-computable": { en: "not computable", zh: "无法计算" },
  },
} as const satisfies Record<string, Readonly<Record<string, LocalizedText>>>;

/** A code in words. */
export function codeWord(field: keyof typeof codes, code: string, lang: Language): string {
  const words: Readonly<Record<string, LocalizedText>> = codes[field];
  return Object.hasOwn(words, code) ? (words[code]?.[lang] ?? code) : code;
}
