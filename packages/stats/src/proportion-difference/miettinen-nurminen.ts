import type { ProportionCounts } from "../proportion-interval/proportion-counts.js";
import { criticalZ } from "../special-functions/critical-z.js";
import type { ProportionDifferenceMethod } from "./proportion-difference-method.js";

/** Slope of the log-likelihood in p_a when p_b is p_a + δ; falls in p_a. */
function slope(a: ProportionCounts, b: ProportionCounts, p: number, delta: number): number {
  const part = (count: number, probability: number) => (count === 0 ? 0 : count / probability);
  return (
    part(a.successes, p) -
    part(a.trials - a.successes, 1 - p) +
    part(b.successes, p + delta) -
    part(b.trials - b.successes, 1 - p - delta)
  );
}

/** The proportion of a that is most likely when the difference is held at δ. */
function restrictedA(a: ProportionCounts, b: ProportionCounts, delta: number): number {
  let low = Math.max(0, -delta);
  let high = Math.min(1, 1 - delta);
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (slope(a, b, middle, delta) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Whether the difference δ is rejected at critical value z. */
function rejected(a: ProportionCounts, b: ProportionCounts, z: number, delta: number): boolean {
  const p = restrictedA(a, b, delta);
  const q = Math.min(1, Math.max(0, p + delta));
  // Below one trial altogether the factor N/(N − 1) has no meaning, and nothing is rejected.
  const size = a.trials + b.trials;
  const variance =
    ((p * (1 - p)) / a.trials + (q * (1 - q)) / b.trials) *
    (size > 1 ? size / (size - 1) : Number.POSITIVE_INFINITY);
  const distance = b.successes / b.trials - a.successes / a.trials - delta;
  return Math.abs(distance) > z * Math.sqrt(variance);
}

function limit(a: ProportionCounts, b: ProportionCounts, z: number, end: -1 | 1): number {
  let inside = b.successes / b.trials - a.successes / a.trials;
  let outside: number = end;
  for (let i = 0; i < 60; i++) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) break;
    if (rejected(a, b, z, middle)) outside = middle;
    else inside = middle;
  }
  return (inside + outside) / 2;
}

export const miettinenNurminen: ProportionDifferenceMethod = {
  id: "miettinen-nurminen",
  title: { en: "Miettinen–Nurminen (score)", zh: "Miettinen–Nurminen 得分区间" },
  source:
    "Miettinen, O. and Nurminen, M. (1985). Comparative analysis of two rates. Statistics in Medicine 4, 213–226.",
  formula:
    "\\left\\{\\delta : \\frac{|\\hat p_b - \\hat p_a - \\delta|}{\\sqrt{\\left(\\frac{\\tilde p_a(1-\\tilde p_a)}{n_a} + \\frac{\\tilde p_b(1-\\tilde p_b)}{n_b}\\right)\\frac{N}{N-1}}} \\le z\\right\\}, \\quad \\tilde p_b = \\tilde p_a + \\delta \\text{ most likely}",
  edgeCases: {
    en: "Never shrinks to a point and stays within −1…1. Restricted estimates and limits are found by bisection. Takes effective counts; with no more than one trial altogether the limits are −1 and 1.",
    zh: "区间不会退化，也不会超出 −1…1。约束估计与上下限以二分法求解。支持有效计数；两个样本合计不超过一次试验时，上下限为 −1 与 1。",
  },
  limits(a, b, level) {
    const z = criticalZ(level);
    return { lower: limit(a, b, z, -1), upper: limit(a, b, z, 1) };
  },
};
