import { firstReaching, type WeightedQuantileRule } from "./weighted-quantile-rule.js";

export const inverseCdf: WeightedQuantileRule = {
  id: "inverse-cdf",
  title: { en: "Inverse of the weighted distribution function", zh: "加权经验分布函数的逆" },
  source:
    "Type 1 of Hyndman, R. J. and Fan, Y. (1996). The American Statistician 50, 361–365, with weights; rule “math” of svyquantile in R's survey package.",
  formula: "\\min\\{x : \\sum_{x_i \\le x} w_i \\ge p\\sum w_i\\}",
  edgeCases: {
    en: "Always one of the values. The smallest one with weight at p = 0. With whole weights it is type 1 of the list in which each value is repeated that often.",
    zh: "结果总是某个观测值；p = 0 时为权重大于 0 的最小值。权重为整数时，等于把各值按权重重复后的第 1 型分位数。",
  },
  of: (values, weights, p) => values[firstReaching(weights, p).index] ?? 0,
};
