import { newcombeDifference } from "@cxmetrics/stats";
import type { ComparedSide, ComparisonMethod } from "./comparison-method.js";
import { unpooledError } from "./unpooled-error.js";

export const newcombe: ComparisonMethod = {
  id: "newcombe",
  title: { en: "Newcombe, with the pooled z test", zh: "Newcombe 区间与合并方差 z 检验" },
  source:
    "Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: comparison of eleven methods. Statistics in Medicine 17, 873–890 (method 10).",
  formula:
    "\\hat\\delta - \\sqrt{(\\hat p_b - l_b)^2 + (u_a - \\hat p_a)^2}, \\quad \\hat\\delta + \\sqrt{(u_b - \\hat p_b)^2 + (\\hat p_a - l_a)^2}, \\quad z = \\frac{\\hat p_b - \\hat p_a}{\\sqrt{\\bar p(1-\\bar p)(1/n_a+1/n_b)}}",
  edgeCases: {
    en: "Exists for single answers and one-sided samples. When all answers of both sides count the same, p is 1: no rearrangement of them differs. Interval and test rest on different variances and may disagree at the edge.",
    zh: "单个回答或回答全部一致时也能计算。两侧回答取值全部相同时 p 为 1：任何重新分组都没有差别。区间与检验所用方差不同，临界处可能不一致。",
  },
  fits: ["share"],
  exact: false,
  judge(matter) {
    const counts = ({ above, estimate: { effectiveN } }: ComparedSide) => ({
      successes: Math.min(effectiveN, above * effectiveN),
      trials: effectiveN,
    });
    const { a, b, level } = matter;
    const test = newcombeDifference({ a: counts(a), b: counts(b), level });
    if (test.status !== "ok") return test;
    return {
      status: "ok",
      standardError: unpooledError(matter),
      interval: test.interval,
      p: test.p ?? 1,
    };
  },
};
