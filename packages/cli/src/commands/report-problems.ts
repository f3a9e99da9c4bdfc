import type { Problem } from "@cxmetrics/definition";

export const notAChartFile: Problem = {
  code: "report.not-a-chart",
  en: '"{file}" holds nothing that a chart can show. Pass the --json answer of score, funnel, chart, drivers, index uncertainty or index attribute, a result.json of cx evaluate, or {"kind": …, "data": …}.',
  zh: '“{file}” 中没有图表可显示的内容。请传入 score、funnel、chart、drivers、index uncertainty、index attribute 的 --json 结果，cx evaluate 的 result.json，或 {"kind": …, "data": …}。',
};

export const otherChartKind: Problem = {
  code: "report.other-kind",
  en: '"{file}" cannot become a chart of kind {kind}. Kinds that it can: {allowed}.',
  zh: "“{file}” 无法画成 {kind} 图。可选的图：{allowed}。",
};

export const notSvgOrPng: Problem = {
  code: "usage.not-svg-or-png",
  en: 'The chart file "{file}" must end in .svg or .png.',
  zh: "图表文件 “{file}” 应以 .svg 或 .png 结尾。",
};
