import type { Problem } from "@cxmetrics/definition";

export const incomplete: Problem = {
  code: "standard.incomplete",
  en: "The standard cannot be written: {count} fields are empty. Fill each of them:{fields}",
  zh: "标准文本无法生成：有 {count} 个字段为空。请逐一填写：{fields}",
};

export const otherDefinition: Problem = {
  code: "standard.other-definition",
  en: "The supplement was written for {stated}, but the definition is {found}. Review the supplement against this definition, then change its member definition.",
  zh: "该补充文件针对 {stated} 编写，而所给定义为 {found}。请对照该定义核对补充文件后修改其 definition。",
};

export const unknownPart: Problem = {
  code: "standard.unknown-part",
  en: 'The definition has no {what} "{id}". Remove it from the supplement, or correct its id.',
  zh: "定义中没有{what}“{id}”。请从补充文件中删除，或改正其编号。",
};

export const roundingDiffers: Problem = {
  code: "standard.rounding-differs",
  en: "The supplement rounds to {decimals} decimals ({mode}), but the definition rounds to {digits} ({definitionMode}) in {node}. One document must not contradict the other: change the supplement.",
  zh: "补充文件修约至 {decimals} 位小数（{mode}），而定义在 {node} 中修约至 {digits} 位（{definitionMode}）。两者不得矛盾：请修改补充文件。",
};

export const criterionInside: Problem = {
  code: "standard.criterion-inside",
  en: 'The criterion "{column}" is a column that the index itself reads, so that it proves nothing. Name a measure kept outside the index.',
  zh: "校标“{column}”是指数自身读取的列，不能用于检验。请选用指数之外的度量。",
};

export const criterionLength: Problem = {
  code: "standard.criterion-length",
  en: 'The criterion "{column}" needs {expected} values, one for each unit of the trial; it has {found}.',
  zh: "校标“{column}”应有 {expected} 个值，与试用对象一一对应；现有 {found} 个。",
};

export const badRating: Problem = {
  code: "standard.bad-rating",
  en: "A rating needs the texts object, item and rater and a finite number as rating, each rater once for an object and item. Mend {place}.",
  zh: "每条评分应含文本 object、item、rater 与有限数字 rating，同一评价者对同一对象同一项目只能评一次。请改正 {place}。",
};
