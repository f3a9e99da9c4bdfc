import type { Problem } from "@cxmetrics/definition";

export const notAList: Problem = {
  code: "comparison.not-a-list",
  en: "{name} must be a list of { period, result } with at least one entry, found {found}. Give one entry for each period.",
  zh: "{name} 应为由 { period, result } 组成的非空列表，实际为：{found}。请为每个时期给出一项。",
};

export const duplicateUnit: Problem = {
  code: "comparison.duplicate-unit",
  en: 'The unit "{unit}" stands more than once in one result, so it cannot be followed by name. Name the units apart.',
  zh: "对象 “{unit}” 在同一结果中出现多次，无法按名称对应。请使用不同名称。",
};

export const duplicatePeriod: Problem = {
  code: "comparison.duplicate-period",
  en: 'The period "{period}" stands twice in one series. Keep one result for each period and definition.',
  zh: "同一序列中时期 “{period}” 出现两次。每个时期、每个定义请只保留一个结果。",
};

export const unknownPeriod: Problem = {
  code: "comparison.unknown-period",
  en: 'The overlap period "{period}" is not in both series. Name periods for which both definitions were scored.',
  zh: "重叠时期 “{period}” 并非同时存在于两个序列。请指定两个定义都有结果的时期。",
};

export const linkDoesNotFit: Problem = {
  code: "comparison.link-does-not-fit",
  en: "The link leads from {linkFrom} to {linkTo}, but the results were scored with {resultFrom} and {resultTo}. Give the link between these two.",
  zh: "该链接由 {linkFrom} 到 {linkTo}，而结果所用定义为 {resultFrom} 与 {resultTo}。请提供这两个定义之间的链接。",
};

export const peersLength: Problem = {
  code: "comparison.peers-length",
  en: "There are {found} peer groups for {expected} units. Give one for each unit, null where it has none.",
  zh: "同类组有 {found} 个，而评价对象有 {expected} 个。请为每个对象给出一个，没有则填 null。",
};

export const notAPeer: Problem = {
  code: "comparison.bad-peer-group",
  en: "The peer group of row {row} is {found}. Write a text, or null where the unit has none.",
  zh: "第 {row} 行的同类组为 {found}。请填写文本，没有则填 null。",
};

export const notASeriesLink: Problem = {
  code: "comparison.not-a-link",
  en: "This is no link of linkSeries: {part} is missing. Pass an entry of its links.",
  zh: "这不是 linkSeries 的链接：缺少 {part}。请传入其 links 中的一项。",
};
