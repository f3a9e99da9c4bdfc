import { type AdjustmentMethod, stepUp } from "./adjustment-method.js";

export const hochberg: AdjustmentMethod = {
  id: "hochberg",
  title: { en: "Hochberg (step-up)", zh: "Hochberg 校正（逐步向上）" },
  source:
    "Hochberg, Y. (1988). A sharper Bonferroni procedure for multiple tests of significance. Biometrika 75, 800–802.",
  formula: "\\tilde p_{(i)} = \\min_{j \\ge i}\\ \\min\\{1, (m - j + 1)\\,p_{(j)}\\}",
  edgeCases: {
    en: "Bounds the chance of any false finding when tests are independent or positively dependent; never finds less than holm.",
    zh: "检验独立或正相依时控制出现任何错误发现的概率；发现的显著结果不少于 holm。",
  },
  adjust: (ascending) => stepUp(ascending, (rank) => ascending.length - rank + 1),
};
