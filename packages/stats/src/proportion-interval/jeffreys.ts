import { betaQuantile, betaUpperQuantile } from "../special-functions/beta-quantile.js";
import type { ProportionMethod } from "./proportion-method.js";

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const jeffreysLimits: ProportionMethod["limits"] = (successes, trials, level) => {
  const half = (1 - level) / 2;
  const a = successes + 0.5;
  const b = trials - successes + 0.5;
  return { lower: betaQuantile(half, a, b), upper: betaUpperQuantile(half, a, b) };
};

export const jeffreys: ProportionMethod = {
  id: "jeffreys",
  title: { en: "Jeffreys (equal tails)", zh: "Jeffreys 区间（等尾）" },
  source:
    'Equal-tailed posterior interval under the Jeffreys prior, as statsmodels proportion_confint(method="jeffreys") and SciPy\'s beta.ppf give it; prior: Jeffreys, H. (1946). Proceedings of the Royal Society A 186, 453–461.',
  formula:
    "\\left[B^{-1}\\!\\left(\\tfrac{\\alpha}{2}; x+\\tfrac12, n-x+\\tfrac12\\right),\\ B^{-1}\\!\\left(1-\\tfrac{\\alpha}{2}; x+\\tfrac12, n-x+\\tfrac12\\right)\\right]",
  edgeCases: {
    en: "Not widened at the ends: without successes the lower limit is above 0, without failures the upper limit is below 1. See jeffreys-brown-cai-dasgupta for the other convention.",
    zh: "两端不作调整：无成功时下限大于 0，无失败时上限小于 1。另一约定见 jeffreys-brown-cai-dasgupta。",
  },
  limits: jeffreysLimits,
};
