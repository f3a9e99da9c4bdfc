import type { Problem } from "@cxmetrics/definition";

export const noSuchPath: Problem = {
  code: "sensitivity.no-such-path",
  en: 'The definition has no "{step}" at {at}.{hint} A factor changes what is written: write the member into the definition first, or mend the path.',
  zh: "定义在 {at} 处没有 “{step}”。{hint}因素只能改变已写明的内容：请先在定义中写明该项，或改正路径。",
};

export const notANumberThere: Problem = {
  code: "sensitivity.not-a-number-there",
  en: "At {at} stands {found}, no number. Let a numeric factor point at a number, or use options.",
  zh: "{at} 处是 {found}，不是数字。数值因素须指向一个数字，否则请使用 options。",
};

export const badRange: Problem = {
  code: "sensitivity.bad-range",
  en: 'The range of the factor "{factor}" is empty: lower {lower} must be less than upper {upper}, with the mode between them.',
  zh: "因素 “{factor}” 的范围为空：lower（{lower}）必须小于 upper（{upper}），众数应在两者之间。",
};

export const duplicateFactor: Problem = {
  code: "sensitivity.duplicate-factor",
  en: 'The id "{id}" is used twice. Give each factor, and each choice of a factor, its own.',
  zh: "标识 “{id}” 出现了两次。请使每个因素及其每个选项的标识各不相同。",
};

export const overlappingPaths: Problem = {
  code: "sensitivity.overlapping-paths",
  en: 'The factors "{a}" and "{b}" change the same place {at}. Join them into one factor with choices.',
  zh: "因素 “{a}” 与 “{b}” 改变了同一处 {at}。请合并为一个带选项的因素。",
};

export const cannotExclude: Problem = {
  code: "sensitivity.cannot-exclude",
  en: '"{node}" cannot be left out: "{parent}" needs it. Only a child of a mean that has others can be left out.',
  zh: "无法剔除 “{node}”：“{parent}” 需要它。只有均值节点中尚有其他子节点时，才能剔除其中之一。",
};

export const notAPowerOfTwo: Problem = {
  code: "sensitivity.not-a-power-of-two",
  en: "The design sobol needs a power of 2 as samples, not {found}. Take {nearest}, or the design random.",
  zh: "sobol 设计要求样本数为 2 的幂，而不是 {found}。请取 {nearest}，或改用 random 设计。",
};

export const tooManyFactors: Problem = {
  code: "sensitivity.too-many-factors",
  en: "The design sobol holds {most} factors, not {found}. Take fewer, or the design random.",
  zh: "sobol 设计最多容纳 {most} 个因素，而不是 {found} 个。请减少因素，或改用 random 设计。",
};

export const tooManyResults: Problem = {
  code: "sensitivity.too-many-results",
  en: "{found} results would have to be kept, {most} are allowed. Name fewer outputs or take fewer samples.",
  zh: "需要保存 {found} 个结果，最多允许 {most} 个。请减少输出或样本数。",
};

export const unknownUnitThere: Problem = {
  code: "sensitivity.unknown-unit",
  en: 'The table has no unit "{unit}".{hint} Give the name of a unit.',
  zh: "数据表中没有评价对象 “{unit}”。{hint}请给出对象名称。",
};

export const modelBroken: Problem = {
  code: "sensitivity.model-broken",
  en: "The model gave {found} in place of a list of {expected} numbers. Let it give the same number of results for every point, NaN where there is none.",
  zh: "模型给出的是 {found}，而不是 {expected} 个数字的列表。请使其对每个点给出同样多的结果，没有则为 NaN。",
};

export const modelNotAFunction: Problem = {
  code: "sensitivity.model-not-a-function",
  en: "The model is {found}, not a function. Pass a function from a point to a list of results.",
  zh: "模型是{found}，不是函数。请传入一个由点得到结果列表的函数。",
};
