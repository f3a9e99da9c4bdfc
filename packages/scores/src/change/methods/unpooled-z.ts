import { differenceByStandardErrors } from "@cxmetrics/stats";
import type { ComparisonMethod } from "./comparison-method.js";
import { singleAnswer } from "./unpooled-error.js";

export const unpooledZ: ComparisonMethod = {
  id: "unpooled-z",
  title: { en: "z, unpooled variances", zh: "z 检验（方差不合并）" },
  source:
    "Rocks, B. (2016). Interval estimation for the Net Promoter Score. The American Statistician 70, 365–372 (arXiv 1601.07235); R package NPS, nps_test, which however loses the sign.",
  formula:
    "z = \\frac{\\hat\\theta_b - \\hat\\theta_a}{\\sqrt{SE_a^2 + SE_b^2}}, \\quad (\\hat\\theta_b - \\hat\\theta_a) \\pm z_{1-\\alpha/2}\\sqrt{SE_a^2 + SE_b^2}",
  edgeCases: {
    en: "Not computable when a side has a single answer or neither side has any spread. A side whose answers all count the same adds no uncertainty, which is not certainty.",
    zh: "一侧只有一个回答，或两侧均无差异时，无法计算。回答取值全部相同的一侧不带来不确定性，但这不代表确定无疑。",
  },
  fits: ["net-share", "share", "mean"],
  exact: false,
  judge({ a: { estimate: a }, b: { estimate: b }, level }) {
    if (a.standardError === null || b.standardError === null) return singleAnswer;
    return differenceByStandardErrors({
      a: { value: a.value, standardError: a.standardError },
      b: { value: b.value, standardError: b.standardError },
      level,
    });
  },
};
