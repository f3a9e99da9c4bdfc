import { betaQuantile, betaUpperQuantile } from "../special-functions/beta-quantile.js";
import type { ProportionMethod } from "./proportion-method.js";

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const clopperPearsonLimits: ProportionMethod["limits"] = (successes, trials, level) => {
  const half = (1 - level) / 2;
  const failures = trials - successes;
  return {
    lower: successes === 0 ? 0 : betaQuantile(half, successes, failures + 1),
    upper: failures === 0 ? 1 : betaUpperQuantile(half, successes + 1, failures),
  };
};

export const clopperPearson: ProportionMethod = {
  id: "clopper-pearson",
  title: { en: "Clopper–Pearson (exact)", zh: "Clopper–Pearson（精确）区间" },
  source:
    "Clopper, C. J. and Pearson, E. S. (1934). The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika 26, 404–413.",
  formula:
    "\\left[B^{-1}\\!\\left(\\tfrac{\\alpha}{2}; x, n-x+1\\right),\\ B^{-1}\\!\\left(1-\\tfrac{\\alpha}{2}; x+1, n-x\\right)\\right]",
  edgeCases: {
    en: "Coverage is never below the level, so the interval is wide. The lower limit is 0 without successes, the upper limit is 1 without failures. With an effective (fractional) size it is no longer exact.",
    zh: "覆盖率不低于置信水平，因此区间偏宽。无成功时下限为 0，无失败时上限为 1。样本量为有效（非整数）样本量时不再精确。",
  },
  limits: clopperPearsonLimits,
};
