import type { Problem } from "@cxmetrics/definition";

export const rulesDoNotMeet: Problem = {
  code: "funnel.not-supported",
  en: '{field} "{found}" is not offered with {with}: {reason} Write {supported}.',
  zh: "{field} 取值“{found}”不能与 {with} 同用：{reason}请写 {supported}。",
};

export const unknownStepName: Problem = {
  code: "funnel.unknown-step",
  en: 'No step is named "{name}".{hint} The steps are {steps}.',
  zh: "没有名为“{name}”的步骤。{hint}现有步骤：{steps}。",
};

export const stepsOutOfOrder: Problem = {
  code: "funnel.steps-out-of-order",
  en: 'An exclusion stands between a step and a later one; "{from}" does not come before "{to}". Exchange them.',
  zh: "排除条件位于前一步骤与后一步骤之间；“{from}”不在“{to}”之前。请调换次序。",
};

export const badGaps: Problem = {
  code: "funnel.bad-gaps",
  en: "{steps} steps have {expected} gaps; gapMs lists {found}. Give one limit a gap, null for none, or one number for all.",
  zh: "{steps} 个步骤之间有 {expected} 个间隔，而 gapMs 列出了 {found} 个。请为每个间隔给出一个上限(无上限写 null),或用一个数表示全部。",
};

export const emptyRange: Problem = {
  code: "funnel.empty-range",
  en: "The range from {from} to {to} holds nothing. Let from be the smaller, and give at least one of them.",
  zh: "从 {from} 到 {to} 的范围为空。from 应小于 to,且至少给出其中之一。",
};

export const badPredicate: Problem = {
  code: "funnel.bad-predicate",
  en: "A predicate says one thing: property with equals, in, range or isNull, or else all, any or not. Found the keys {found}.",
  zh: "一个条件只说一件事:property 加 equals、in、range 或 isNull 之一，或者 all、any、not 之一。实际的键为 {found}。",
};

export const missingProperty: Problem = {
  code: "events.missing-property",
  en: 'The funnel reads the property "{property}", which the events do not have as a column.{hint} Give it as a column of properties.',
  zh: "漏斗读取属性“{property}”,但事件中没有该列。{hint}请在 properties 中提供该列。",
};

export const badProperties: Problem = {
  code: "events.bad-properties",
  en: "Properties are an object of values, one a name; found {found}.",
  zh: "properties 应为由属性名与值组成的对象；实际为 {found}。",
};

export const noBreakdown: Problem = {
  code: "funnel.no-breakdown",
  en: "The definition names no breakdown. Add a breakdown with property and attribution, or call tallyFunnel.",
  zh: "定义中没有 breakdown。请添加含 property 与 attribution 的 breakdown,或调用 tallyFunnel。",
};
