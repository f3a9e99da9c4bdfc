import type { Problem } from "@cxmetrics/definition";

export const weightsNotMatching: Problem = {
  code: "weights.not-matching",
  en: "There are {values} values but {weights} weights. Give one weight for each value.",
  zh: "有 {values} 个数值，但有 {weights} 个权重。请为每个数值给出一个权重。",
};
