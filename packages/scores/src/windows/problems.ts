import type { Problem } from "@cxmetrics/definition";

export const badPeriods: Problem = {
  code: "periods.not-a-list",
  en: "Periods come as a list of { period, tally }, in order of time, the period a text or a finite number; found {found}. Correct it.",
  zh: "各期应为按时间排列的 { period, tally } 列表，period 为文本或有限数字；实际为 {found}。请更正。",
};

export const repeatedPeriod: Problem = {
  code: "period.repeated",
  en: "The period {period} appears twice. Merge its tallies with mergeTallies.",
  zh: "期间 {period} 出现两次。请用 mergeTallies 合并其汇总。",
};
