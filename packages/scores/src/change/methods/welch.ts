import { welchTest } from "@cxmetrics/stats";
import type { ScoreEstimate } from "../../score-estimate.js";
import type { ComparisonMethod } from "./comparison-method.js";
import { singleAnswer } from "./unpooled-error.js";

export const welch: ComparisonMethod = {
  id: "welch",
  title: { en: "Welch's t", zh: "Welch t 检验" },
  source:
    "Welch, B. L. (1947). The generalization of “Student's” problem when several different population variances are involved. Biometrika 34, 28–35.",
  formula:
    "t = \\frac{\\bar x_b - \\bar x_a}{\\sqrt{SE_a^2 + SE_b^2}}, \\quad \\nu = \\frac{(SE_a^2 + SE_b^2)^2}{SE_a^4/(n_a-1) + SE_b^4/(n_b-1)}",
  edgeCases: {
    en: "Not computable when a side has a single answer or neither side has any spread. Under weights n is the effective n.",
    zh: "一侧只有一个回答，或两侧均无差异时，无法计算。加权时 n 取有效样本量。",
  },
  fits: ["mean"],
  exact: false,
  judge({ a: { estimate: a }, b: { estimate: b }, level }) {
    if (a.standardError === null || b.standardError === null) return singleAnswer;
    return welchTest({ a: summary(a, a.standardError), b: summary(b, b.standardError), level });
  },
};

function summary({ value, effectiveN }: ScoreEstimate, standardError: number) {
  return { mean: value, standardDeviation: standardError * Math.sqrt(effectiveN), n: effectiveN };
}
