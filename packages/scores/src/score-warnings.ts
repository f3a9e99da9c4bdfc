import type { Interval, NotComputable, Warning } from "@cxmetrics/definition";
import type { ContrastMoments } from "./contrast-moments.js";

/** Below this many answers every interval method is rough: exact coverage of the best one for NPS falls to 0.92 at n = 5. */
export const fewAnswers = 10;

/** What a reader must know of a score that stands. */
export function scoreWarnings(
  { n, effectiveN, kish }: ContrastMoments,
  interval: Interval | NotComputable,
): readonly Warning[] {
  const warnings: Warning[] = [];
  if (n < fewAnswers || effectiveN < fewAnswers)
    warnings.push({
      code: "interval.small-sample",
      message: {
        en: "The precision is that of fewer than 10 answers: the interval is rough.",
        zh: "精度不足 10 个回答的水平，区间仅供参考。",
      },
      values: { n, effectiveN },
    });
  if (interval.status === "ok" && interval.lower === interval.upper)
    warnings.push({
      code: "interval.degenerate",
      message: {
        en: "All answers count the same, so the interval has no width. That is not certainty: choose another method.",
        zh: "回答取值全部相同，区间宽度为零，但不代表确定无疑：请换一种方法。",
      },
      values: { method: interval.method },
    });
  if (kish)
    warnings.push({
      code: "effective-n.kish-fallback",
      message: {
        en: "All answers count the same, so the effective n is Kish's.",
        zh: "回答取值全部相同，有效样本量改用 Kish 公式。",
      },
      values: { effectiveN },
    });
  if (effectiveN > n)
    warnings.push({
      code: "effective-n.above-n",
      message: {
        en: "The effective n is above the number of answers. Check the weights.",
        zh: "有效样本量大于回答数，请检查权重。",
      },
      values: { n, effectiveN },
    });
  return warnings;
}
