import type { Problem } from "@cxmetrics/definition";

export const rollingDaysOnly: Problem = {
  code: "retention.rolling-days-only",
  en: 'A rolling clock counts periods of 24 hours; "{found}" has no fixed length. Write period: day, or clock: calendar.',
  zh: "滚动时钟按 24 小时计；“{found}”没有固定长度。请写 period: day，或 clock: calendar。",
};

export const emptyBracket: Problem = {
  code: "retention.empty-bracket",
  en: "A bracket [from, to) needs a to above its from; found from {from} to {to}. Mend it.",
  zh: "区间 [from, to) 的 to 必须大于 from；此处为 {from} 到 {to}。请修正。",
};

export const badRetentionTally: Problem = {
  code: "retention.bad-tally",
  en: "This is not the tally of a retention: {reason}. Make it with tallyRetention or mend it.",
  zh: "这不是有效的留存计数：{reason}。请用 tallyRetention 生成或修正。",
};

export const retentionMismatch: Problem = {
  code: "retention.definition-mismatch",
  en: "The tallies were made by different definitions: {first} and {other}. Tally all parts by one definition.",
  zh: "各计数来自不同的定义：{first} 与 {other}。请用同一定义计数。",
};

export const badSpan: Problem = {
  code: "retention.bad-span",
  en: "untilMs must lie after fromMs: found {from} and {until}. Exchange or mend them.",
  zh: "untilMs 必须晚于 fromMs：此处为 {from} 与 {until}。请交换或修正。",
};
