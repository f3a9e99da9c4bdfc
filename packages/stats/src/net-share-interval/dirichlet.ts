import { bracketedRoot } from "../bracketed-root.js";
import { dirichletTail } from "./dirichlet-tail.js";
import type { NetShareMethod } from "./net-share-method.js";

/** The net share above which the posterior leaves the probability `half`. */
function upperLimit(upper: number, middle: number, lower: number, half: number): number {
  const logHalf = Math.log(half);
  // Below any logarithm of a positive double.
  const least = -800;
  const gap = (delta: number) => {
    if (delta >= 1) return least;
    if (delta <= -1) return -logHalf;
    return Math.max(least, Math.log(dirichletTail({ upper, middle, lower }, delta))) - logHalf;
  };
  return bracketedRoot(gap, -1, 1, 1e-16);
}

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const dirichletLimits: NetShareMethod["limits"] = (upper, lower, n, level, prior) => {
  const u = upper * n + prior;
  const m = Math.max(0, 1 - upper - lower) * n + prior;
  const l = lower * n + prior;
  const half = (1 - level) / 2;
  return { lower: -upperLimit(l, m, u, half), upper: upperLimit(u, m, l, half) };
};

export const dirichlet: NetShareMethod = {
  id: "nps-dirichlet",
  title: { en: "Bayesian, Dirichlet posterior (equal tails)", zh: "贝叶斯区间（Dirichlet 后验，等尾）" },
  source:
    "Conjugate posterior of the multinomial: Gelman, A. et al. (2013). Bayesian Data Analysis, 3rd ed., section 3.4; prior ½ per band: Jeffreys, H. (1946). Proceedings of the Royal Society A 186, 453–461.",
  formula:
    "P(p_u - p_l \\le L) = P(p_u - p_l \\ge U) = \\tfrac{\\alpha}{2}, \\quad (p_l, p_m, p_u) \\sim \\operatorname{Dirichlet}(l + a,\\ m + a,\\ u + a)",
  edgeCases: {
    en: "A credible interval: it depends on the prior a, ½ per band where none is given. Computed by numerical integration, not by sampling. Takes effective sizes. When all answers fall at one end, the limit there stays short of that end, so the estimate itself lies outside.",
    zh: "此为可信区间，取决于先验参数 a；未指定时每个区段取 ½。以数值积分而非抽样计算，支持有效样本量。全部回答集中在一端时，该端界限不会到达端点，估计值本身因而落在区间之外。",
  },
  bounded: true,
  limits: dirichletLimits,
};
