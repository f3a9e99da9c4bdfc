import type { Problem } from "@cxmetrics/definition";

export const notANumber: Problem = {
  code: "argument.not-a-number",
  en: "{name} must be a finite number; found {found}. Pass a finite number.",
  zh: "{name} 必须是有限数字；此处为 {found}。请传入有限数字。",
};

export const notAnObject: Problem = {
  code: "argument.not-an-object",
  en: "{name} must be an object with named members; found {found}. Pass an object.",
  zh: "{name} 必须是带有命名成员的对象；此处为 {found}。请传入对象。",
};

export const notAList: Problem = {
  code: "argument.not-a-list",
  en: "{name} must be a list of numbers; found {found}. Pass an array or a typed array.",
  zh: "{name} 必须是数字列表；此处为 {found}。请传入数组或类型化数组。",
};

export const probabilityOutOfRange: Problem = {
  code: "probability.out-of-range",
  en: "{name} must lie {range}; found {found}. Choose a probability in that range.",
  zh: "{name} 必须{range}；此处为 {found}。请选用该范围内的概率。",
};

export const parameterOutOfRange: Problem = {
  code: "parameter.out-of-range",
  en: "{name} must be {range}; found {found}. Choose a value in that range.",
  zh: "{name} 必须{range}；此处为 {found}。请选用该范围内的值。",
};

export const levelOutOfRange: Problem = {
  code: "level.out-of-range",
  en: "A confidence level lies strictly between 0 and 1; found {found}. Write 0.95 for 95 %.",
  zh: "置信水平必须严格介于 0 与 1 之间；此处为 {found}。95% 请写作 0.95。",
};

export const unknownMethod: Problem = {
  code: "method.unknown",
  en: "{found} is not a method known here. Choose one of: {allowed}.",
  zh: "此处没有名为 {found} 的方法。请从中选择：{allowed}。",
};

export const sharesExceedOne: Problem = {
  code: "shares.exceed-one",
  en: "The upper share {upper} and the lower share {lower} add up to more than 1. Use disjoint bands.",
  zh: "上端占比 {upper} 与下端占比 {lower} 之和超过 1。请使用互不重叠的区段。",
};

export const notRepresentable: Problem = {
  code: "result.not-representable",
  en: "{name} is too large for a double-precision number. Rescale the data.",
  zh: "{name} 超出双精度浮点数的范围。请缩放数据。",
};

export const weightSumsDisagree: Problem = {
  code: "weights.sums-disagree",
  en: "The sum of weights is {weightSum} but the sum of their squares is {squaredWeightSum}: one is 0 and the other is not. Sum both over the same weights.",
  zh: "权重之和为 {weightSum}，而权重平方和为 {squaredWeightSum}：一个为 0，另一个不为 0。请对同一组权重求和。",
};
