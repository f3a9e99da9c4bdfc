import { countsNotWhole, tooManyAnswers } from "../reasons.js";
import { netShareLaw } from "./net-share-law.js";
import type { NetShareMethod } from "./net-share-method.js";

const mostAnswers = 100_000;

/** The whole number that a share of n answers stands for, or `undefined`. */
function wholeCount(share: number, n: number): number | undefined {
  const count = Math.round(share * n);
  return Math.abs(share * n - count) <= 1e-6 ? count : undefined;
}

/** The largest number of steps from the near end whose outer probability does not yet reach `half`. */
function stepsIn(probability: (step: number) => number, size: number, half: number): number {
  // Sums within 64 ulp of one another count as equal.
  const goal = half * (1 - 64 * Number.EPSILON);
  let sum = 0;
  for (let step = 0; step < size; step++) {
    sum += probability(step);
    if (sum >= goal) return step;
  }
  return size - 1;
}

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const bootstrapLimits: NetShareMethod["limits"] = (upper, lower, n, level) => {
  if (n > mostAnswers) return tooManyAnswers(mostAnswers);
  const up = wholeCount(upper, n);
  const down = wholeCount(lower, n);
  if (up === undefined || down === undefined || !Number.isInteger(n)) return countsNotWhole;
  const law = netShareLaw(up / n, Math.max(0, n - up - down) / n, down / n, n);
  const half = (1 - level) / 2;
  const fromBelow = stepsIn((step) => law[step] ?? 0, law.length, half);
  const fromAbove = stepsIn((step) => law[law.length - 1 - step] ?? 0, law.length, half);
  return { lower: (fromBelow - n) / n, upper: (n - fromAbove) / n };
};

export const bootstrap: NetShareMethod = {
  id: "nps-bootstrap",
  title: { en: "Bootstrap percentile, exact law", zh: "自助法百分位区间（精确分布）" },
  source:
    "Percentile interval of Efron, B. (1979). Bootstrap methods: another look at the jackknife. The Annals of Statistics 7, 1–26, with the bootstrap law computed as the n-fold convolution of the observed shares instead of by resampling.",
  formula:
    "\\left[\\min\\{\\Delta : P^*(\\Delta^* \\le \\Delta) \\ge \\tfrac{\\alpha}{2}\\},\\ \\max\\{\\Delta : P^*(\\Delta^* \\ge \\Delta) \\ge \\tfrac{\\alpha}{2}\\}\\right], \\quad P^*(n\\Delta^* = k) = [x^{k+n}]\\,(p_l + p_m x + p_u x^2)^n",
  edgeCases: {
    en: "No resampling and no seed: the law is exact. Needs whole numbers of upper and lower answers, so not computable for an effective size (counts-not-whole), nor for more than 100 000 answers (too-many-answers). When all answers fall in one band the interval shrinks to the estimate itself.",
    zh: "不作重抽样，无需随机种子：分布为精确值。上端与下端回答数必须为整数，因此有效样本量无法计算（counts-not-whole），回答超过 100 000 个亦无法计算（too-many-answers）。全部回答落在同一区段时，区间退化为估计值本身。",
  },
  bounded: true,
  limits: bootstrapLimits,
};
