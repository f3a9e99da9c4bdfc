import type { Problem } from "@cxmetrics/definition";

export const unknownComparison: Problem = {
  code: "comparison.unknown-method",
  en: "{found} is not a way to compare scores.{hint} Choose one of: {allowed}.",
  zh: "{found} 不是得分比较方法。{hint}请从中选择：{allowed}。",
};

export const comparisonMismatch: Problem = {
  code: "comparison.method-mismatch",
  en: "The method {method} does not fit a {kind}. Choose one of: {allowed}.",
  zh: "方法 {method} 不适用于统计量 {kind}。请从中选择：{allowed}。",
};

export const notGroups: Problem = {
  code: "groups.not-a-list",
  en: "Tallies by group come as a list of {shape} or as a record from group to tally; found {found}. Take them with tallyRatingsBy.",
  zh: "分组汇总应为由 {shape} 组成的列表，或从组名到汇总的记录；实际为 {found}。请用 tallyRatingsBy 生成。",
};

export const repeatedGroup: Problem = {
  code: "group.repeated",
  en: "The group {group} appears twice. Merge its tallies with mergeTallies.",
  zh: "分组 {group} 出现两次。请用 mergeTallies 合并其汇总。",
};

export const tooManyGroups: Problem = {
  code: "groups.too-many",
  en: "There are {found} groups, and at most {most} are taken here. Pass fewer, or merge some.",
  zh: "共有 {found} 个分组，此处最多支持 {most} 个。请减少分组，或合并其中一些。",
};

export const badShare: Problem = {
  code: "mix.not-allowed",
  en: "The share of {group} in the mix must be a finite number from 0 upwards; found {found}. Correct it.",
  zh: "构成中 {group} 的占比应为大于等于 0 的有限数；实际为 {found}。请更正。",
};

export const emptyMix: Problem = {
  code: "mix.sums-to-zero",
  en: "The shares of the mix add up to 0. Give at least one group a share.",
  zh: "构成的各占比之和为 0。请至少给一个分组非零占比。",
};

export const groupNotInMix: Problem = {
  code: "mix.group-missing",
  en: "The group {group} has answers but no share in the mix. Give it one, 0 to leave it out.",
  zh: "分组 {group} 有回答，但构成中没有它的占比。请补上，不计入时写 0。",
};

export const mixGroupUnknown: Problem = {
  code: "mix.group-unknown",
  en: "The mix names the group {group}, for which there is no tally.{hint} Known: {known}.",
  zh: "构成中的分组 {group} 没有对应的汇总。{hint}已有分组：{known}。",
};
