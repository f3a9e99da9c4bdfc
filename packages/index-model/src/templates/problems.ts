import type { Problem } from "@cxmetrics/definition";

export const unknownTemplate: Problem = {
  code: "index.unknown-template",
  en: 'There is no template "{template}".{hint} Define it under templates or mend the name.',
  zh: "不存在模板 “{template}”。{hint}请在 templates 中定义它，或改正名称。",
};

export const templateCycle: Problem = {
  code: "index.template-cycle",
  en: "The templates use one another in a circle: {cycle}. Remove one of these uses.",
  zh: "模板之间循环引用：{cycle}。请去掉其中一个引用。",
};

export const templateRootMissing: Problem = {
  code: "index.template-root-missing",
  en: 'The root "{root}" is not among the nodes of the template "{template}".{hint} Name one of its nodes.',
  zh: "模板 “{template}” 的节点中没有根节点 “{root}”。{hint}请填写其中的节点。",
};

export const templateNameTwice: Problem = {
  code: "index.template-name-twice",
  en: '"{name}" is both a parameter and a node of the template "{template}", so {placeholder} is ambiguous. Rename one.',
  zh: "“{name}” 既是模板 “{template}” 的参数又是其节点，{placeholder} 含义不明。请改名。",
};

export const unknownPlaceholder: Problem = {
  code: "index.unknown-placeholder",
  en: '{placeholder} is neither a parameter nor a node of the template "{template}".{hint} Mend the name.',
  zh: "{placeholder} 既不是模板 “{template}” 的参数，也不是其节点。{hint}请改正名称。",
};

export const parameterMissing: Problem = {
  code: "index.parameter-missing",
  en: 'The template "{template}" needs the parameter "{parameter}". Give it under with.',
  zh: "模板 “{template}” 需要参数 “{parameter}”。请在 with 中给出。",
};

export const parameterType: Problem = {
  code: "index.parameter-type",
  en: 'The parameter "{parameter}" of "{template}" must be a {type}. Mend its value.',
  zh: "模板 “{template}” 的参数 “{parameter}” 类型应为 {type}。请修正其值。",
};

export const expandedIdTaken: Problem = {
  code: "index.expanded-id-taken",
  en: 'The template gives a node "{id}", but there is one already. Rename the node that uses the template, or the other one.',
  zh: "展开模板得到节点 “{id}”，但该节点已存在。请将引用模板的节点或另一节点改名。",
};

export const tooManyNodes: Problem = {
  code: "index.too-many-nodes",
  en: "Templates expand to more than {limit} nodes. Use fewer of them.",
  zh: "模板展开后超过 {limit} 个节点。请减少使用。",
};

export const unknownConstant: Problem = {
  code: "index.unknown-constant",
  en: 'There is no constant "{name}".{hint} Define it under constants or mend the name.',
  zh: "不存在常数 “{name}”。{hint}请在 constants 中定义它，或改正名称。",
};

export const badConstant: Problem = {
  code: "index.bad-constant",
  en: 'The constant "{name}" must be a finite number or a rational such as "1/3". Mend its value.',
  zh: "常数 “{name}” 须为有限数字，或 “1/3” 这样的分数。请修正其值。",
};
