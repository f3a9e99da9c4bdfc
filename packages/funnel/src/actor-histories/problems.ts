import type { Problem } from "@cxmetrics/definition";

export const firstEntryRule: Problem = {
  code: "funnel.first-entry-only",
  en: "This calculation follows each actor from its first step-1 event through plain ordered steps and cannot honour {field}. Leave it out of the definition, or use tallyFunnel.",
  zh: "此计算从每个主体的首个第 1 步事件起按顺序跟踪，无法执行 {field}。请从定义中去掉，或使用 tallyFunnel。",
};

export const columnTooShort: Problem = {
  code: "events.unequal-columns",
  en: 'Column "{column}" has {found} rows, the events have {expected}. Give one value a row.',
  zh: "列“{column}”有 {found} 行，而事件有 {expected} 行。请每行给出一个值。",
};

export const badValue: Problem = {
  code: "funnel.bad-group-value",
  en: "A value of {column} is a text, a finite number, true or false, or null for none; found {found}. Convert it first.",
  zh: "{column} 的取值应为文本、有限数字、true、false，或以 null 表示无；实际为 {found}。请先转换。",
};

export const spansOnly: Problem = {
  code: "funnel.bad-spans",
  en: "{name} is a list of finite numbers of at least 0; found {found}. Mend or leave out the member.",
  zh: "{name} 应为不小于 0 的有限数字列表；实际为 {found}。请修正或去掉该项。",
};
