import type { Problem } from "@cxmetrics/definition";

export const notTwoVariances: Problem = {
  code: "variances.not-two",
  en: "variances must hold two numbers, one a group; found {found}. Repeat the number if both are equal.",
  zh: "variances 必须包含两个数字，每组一个；此处有 {found} 个。若两组相等，请重复该数字。",
};

export const varianceTwice: Problem = {
  code: "variance.given-twice",
  en: "Give either variance or both upper and lower, not a mixture.",
  zh: "请只给出 variance，或同时给出 upper 与 lower，不可混用。",
};
