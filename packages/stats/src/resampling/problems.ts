import type { Problem } from "@cxmetrics/definition";

export const seedOutOfRange: Problem = {
  code: "seed.out-of-range",
  en: "A seed is a whole number between 0 and 4294967295; found {found}. Choose one and keep it with the result.",
  zh: "随机种子必须是 0 与 4294967295 之间的整数；此处为 {found}。请选定一个并与结果一同保存。",
};

export const notAFunction: Problem = {
  code: "argument.not-a-function",
  en: "{name} must be a function; found {found}. Pass a function that returns a number or null.",
  zh: "{name} 必须是函数；此处为 {found}。请传入返回数字或 null 的函数。",
};

export const statisticNotANumber: Problem = {
  code: "statistic.not-a-number",
  en: "The statistic returned {found}. Let it return a finite number, or null where it does not exist.",
  zh: "统计量函数返回了 {found}。请让它返回有限数字；统计量不存在时返回 null。",
};

export const dataOrSize: Problem = {
  code: "resampling.data-or-size",
  en: "Pass either data or sampleSize, and not both.",
  zh: "data 与 sampleSize 必须且只能传入其中一个。",
};

export const tooMuchWork: Problem = {
  code: "resampling.too-large",
  en: "{draws} draws are asked for; the limit is {limit}. Use fewer resamples, another method or a smaller sample.",
  zh: "需要抽取 {draws} 次，上限为 {limit} 次。请减少重抽样次数、改用其他方法或缩小样本。",
};
