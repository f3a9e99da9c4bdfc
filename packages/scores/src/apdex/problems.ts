import type { Problem } from "@cxmetrics/definition";

export const badApdexCount: Problem = {
  code: "apdex.count-not-allowed",
  en: "{name}: expected a whole number of samples from 0 upwards, found {found}. Correct it.",
  zh: "{name}：应为大于等于 0 的整数样本数，实际为 {found}。请更正。",
};

export const badTime: Problem = {
  code: "apdex.time-not-allowed",
  en: "Sample {row}: expected a time in milliseconds of at least 0, found {found}. Correct it; write null where nothing was measured, and count failed requests with failures.",
  zh: "第 {row} 个样本：应为不小于 0 的毫秒数，实际为 {found}。请更正；未测量写 null，失败的请求用 failures 计数。",
};

export const badTimes: Problem = {
  code: "apdex.times-not-a-list",
  en: "Times come as an array or a typed array; found {found}.",
  zh: "耗时应为数组或类型化数组，实际为 {found}。",
};

export const badThreshold: Problem = {
  code: "apdex.threshold-not-allowed",
  en: "{name}: expected {expected}, found {found}. The target time T is yours to choose; Apdex values with different T cannot be compared.",
  zh: "{name}：应为{expected}，实际为 {found}。目标时间 T 由您选定；T 不同的 Apdex 不可比较。",
};
