import { wilsonLimits } from "../proportion-interval/wilson.js";
import type { ProportionDifferenceMethod } from "./proportion-difference-method.js";

export const newcombe: ProportionDifferenceMethod = {
  id: "newcombe",
  title: { en: "Newcombe (method 10, hybrid score)", zh: "Newcombe（第 10 法，混合得分）" },
  source:
    "Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: comparison of eleven methods. Statistics in Medicine 17, 873–890.",
  formula:
    "\\left[\\hat\\delta - \\sqrt{(\\hat p_b - l_b)^2 + (u_a - \\hat p_a)^2},\\ \\hat\\delta + \\sqrt{(u_b - \\hat p_b)^2 + (\\hat p_a - l_a)^2}\\right], \\quad (l, u) \\text{ Wilson limits}",
  edgeCases: {
    en: "Never shrinks to a point and stays within −1…1, also when both samples are all successes or all failures. Takes effective counts.",
    zh: "区间不会退化，也不会超出 −1…1；两个样本全部成功或全部失败时亦然。支持有效计数。",
  },
  limits(a, b, level) {
    const pA = a.successes / a.trials;
    const pB = b.successes / b.trials;
    const limitsA = wilsonLimits(a.successes, a.trials, level);
    const limitsB = wilsonLimits(b.successes, b.trials, level);
    return {
      lower: pB - pA - Math.hypot(pB - limitsB.lower, limitsA.upper - pA),
      upper: pB - pA + Math.hypot(limitsB.upper - pB, pA - limitsA.lower),
    };
  },
};
