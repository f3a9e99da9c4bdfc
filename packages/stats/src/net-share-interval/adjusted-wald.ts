import { criticalZ } from "../special-functions/critical-z.js";
import { type NetShareMethod, netShareVariance } from "./net-share-method.js";

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const adjustedWaldLimits: NetShareMethod["limits"] = (upper, lower, n, level) => {
  const size = n + 3;
  const u = (upper * n + 0.75) / size;
  const l = (lower * n + 0.75) / size;
  const margin = criticalZ(level) * Math.sqrt(netShareVariance(u, l) / size);
  return { lower: u - l - margin, upper: u - l + margin };
};

export const adjustedWald: NetShareMethod = {
  id: "nps-adjusted-wald",
  title: { en: "Adjusted Wald (¾, 3)", zh: "调整 Wald 区间（¾, 3）" },
  source:
    "Rocks, B. (2016). Interval estimation for the Net Promoter Score. The American Statistician 70, 365–372 (arXiv 1601.07235); used by Sauro and Lewis, MeasuringU, “Confidence intervals for Net Promoter Scores”.",
  formula:
    "\\tilde\\Delta \\pm z\\sqrt{\\frac{\\tilde p_u + \\tilde p_l - \\tilde\\Delta^2}{n + 3}}, \\quad \\tilde p_u = \\frac{u + \\frac34}{n + 3},\\ \\tilde p_l = \\frac{l + \\frac34}{n + 3},\\ \\tilde\\Delta = \\tilde p_u - \\tilde p_l",
  edgeCases: {
    en: "Limits beyond −1 or 1 are clamped; rawLower and rawUpper keep them. When all answers are at one end the estimate itself lies outside at low levels: below about 0.84 (z < √2) for many answers, even at 0.95 for a single one.",
    zh: "超出 −1 或 1 的上下限会被截断，原值保留在 rawLower 与 rawUpper。全部回答集中在一端而置信水平较低时，估计值本身会落在区间之外：回答较多时约为 0.84 以下（z < √2），仅一个回答时 0.95 亦然。",
  },
  bounded: false,
  limits: adjustedWaldLimits,
};
