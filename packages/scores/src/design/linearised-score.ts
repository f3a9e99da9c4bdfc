import { compensatedSum } from "@cxmetrics/stats";
import { type ContrastPoint, contrastOf } from "../contrast.js";
import type { RatingScale } from "../scale.js";
import type { ScoreRule } from "../score-definition.js";

/** A score on unit scale, ready for linearisation: what one unit of weight on a point adds to it. */
export interface LinearisedScore {
  /** Answers in the base. */
  readonly n: number;
  /** Σwc/Σw over the base. */
  readonly mean: number;
  /** 100 for points, else 1. */
  readonly factor: number;
  /** $(c - R)/\sum w$ inside the base, 0 outside it and for no answer. */
  readonly influence: (point: number | null) => number;
  readonly inBase: (point: number | null) => boolean;
}

/**
 * Linearises a score: a ratio estimator $R = \sum w b c / \sum w b$ has $z = w b (c - R) / \sum w b$, where b is 1 in the base.
 *
 * @returns `null` when the base has no weight
 */
export function lineariseScore(
  rule: ScoreRule,
  scale: RatingScale,
  answers: readonly { readonly point: number; readonly count: number; readonly weightSum: number }[],
): LinearisedScore | null {
  const contrast = contrastOf(rule);
  const at = (point: number | null): ContrastPoint | undefined =>
    point === null ? undefined : contrast[point - scale.min];
  const inBase = (point: number | null) => at(point)?.inBase === true;
  const counted = answers.filter(({ point }) => inBase(point));
  const total = compensatedSum(counted.map(({ weightSum }) => weightSum));
  if (!(total > 0)) return null;
  const mean = compensatedSum(
    counted.map(({ point, weightSum }) => (weightSum / total) * (at(point)?.value ?? 0)),
  );
  return {
    n: counted.reduce((sum, { count }) => sum + count, 0),
    mean,
    factor: rule.statistic.unit === "points" ? 100 : 1,
    inBase,
    influence: (point) => {
      const place = at(point);
      return place?.inBase ? (place.value - mean) / total : 0;
    },
  };
}
