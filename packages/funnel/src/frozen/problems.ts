import type { Problem } from "@cxmetrics/definition";

export const notPlain: Problem = {
  code: "funnel.not-plain",
  en: "A frozen funnel has the default rules alone and cannot honour {field}. Leave it out, or use tallyFunnel.",
  zh: "冻结的漏斗仅支持默认规则，无法执行 {field}。请去掉该项，或使用 tallyFunnel。",
};

export const badFrozen: Problem = {
  code: "funnel.bad-frozen",
  en: "{field} is not as freezeFunnel writes it. Freeze the funnel again.",
  zh: "{field} 与 freezeFunnel 的输出不符。请重新冻结。",
};
