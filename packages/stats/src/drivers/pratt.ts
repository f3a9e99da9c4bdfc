import type { RelativeImportanceMethod } from "./importance-method.js";

export const pratt: RelativeImportanceMethod = {
  id: "pratt",
  title: { en: "Pratt's product measure", zh: "Pratt 乘积测度" },
  source:
    "Hoffman (1960), Psychological Bulletin 57, 116–131; Pratt (1987), Proceedings of the Second International Tampere Conference in Statistics, 245–260.",
  formula: "\\beta_j\\, r_{jy}",
  edgeCases: {
    en: "Negative where coefficient and correlation differ in sign (suppression), and then no share of anything.",
    zh: "当标准化系数与相关系数符号相反（抑制效应）时为负，此时不能解释为份额。",
  },
  split: ({ coefficients, withOutcome }) =>
    coefficients.map((beta, index) => beta * (withOutcome[index] as number)),
};
