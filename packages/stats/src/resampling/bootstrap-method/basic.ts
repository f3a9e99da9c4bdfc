import { quantileSorted } from "simple-statistics";
import type { BootstrapMethod } from "./bootstrap-method.js";

export const basic: BootstrapMethod = {
  id: "basic",
  title: { en: "Basic (reverse percentile) bootstrap", zh: "基本（反向百分位）自助法" },
  source:
    "Davison, A. C., Hinkley, D. V. (1997). Bootstrap Methods and their Application. Cambridge University Press, section 5.2.",
  formula:
    "\\left[2\\hat\\theta - \\hat\\theta^*_{(1-\\alpha/2)},\\ 2\\hat\\theta - \\hat\\theta^*_{(\\alpha/2)}\\right]",
  edgeCases: {
    en: "May leave the range of the statistic; limits are given as they come. Percentiles are of type 7.",
    zh: "区间可能超出统计量的取值范围，照原样给出。百分位数按第 7 型计算。",
  },
  usesJackknife: false,
  limits({ estimate, sorted }, level) {
    const tail = (1 - level) / 2;
    const list = sorted as number[];
    return {
      lower: 2 * estimate - quantileSorted(list, 1 - tail),
      upper: 2 * estimate - quantileSorted(list, tail),
    };
  },
};
