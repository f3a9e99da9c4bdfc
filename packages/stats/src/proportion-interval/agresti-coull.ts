import { criticalZ } from "../special-functions/critical-z.js";
import type { ProportionMethod } from "./proportion-method.js";

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const agrestiCoullLimits: ProportionMethod["limits"] = (successes, trials, level) => {
  const z = criticalZ(level);
  const size = trials + z * z;
  const p = (successes + (z * z) / 2) / size;
  const margin = z * Math.sqrt((p * (1 - p)) / size);
  return { lower: p - margin, upper: p + margin };
};

export const agrestiCoull: ProportionMethod = {
  id: "agresti-coull",
  title: { en: "Agresti–Coull (adjusted Wald)", zh: "Agresti–Coull（调整 Wald）区间" },
  source:
    "Agresti, A. and Coull, B. A. (1998). Approximate is better than “exact” for interval estimation of binomial proportions. The American Statistician 52, 119–126.",
  formula:
    "\\tilde p \\pm z\\sqrt{\\frac{\\tilde p(1-\\tilde p)}{\\tilde n}}, \\quad \\tilde n = n + z^2,\\ \\tilde p = \\frac{x + z^2/2}{\\tilde n}",
  edgeCases: {
    en: "Limits beyond 0 or 1 occur near the ends and are clamped.",
    zh: "接近两端时上下限可能超出 0 或 1，会被截断。",
  },
  limits: agrestiCoullLimits,
};
