import { criticalZ } from "../special-functions/critical-z.js";
import type { ProportionMethod } from "./proportion-method.js";

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const wilsonLimits: ProportionMethod["limits"] = (successes, trials, level) => {
  const z2 = criticalZ(level) ** 2;
  const failures = trials - successes;
  const centre = successes + z2 / 2;
  const reach = Math.sqrt(z2 * ((successes / trials) * failures + z2 / 4));
  const size = trials + z2;
  // The upper limit as distance from 1, and the exact ends, so that nothing cancels.
  return {
    lower: successes === 0 ? 0 : (successes / trials) * (successes / (centre + reach)),
    upper: failures === 0 ? 1 : (centre + reach) / size,
  };
};

export const wilson: ProportionMethod = {
  id: "wilson",
  title: { en: "Wilson score", zh: "Wilson 得分区间" },
  source:
    "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22, 209–212.",
  formula:
    "\\frac{\\hat p + \\frac{z^2}{2n} \\pm z\\sqrt{\\frac{\\hat p(1-\\hat p)}{n} + \\frac{z^2}{4n^2}}}{1 + \\frac{z^2}{n}}",
  edgeCases: {
    en: "Never empty and never outside 0…1: the lower limit is 0 without successes, the upper limit is 1 without failures.",
    zh: "区间不会退化，也不会超出 0…1：无成功时下限为 0，无失败时上限为 1。",
  },
  limits: wilsonLimits,
};
