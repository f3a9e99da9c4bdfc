import { type AdjustmentMethod, stepUp } from "./adjustment-method.js";

export const benjaminiYekutieli: AdjustmentMethod = {
  id: "by",
  title: { en: "Benjamini–Yekutieli (any dependence)", zh: "Benjamini–Yekutieli（任意相依）" },
  source:
    "Benjamini, Y. and Yekutieli, D. (2001). The control of the false discovery rate in multiple testing under dependency. The Annals of Statistics 29, 1165–1188.",
  formula:
    "\\tilde p_{(i)} = \\min_{j \\ge i}\\ \\min\\left\\{1, \\frac{m}{j}\\sum_{k=1}^{m}\\frac1k\\;p_{(j)}\\right\\}",
  edgeCases: {
    en: "As bh, under any dependence, and much stricter.",
    zh: "同 bh，但适用于任意相依情形，且严格得多。",
  },
  adjust(ascending) {
    const harmonic = ascending.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
    return stepUp(ascending, (rank) => (harmonic * ascending.length) / rank);
  },
};
