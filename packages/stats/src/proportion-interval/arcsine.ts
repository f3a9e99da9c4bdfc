import type { Limits } from "../method-description.js";
import { criticalZ } from "../special-functions/critical-z.js";
import type { ProportionMethod } from "./proportion-method.js";

/** sin² of the angle of a proportion plus and minus z/(2√n), the angle kept within a right angle. */
export function limitsAtAngle(proportion: number, trials: number, level: number): Limits {
  const angle = Math.asin(Math.sqrt(proportion));
  const margin = criticalZ(level) / (2 * Math.sqrt(trials));
  return {
    lower: Math.sin(Math.max(0, angle - margin)) ** 2,
    upper: Math.sin(Math.min(Math.PI / 2, angle + margin)) ** 2,
  };
}

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const arcsineLimits: ProportionMethod["limits"] = (successes, trials, level) =>
  limitsAtAngle(successes / trials, trials, level);

export const arcsine: ProportionMethod = {
  id: "arcsine",
  title: { en: "Arcsine", zh: "反正弦区间" },
  source:
    "Variance-stabilising transformation of the binomial: Bartlett, M. S. (1936). Supplement to the Journal of the Royal Statistical Society 3, 68–78.",
  formula: "\\sin^2\\!\\left(\\arcsin\\sqrt{x/n} \\pm \\frac{z}{2\\sqrt n}\\right)",
  edgeCases: {
    en: "The angle is kept between 0 and π/2: without successes the limits are 0 and sin²(z/(2√n)), without failures cos²(z/(2√n)) and 1. Effective (fractional) sizes are supported. See arcsine-anscombe for the other convention.",
    zh: "角度限制在 0 与 π/2 之间：无成功时上下限为 0 与 sin²(z/(2√n))，无失败时为 cos²(z/(2√n)) 与 1。支持有效（非整数）样本量。另一约定见 arcsine-anscombe。",
  },
  limits: arcsineLimits,
};
