import { betaLogitQuantile } from "../special-functions/beta-logit-quantile.js";
import { betaTails, unitPointAtLogit } from "../special-functions/incomplete-beta.js";
import { invertTails } from "../special-functions/invert-tails.js";
import type { Tails } from "../special-functions/tails.js";
import type { ProportionMethod } from "./proportion-method.js";

/** Mean of the binomial tails at or above, and strictly above, the successes, at the proportion with the given logit. */
function midTails(successes: number, failures: number, logit: number): Tails {
  const point = unitPointAtLogit(logit);
  const reached = betaTails(successes, failures + 1, point);
  const passed = betaTails(successes + 1, failures, point);
  return {
    lower: (reached.lower + passed.lower) / 2,
    upper: (reached.upper + passed.upper) / 2,
    density: (reached.density + passed.density) / 2,
  };
}

/** Proportion at which the mid-P lower tail is `lower`. */
function solve(successes: number, failures: number, lower: number, upper: number): number {
  const start = betaLogitQuantile(successes + 0.5, failures + 0.5, lower, upper);
  const logit = invertTails((u) => midTails(successes, failures, u), lower, upper, start);
  return unitPointAtLogit(logit).x;
}

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const midPLimits: ProportionMethod["limits"] = (successes, trials, level) => {
  const failures = trials - successes;
  const logAlpha = Math.log1p(-level);
  if (successes === 0) return { lower: 0, upper: -Math.expm1(logAlpha / trials) };
  if (failures === 0) return { lower: Math.exp(logAlpha / trials), upper: 1 };
  const half = (1 - level) / 2;
  return {
    lower: solve(successes, failures, half, 1 - half),
    upper: solve(successes, failures, 1 - half, half),
  };
};

export const midP: ProportionMethod = {
  id: "mid-p",
  title: { en: "Mid-P exact", zh: "mid-P 精确区间" },
  source:
    "Lancaster, H. O. (1961). Significance tests in discrete distributions. Journal of the American Statistical Association 56, 223–234; Berry, G. and Armitage, P. (1995). Mid-P confidence intervals: a brief review. The Statistician 44, 417–423.",
  formula:
    "\\tfrac12\\left[I_L(x, n-x+1) + I_L(x+1, n-x)\\right] = \\tfrac{\\alpha}{2}, \\qquad \\tfrac12\\left[I_U(x, n-x+1) + I_U(x+1, n-x)\\right] = 1 - \\tfrac{\\alpha}{2}",
  edgeCases: {
    en: "Without successes the lower limit is 0 and the upper one 1 − α^(1/n); without failures the upper limit is 1 and the lower one α^(1/n). Effective (fractional) sizes are supported through the incomplete beta function, which equals the binomial tails at whole counts.",
    zh: "无成功时下限为 0，上限为 1 − α^(1/n)；无失败时上限为 1，下限为 α^(1/n)。有效（非整数）样本量通过不完全贝塔函数计算，在整数计数处与二项分布尾概率一致。",
  },
  limits: midPLimits,
};
