import type { Problem } from "@cxmetrics/definition";

export const lengthsDiffer: Problem = {
  code: "trend.lengths-differ",
  en: "{name} has {found} entries and y has {count}. Give every y its own.",
  zh: "{name} 有 {found} 项，而 y 有 {count} 项。请为每个 y 各给一项。",
};

export const tooManyPoints: Problem = {
  code: "trend.too-many-points",
  en: "The slope between all pairs takes at most {most} points; found {count}. Merge periods first, for example days into weeks.",
  zh: "两两斜率最多支持 {most} 个点；此处为 {count} 个。请先合并时期，例如把日并为周。",
};

export const groupsNotAList: Problem = {
  code: "trend.groups-not-a-list",
  en: "groups must be a list; found {found}. Pass an array of {successes, trials}, in their order.",
  zh: "groups 必须是列表；此处为 {found}。请按顺序传入含 successes 与 trials 的数组。",
};
