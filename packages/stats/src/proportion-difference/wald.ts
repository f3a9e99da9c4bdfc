import type { Limits } from "../method-description.js";
import type { ProportionCounts } from "../proportion-interval/proportion-counts.js";
import { criticalZ } from "../special-functions/critical-z.js";
import type { ProportionDifferenceMethod } from "./proportion-difference-method.js";

/** Difference of proportions ± z unpooled standard errors. */
export function waldLimits(a: ProportionCounts, b: ProportionCounts, level: number): Limits {
  const variance = ({ successes, trials }: ProportionCounts) =>
    ((successes / trials) * ((trials - successes) / trials)) / trials;
  const difference = b.successes / b.trials - a.successes / a.trials;
  const margin = criticalZ(level) * Math.sqrt(variance(a) + variance(b));
  return { lower: difference - margin, upper: difference + margin };
}

export const wald: ProportionDifferenceMethod = {
  id: "wald",
  title: { en: "Wald (unpooled)", zh: "Wald 区间（不合并方差）" },
  source:
    "Method 1 of Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: comparison of eleven methods. Statistics in Medicine 17, 873–890.",
  formula:
    "\\hat p_b - \\hat p_a \\pm z\\sqrt{\\frac{\\hat p_a(1-\\hat p_a)}{n_a} + \\frac{\\hat p_b(1-\\hat p_b)}{n_b}}",
  edgeCases: {
    en: "When both samples are all successes or all failures the interval shrinks to the difference itself, which says nothing about certainty. Limits are clamped to −1…1. Takes effective counts.",
    zh: "两个样本全部成功或全部失败时，区间退化为差值本身，并不说明其可靠程度。上下限截断至 −1…1。支持有效计数。",
  },
  limits: waldLimits,
};
