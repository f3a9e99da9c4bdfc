import { type AdjustmentMethod, stepDown } from "./adjustment-method.js";

export const holm: AdjustmentMethod = {
  id: "holm",
  title: { en: "Holm (step-down)", zh: "Holm 校正（逐步向下）" },
  source:
    "Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6, 65–70.",
  formula: "\\tilde p_{(i)} = \\max_{j \\le i}\\ \\min\\{1, (m - j + 1)\\,p_{(j)}\\}",
  edgeCases: {
    en: "Bounds the chance of any false finding under any dependence.",
    zh: "在任意相依情形下控制出现任何错误发现的概率。",
  },
  adjust: (ascending) => stepDown(ascending, (rank) => ascending.length - rank + 1),
};
