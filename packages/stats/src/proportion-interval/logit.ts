import { criticalZ } from "../special-functions/critical-z.js";
import { unitPointAtLogit } from "../special-functions/incomplete-beta.js";
import { clopperPearsonLimits } from "./clopper-pearson.js";
import type { ProportionMethod } from "./proportion-method.js";

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const logitLimits: ProportionMethod["limits"] = (successes, trials, level) => {
  const failures = trials - successes;
  if (successes === 0 || failures === 0) return clopperPearsonLimits(successes, trials, level);
  const centre = Math.log(successes) - Math.log(failures);
  const margin = criticalZ(level) * Math.sqrt(1 / successes + 1 / failures);
  // Tiny effective counts make the margin infinite: the limits are then the ends of the scale.
  if (margin > 1e5) return { lower: 0, upper: 1 };
  return { lower: unitPointAtLogit(centre - margin).x, upper: unitPointAtLogit(centre + margin).x };
};

export const logit: ProportionMethod = {
  id: "logit",
  title: { en: "Logit (Wald on the log odds)", zh: "Logit 区间（对数优势的 Wald 区间）" },
  source:
    "Brown, L. D., Cai, T. T. and DasGupta, A. (2001). Interval estimation for a binomial proportion. Statistical Science 16, 101–133.",
  formula:
    "\\operatorname{logit}^{-1}\\!\\left(\\log\\frac{x}{n-x} \\pm z\\sqrt{\\frac{n}{x(n-x)}}\\right), \\quad 0 < x < n",
  edgeCases: {
    en: "The log odds are infinite without successes or without failures. There the limits are those of clopper-pearson: 0 and 1 − (α/2)^(1/n), or (α/2)^(1/n) and 1. Effective (fractional) sizes are supported.",
    zh: "无成功或无失败时对数优势为无穷大，此时取 clopper-pearson 的上下限：0 与 1 − (α/2)^(1/n)，或 (α/2)^(1/n) 与 1。支持有效（非整数）样本量。",
  },
  limits: logitLimits,
};
