import { limitsAtAngle } from "./arcsine.js";
import type { ProportionMethod } from "./proportion-method.js";

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const arcsineAnscombeLimits: ProportionMethod["limits"] = (successes, trials, level) =>
  limitsAtAngle((successes + 0.375) / (trials + 0.75), trials, level);

export const arcsineAnscombe: ProportionMethod = {
  id: "arcsine-anscombe",
  title: { en: "Arcsine after Anscombe", zh: "Anscombe 的反正弦区间" },
  source:
    "Anscombe, F. J. (1948). The transformation of Poisson, binomial and negative-binomial data. Biometrika 35, 246–254; as an interval in Brown, L. D., Cai, T. T. and DasGupta, A. (2001). Statistical Science 16, 101–133.",
  formula:
    "\\sin^2\\!\\left(\\arcsin\\sqrt{\\check p} \\pm \\frac{z}{2\\sqrt n}\\right), \\quad \\check p = \\frac{x + \\frac38}{n + \\frac34}",
  edgeCases: {
    en: "The angle is kept between 0 and π/2. Without successes the lower limit is 0 at the usual levels, but above 0 where z < 1.22 (levels below about 0.78): the estimate then lies outside, likewise without failures. Effective (fractional) sizes are supported.",
    zh: "角度限制在 0 与 π/2 之间。无成功时，在常用水平下限为 0；但当 z < 1.22（水平约低于 0.78）时下限大于 0，估计值落在区间之外，无失败时亦然。支持有效（非整数）样本量。",
  },
  limits: arcsineAnscombeLimits,
};
