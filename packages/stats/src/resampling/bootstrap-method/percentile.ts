import { quantileSorted } from "simple-statistics";
import type { BootstrapMethod } from "./bootstrap-method.js";

export const percentile: BootstrapMethod = {
  id: "percentile",
  title: { en: "Bootstrap percentile", zh: "自助百分位法" },
  source:
    "Efron, B., Tibshirani, R. J. (1993). An Introduction to the Bootstrap. Chapman & Hall, chapter 13.",
  formula: "\\left[\\hat\\theta^*_{(\\alpha/2)},\\ \\hat\\theta^*_{(1-\\alpha/2)}\\right]",
  edgeCases: {
    en: "Never leaves the range of the statistic. Percentiles are of type 7 (linear interpolation).",
    zh: "区间不会超出统计量的取值范围。百分位数按第 7 型（线性插值）计算。",
  },
  usesJackknife: false,
  limits({ sorted }, level) {
    const tail = (1 - level) / 2;
    const list = sorted as number[];
    return { lower: quantileSorted(list, tail), upper: quantileSorted(list, 1 - tail) };
  },
};
