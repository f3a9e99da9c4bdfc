import { jeffreysLimits } from "./jeffreys.js";
import type { ProportionMethod } from "./proportion-method.js";

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const jeffreysBrownCaiDasGuptaLimits: ProportionMethod["limits"] = (successes, trials, level) => {
  const { lower, upper } = jeffreysLimits(successes, trials, level);
  return { lower: successes === 0 ? 0 : lower, upper: successes === trials ? 1 : upper };
};

export const jeffreysBrownCaiDasGupta: ProportionMethod = {
  id: "jeffreys-brown-cai-dasgupta",
  title: { en: "Jeffreys after Brown, Cai and DasGupta", zh: "Brown–Cai–DasGupta 的 Jeffreys 区间" },
  source:
    "Brown, L. D., Cai, T. T. and DasGupta, A. (2001). Interval estimation for a binomial proportion. Statistical Science 16, 101–133, section 3.1.1.",
  formula:
    "\\left[B^{-1}\\!\\left(\\tfrac{\\alpha}{2}; x+\\tfrac12, n-x+\\tfrac12\\right),\\ B^{-1}\\!\\left(1-\\tfrac{\\alpha}{2}; x+\\tfrac12, n-x+\\tfrac12\\right)\\right],\\quad L(0) = 0,\\ U(n) = 1",
  edgeCases: {
    en: "As jeffreys, but the lower limit is 0 without successes and the upper limit is 1 without failures, so that coverage does not fall to 0 near the ends.",
    zh: "同 jeffreys，但无成功时下限为 0，无失败时上限为 1，以避免两端附近覆盖率降至 0。",
  },
  limits: jeffreysBrownCaiDasGuptaLimits,
};
