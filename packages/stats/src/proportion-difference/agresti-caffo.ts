import type { ProportionCounts } from "../proportion-interval/proportion-counts.js";
import type { ProportionDifferenceMethod } from "./proportion-difference-method.js";
import { waldLimits } from "./wald.js";

const adjusted = ({ successes, trials }: ProportionCounts): ProportionCounts => ({
  successes: successes + 1,
  trials: trials + 2,
});

export const agrestiCaffo: ProportionDifferenceMethod = {
  id: "agresti-caffo",
  title: { en: "Agresti–Caffo (adjusted Wald)", zh: "Agresti–Caffo（调整 Wald）区间" },
  source:
    "Agresti, A. and Caffo, B. (2000). Simple and effective confidence intervals for proportions and differences of proportions result from adding two successes and two failures. The American Statistician 54, 280–288.",
  formula:
    "\\tilde p_b - \\tilde p_a \\pm z\\sqrt{\\frac{\\tilde p_a(1-\\tilde p_a)}{n_a + 2} + \\frac{\\tilde p_b(1-\\tilde p_b)}{n_b + 2}}, \\quad \\tilde p = \\frac{x + 1}{n + 2}",
  edgeCases: {
    en: "Never shrinks to a point. Limits beyond −1 or 1 are clamped; with few trials the centre lies nearer to 0 than the difference, which may fall outside at low levels. Takes effective counts.",
    zh: "区间不会退化。超出 −1 或 1 的上下限会被截断；试验次数很少时区间中心比差值更接近 0，低水平下差值可能落在区间之外。支持有效计数。",
  },
  limits: (a, b, level) => waldLimits(adjusted(a), adjusted(b), level),
};
