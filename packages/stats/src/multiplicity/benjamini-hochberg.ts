import { type AdjustmentMethod, stepUp } from "./adjustment-method.js";

export const benjaminiHochberg: AdjustmentMethod = {
  id: "bh",
  title: { en: "Benjamini–Hochberg (false discovery rate)", zh: "Benjamini–Hochberg（错误发现率）" },
  source:
    "Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57, 289–300.",
  formula: "\\tilde p_{(i)} = \\min_{j \\ge i}\\ \\min\\left\\{1, \\frac{m}{j}\\,p_{(j)}\\right\\}",
  edgeCases: {
    en: "Bounds the expected share of false findings when tests are independent or positively dependent. Some findings are expected to be false.",
    zh: "检验独立或正相依时控制错误发现的期望占比；其中部分发现预计为假。",
  },
  adjust: (ascending) => stepUp(ascending, (rank) => ascending.length / rank),
};
