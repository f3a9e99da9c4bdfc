import { compensatedSum } from "../compensated-sum.js";
import { cumulative, type WeightedQuantileRule } from "./weighted-quantile-rule.js";

export const interpolated: WeightedQuantileRule = {
  id: "interpolated",
  title: { en: "Interpolated (type 7 with weights)", zh: "插值（加权的第 7 型）" },
  source:
    "Akinshin, A. (2023). Weighted quantile estimators. arXiv:2304.07265, section 3 (weighted Hyndman–Fan type 7, with Kish's effective size).",
  formula:
    "\\sum_i x_{(i)}\\left[F(t_i) - F(t_{i-1})\\right], \\quad t_i = \\frac{\\sum_{j \\le i} w_{(j)}}{\\sum w},\\ F(t) = \\min\\{1, \\max\\{0, n^* t - (n^* - 1)p\\}\\},\\ n^* = \\frac{(\\sum w)^2}{\\sum w^2}",
  edgeCases: {
    en: "Type 7 of the plain list where all weights are equal; scaling the weights changes nothing. At p = 0 and p = 1 it lies inside the range unless weights are equal.",
    zh: "权重全部相等时即普通第 7 型分位数；缩放权重不改变结果。权重不等时，p = 0 与 p = 1 的结果位于取值范围之内。",
  },
  of(values, weights, p) {
    const sums = cumulative(weights);
    const total = sums.at(-1) ?? 0;
    const size = 1 / compensatedSum(weights.map((weight) => (weight / total) ** 2));
    const reached = (sum: number) => Math.min(1, Math.max(0, (size * sum) / total - (size - 1) * p));
    let before = 0;
    const parts = values.map((value, index) => {
      const now = index === values.length - 1 ? 1 : reached(sums[index] ?? 0);
      const part = value * (now - before);
      before = now;
      return part;
    });
    return compensatedSum(parts);
  },
};
