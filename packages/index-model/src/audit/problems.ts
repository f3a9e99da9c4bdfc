import type { Problem } from "@cxmetrics/definition";

export const notAnIndicator: Problem = {
  code: "audit.not-an-indicator",
  en: '"{node}" is no indicator, so nobody evaluated it. Name an indicator.',
  zh: "“{node}” 不是指标，没有评价人数。请填写指标的标识。",
};

export const evaluatorRows: Problem = {
  code: "audit.evaluator-rows",
  en: 'There are {found} numbers of evaluators for "{node}", but {expected} units. Give one for each unit, null where nobody evaluated, or a single number for all.',
  zh: "“{node}” 的评价人数有 {found} 个，而评价对象有 {expected} 个。请为每个对象给出一个（无人评价填 null），或只给一个适用于全部对象的数。",
};

export const notAnAudit: Problem = {
  code: "audit.not-an-audit",
  en: "This is no audit: {part} is missing or broken. Pass what auditIndex returns.",
  zh: "这不是审核结果：{part} 缺失或已损坏。请传入 auditIndex 的返回值。",
};
