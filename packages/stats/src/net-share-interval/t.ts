import { noVariation, singleObservation } from "../reasons.js";
import { criticalT } from "../special-functions/critical-t.js";
import { type NetShareMethod, netShareVariance } from "./net-share-method.js";

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const tLimits: NetShareMethod["limits"] = (upper, lower, n, level) => {
  if (n <= 1) return singleObservation;
  const variance = netShareVariance(upper, lower);
  if (variance === 0) return noVariation;
  const margin = criticalT(level, n - 1) * Math.sqrt(variance / (n - 1));
  if (margin === Number.POSITIVE_INFINITY) return singleObservation;
  return { lower: upper - lower - margin, upper: upper - lower + margin };
};

export const t: NetShareMethod = {
  id: "nps-t",
  title: { en: "Student's t on −1, 0, +1", zh: "对 −1、0、+1 的 t 区间" },
  source:
    "Trinomial means: Sauro, J. and Lewis, J. R., MeasuringU, “Three confidence intervals for the Net Promoter Score”.",
  formula:
    "\\hat\\Delta \\pm t_{n-1}\\sqrt{\\frac{p_u + p_l - \\hat\\Delta^2}{n - 1}}, \\quad \\hat\\Delta = p_u - p_l",
  edgeCases: {
    en: "Not computable for one answer or when all answers fall in one band. Limits are clamped to −1…1; rawLower and rawUpper keep the formula's.",
    zh: "仅有一个回答，或全部回答落在同一区段时，无法计算。上下限截断至 −1…1，原值保留在 rawLower 与 rawUpper。",
  },
  bounded: false,
  limits: tLimits,
};
