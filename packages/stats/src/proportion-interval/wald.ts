import { criticalZ } from "../special-functions/critical-z.js";
import type { ProportionMethod } from "./proportion-method.js";

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const waldLimits: ProportionMethod["limits"] = (successes, trials, level) => {
  const p = successes / trials;
  const margin = criticalZ(level) * Math.sqrt((p * ((trials - successes) / trials)) / trials);
  return { lower: p - margin, upper: p + margin };
};

export const wald: ProportionMethod = {
  id: "wald",
  title: { en: "Wald", zh: "Wald 区间" },
  source:
    "Brown, L. D., Cai, T. T. and DasGupta, A. (2001). Interval estimation for a binomial proportion. Statistical Science 16, 101–133.",
  formula: "\\hat p \\pm z\\sqrt{\\frac{\\hat p(1-\\hat p)}{n}}",
  edgeCases: {
    en: "With no successes, or with successes only, the interval shrinks to the estimate itself, which says nothing about certainty. Coverage is poor for small samples and extreme shares. Limits are clamped to 0…1.",
    zh: "全部失败或全部成功时，区间退化为估计值本身，并不说明其可靠程度。小样本或极端比例时覆盖率较差。上下限截断至 0…1。",
  },
  limits: waldLimits,
};
