import type { Problem } from "@cxmetrics/definition";

export const notAResult: Problem = {
  code: "report.not-a-result",
  en: "This is not the whole result of an evaluation. Pass what evaluatePlan returned, or the result.json that cx evaluate wrote, unchanged.",
  zh: "这不是完整的评价结果。请原样传入 evaluatePlan 的返回值，或 cx evaluate 写出的 result.json。",
};

export const badChartOption: Problem = {
  code: "chart.bad-option",
  en: "The chart option {option} must be {expected}, not {found}.",
  zh: "图表选项 {option} 应为{expected}，而不是{found}。",
};

export const lowerAboveUpper: Problem = {
  code: "chart.lower-above-upper",
  en: "The lower bound {lower} is above the upper bound {upper}. Swap them.",
  zh: "下限 {lower} 大于上限 {upper}。请对调。",
};

export const valueWithoutNumber: Problem = {
  code: "chart.value-without-reason",
  en: '"{label}" has no value and does not say why. Give a value, or null with a reason.',
  zh: "“{label}”没有数值，也未说明原因。请给出数值，或写 null 并附原因。",
};

export const partsDoNotSum: Problem = {
  code: "chart.parts-do-not-sum",
  en: "The parts sum to {sum}, but the values differ by {change}. Add the part that is missing.",
  zh: "各部分之和为 {sum}，而两端数值之差为 {change}。请补上缺少的部分。",
};

export const wrongLength: Problem = {
  code: "chart.wrong-length",
  en: "{what} needs {expected} members, one for each of its heads; it has {found}.",
  zh: "{what} 应有 {expected} 项，与其表头一一对应；现有 {found} 项。",
};

export const tooMany: Problem = {
  code: "chart.too-many",
  en: "A {kind} chart can show at most {most} {what}; there are {found}. Choose fewer, or another kind of chart.",
  zh: "{kind} 图最多显示 {most} 个{what}，现有 {found} 个。请减少数量，或换一种图。",
};

export const nothingToShow: Problem = {
  code: "report.nothing-to-show",
  en: "The result does not hold what a {kind} chart shows (asked for: {of}). Choose another kind, or a unit, change or criterion that it has.",
  zh: "结果中没有 {kind} 图所需的内容（所求：{of}）。请换一种图，或选择结果中已有的对象、变化或校标。",
};
