import { criticalZ } from "../special-functions/critical-z.js";
import type { NetShareMethod } from "./net-share-method.js";

/** Share of lower answers that maximises the trinomial likelihood when the net share is held at δ. */
function restrictedLower(upper: number, lower: number, delta: number): number {
  const b = -lower - upper + (2 - upper + lower) * delta;
  const c = -lower * delta * (1 - delta);
  const root = Math.sqrt(Math.max(0, b * b - 8 * c));
  // The form that adds instead of subtracting.
  if (b <= 0) return (root - b) / 4;
  return root + b > 0 ? (-2 * c) / (root + b) : 0;
}

/** Whether the hypothesis δ is rejected at critical value z. */
function rejected(upper: number, lower: number, n: number, z: number, delta: number): boolean {
  const q = restrictedLower(upper, lower, delta);
  const variance = Math.max(0, 2 * q + delta * (1 - delta));
  return Math.abs(upper - lower - delta) * Math.sqrt(n) > z * Math.sqrt(variance);
}

/** Limit between the estimate, which is never rejected, and the end of the scale, which is. */
function limit(upper: number, lower: number, n: number, z: number, end: -1 | 1): number {
  let inside = upper - lower;
  let outside: number = end;
  if (inside === outside) return end;
  for (let i = 0; i < 100; i++) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) break;
    if (rejected(upper, lower, n, z, middle)) outside = middle;
    else inside = middle;
  }
  return (inside + outside) / 2;
}

/** The limits alone: what a calculation loads; the description below is for catalogues. */
export const scoreLimits: NetShareMethod["limits"] = (upper, lower, n, level) => {
  const z = criticalZ(level);
  return { lower: limit(upper, lower, n, z, -1), upper: limit(upper, lower, n, z, 1) };
};

export const score: NetShareMethod = {
  id: "nps-score",
  title: { en: "Score (Tango; Agresti and Min)", zh: "得分区间（Tango；Agresti–Min）" },
  source:
    "Tango, T. (1998). Equivalence test and confidence interval for the difference in proportions for the paired-sample design. Statistics in Medicine 17, 891–908; Agresti, A. and Min, Y. (2005). Statistics in Medicine 24, 729–740. For NPS: Rocks, B. (2016). Interval estimation for the Net Promoter Score. The American Statistician 70, 365–372 (arXiv 1601.07235).",
  formula:
    "\\left\\{\\Delta : \\left|\\frac{\\sqrt n\\,(p_u - p_l - \\Delta)}{\\sqrt{2q + \\Delta(1-\\Delta)}}\\right| \\le z\\right\\}, \\quad q = \\frac{\\sqrt{B^2 - 4AC} - B}{2A},\\ A = 2,\\ B = (2 - p_u + p_l)\\Delta - p_u - p_l,\\ C = -p_l\\Delta(1-\\Delta)",
  edgeCases: {
    en: "Stays within −1…1 and never shrinks to a point: with upper answers only, the upper limit is 1 and the lower one 1 − 2z²/(n + z²). Solved by bisection to the last digit.",
    zh: "始终位于 −1…1 之内且不会退化：全部为上端回答时，上限为 1，下限为 1 − 2z²/(n + z²)。以二分法求解至末位数字。",
  },
  bounded: true,
  limits: scoreLimits,
};
