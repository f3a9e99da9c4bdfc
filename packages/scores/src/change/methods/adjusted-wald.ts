import { differenceByStandardErrors } from "@cxmetrics/stats";
import type { ComparedSide, ComparisonMethod } from "./comparison-method.js";

/** Net share and standard error after ¾ of an answer was added to each outer band and 3 to the whole. */
function adjusted({ above, below, estimate }: ComparedSide, factor: number) {
  const size = estimate.effectiveN + 3;
  const upper = (above * estimate.effectiveN + 0.75) / size;
  const lower = (below * estimate.effectiveN + 0.75) / size;
  const variance = upper * (1 - upper) + lower * (1 - lower) + 2 * upper * lower;
  return { value: factor * (upper - lower), standardError: factor * Math.sqrt(variance / size) };
}

export const adjustedWald: ComparisonMethod = {
  id: "adjusted-wald",
  title: { en: "Adjusted Wald (¾, 3 in each sample)", zh: "调整 Wald 检验（每个样本加 ¾、3）" },
  source:
    "Lewis, J. and Sauro, J., MeasuringU, “How to statistically compare two Net Promoter Scores”, measuringu.com/nps-significance-test; constants of Rocks, B. (2016). The American Statistician 70, 365–372.",
  formula:
    "\\tilde\\Delta_i = \\frac{u_i - l_i}{n_i + 3}, \\quad \\tilde V_i = \\frac{u_i + l_i + \\frac32}{n_i + 3} - \\tilde\\Delta_i^2, \\quad z = \\frac{\\tilde\\Delta_b - \\tilde\\Delta_a}{\\sqrt{\\tilde V_a/(n_a+3) + \\tilde V_b/(n_b+3)}}",
  edgeCases: {
    en: "Exists for single answers and one-sided samples. The interval is centred on the adjusted difference, which is drawn towards 0, for the smaller sample more; with very unequal samples it may have the other sign than the observed difference.",
    zh: "单个回答或回答全部一致时也能计算。区间以调整后的差值为中心，该差值向 0 收缩，样本越小收缩越多；两个样本量相差悬殊时，其符号可能与观测差值相反。",
  },
  fits: ["net-share"],
  exact: false,
  judge({ a, b, level, factor }) {
    const test = differenceByStandardErrors({ a: adjusted(a, factor), b: adjusted(b, factor), level });
    if (test.status !== "ok") return test;
    const { difference, standardError, p, interval } = test;
    const lower = Math.max(-2 * factor, interval.lower);
    const upper = Math.min(2 * factor, interval.upper);
    return {
      status: "ok",
      standardError,
      p,
      interval: { ...interval, lower, upper, method: "adjusted-wald" },
      adjustedDifference: difference,
    };
  },
};
