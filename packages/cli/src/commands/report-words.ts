import type { LocalizedText } from "@cxmetrics/definition";

/** The words of charts that an answer of another command becomes. */
export const chartTexts = {
  everyone: { en: "all", zh: "全部" },
  blank: { en: "(blank)", zh: "（空白）" },
  noValue: { en: "no value", zh: "无数值" },
  nps: { en: "Net Promoter Score", zh: "净推荐值" },
  score: { en: "Score: {metric}", zh: "得分：{metric}" },
  funnel: { en: "Funnel", zh: "转化漏斗" },
  trend: { en: "Control chart ({kind})", zh: "控制图（{kind}）" },
  rules: { en: "Rules: {rules}", zh: "判异规则：{rules}" },
  centre: { en: "Centre line {centre}", zh: "中心线 {centre}" },
  drivers: { en: "What drives {outcome}: parts of R²", zh: "{outcome} 的驱动因素：对 R² 的贡献" },
  noCause: {
    en: "Associations among these predictors; not causes.",
    zh: "仅为这些预测变量之间的关联，并非因果。",
  },
  index: { en: "The index with its interval: {node}", zh: "指数及其区间：{node}" },
  ranks: { en: "Ranks and where they could lie", zh: "名次及其可能范围" },
  change: { en: "{unit}: what the change is made of", zh: "{unit}：变化的构成" },
  rest: { en: "other causes", zh: "其他原因" },
  method: { en: "Method: {method}", zh: "方法：{method}" },
} as const satisfies Record<string, LocalizedText>;
