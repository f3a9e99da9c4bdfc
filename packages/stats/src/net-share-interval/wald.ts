import { criticalZ } from "../special-functions/critical-z.js";
import { type NetShareMethod, netShareVariance } from "./net-share-method.js";

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const waldLimits: NetShareMethod["limits"] = (upper, lower, n, level) => {
  const margin = criticalZ(level) * Math.sqrt(netShareVariance(upper, lower) / n);
  return { lower: upper - lower - margin, upper: upper - lower + margin };
};

export const wald: NetShareMethod = {
  id: "nps-wald",
  title: { en: "Wald", zh: "Wald 区间" },
  source:
    "Rocks, B. (2016). Interval estimation for the Net Promoter Score. The American Statistician 70, 365–372 (arXiv 1601.07235).",
  formula:
    "\\hat\\Delta \\pm z\\sqrt{\\frac{p_u + p_l - \\hat\\Delta^2}{n}}, \\quad \\hat\\Delta = p_u - p_l",
  edgeCases: {
    en: "When all answers fall in one band the interval shrinks to the estimate itself, which says nothing about certainty. Coverage is poor for small samples and high scores. Limits are clamped to −1…1; rawLower and rawUpper keep the formula's.",
    zh: "全部回答落在同一区段时，区间退化为估计值本身，并不说明其可靠程度。小样本或高分时覆盖率较差。上下限截断至 −1…1，原值保留在 rawLower 与 rawUpper。",
  },
  bounded: false,
  limits: waldLimits,
};
