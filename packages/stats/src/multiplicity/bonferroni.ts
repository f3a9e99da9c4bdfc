import type { AdjustmentMethod } from "./adjustment-method.js";

export const bonferroni: AdjustmentMethod = {
  id: "bonferroni",
  title: { en: "Bonferroni", zh: "Bonferroni 校正" },
  source:
    "Dunn, O. J. (1961). Multiple comparisons among means. Journal of the American Statistical Association 56, 52–64.",
  formula: "\\tilde p_i = \\min\\{1, m\\,p_i\\}",
  edgeCases: {
    en: "Holds under any dependence; holm does too and never finds less.",
    zh: "在任意相依情形下均成立；holm 同样成立，且发现的显著结果不会更少。",
  },
  adjust: (ascending) => ascending.map((p) => Math.min(1, ascending.length * p)),
};
