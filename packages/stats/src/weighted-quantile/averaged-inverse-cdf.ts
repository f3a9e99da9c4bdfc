import { firstReaching, type WeightedQuantileRule } from "./weighted-quantile-rule.js";

export const averagedInverseCdf: WeightedQuantileRule = {
  id: "averaged-inverse-cdf",
  title: { en: "Inverse, averaged where it jumps", zh: "加权经验分布函数的逆（跳跃处取平均）" },
  source:
    "Type 2 of Hyndman, R. J. and Fan, Y. (1996). The American Statistician 50, 361–365, with weights; rule “school” of svyquantile in R's survey package.",
  formula:
    "\\tfrac12\\left(x_{(k)} + x_{(k+1)}\\right) \\text{ where } \\sum_{i \\le k} w_{(i)} = p\\sum w_i, \\text{ else as inverse-cdf}",
  edgeCases: {
    en: "The school rule for the median. At p = 0 and p = 1 the smallest and largest value with weight.",
    zh: "学校通用的中位数规则。p = 0 与 p = 1 时分别为权重大于 0 的最小值与最大值。",
  },
  of(values, weights, p) {
    const { index, just } = firstReaching(weights, p);
    const value = values[index] ?? 0;
    const next = values[index + 1];
    return just && next !== undefined && p > 0 ? value / 2 + next / 2 : value;
  },
};
