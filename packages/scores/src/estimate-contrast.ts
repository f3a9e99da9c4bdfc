import type { Base, DefinitionReference, NotComputable, Outcome } from "@cxmetrics/definition";
import type { NetShareInterval } from "@cxmetrics/stats";
import { bandNames, type ContrastPoint, contrastOf } from "./contrast.js";
import { type ContrastMoments, contrastMoments } from "./contrast-moments.js";
import { engine } from "./engine.js";
import type { IntervalChoice } from "./interval-choice.js";
import { noScore } from "./no-score.js";
import type { RatingTally } from "./rating-tally.js";
import type { ScoreRule } from "./score-definition.js";
import type { ScoreEstimate } from "./score-estimate.js";
import { scoreWarnings } from "./score-warnings.js";

/** Effective n up to which intervals are computed. A larger one comes of weights that differ by many orders of magnitude. */
export const mostAnswers = 1e12;

/** Why there is no interval then. */
export const tooPrecise: NotComputable = {
  status: "not-computable",
  reason: "effective-n-too-large",
  message: {
    en: "The effective n is above 1e12. Check the weights.",
    zh: "有效样本量超过 1e12，请检查权重。",
  },
};

/** What the interval of a score is made from, on unit scale. */
export interface IntervalMatter extends ContrastMoments, IntervalChoice {
  /** Weighted share of the base in the upper band. */
  readonly above: number;
  /** Weighted share of the base in the lower band; 0 for shares and means. */
  readonly below: number;
}

/**
 * The estimator behind every score; tally, definition and interval are already checked. The interval comes as a function, so that
 * whoever imports one score loads the methods of that score only.
 */
export function estimateContrast(
  tally: RatingTally,
  definition: ScoreRule,
  reference: DefinitionReference,
  choice: IntervalChoice,
  intervalOf: (matter: IntervalMatter) => NetShareInterval | NotComputable,
): Outcome<ScoreEstimate> {
  const contrast = contrastOf(definition);
  const base = baseOf(tally);
  const moments = contrastMoments(tally, contrast);
  if (moments === null) return { ...noScore(tally, contrast), base, definition: reference };

  const { n, total, weightedSum, mean, variance, effectiveN } = moments;
  const { unit, kind } = definition.statistic;
  const factor = unit === "points" ? 100 : 1;
  const [upper, , lower] = bandNames(definition);
  const bandShares = sumByBand(contrast, tally.weightSums, total);
  const onUnitScale =
    effectiveN > mostAnswers
      ? tooPrecise
      : intervalOf({
          ...moments,
          ...choice,
          above: bandShares[upper] ?? 0,
          below: kind === "net-share" ? (bandShares[lower] ?? 0) : 0,
        });
  const interval = scaleInterval(onUnitScale, factor);
  // A mean takes the sample variance (n − 1), as its t interval does; shares and nets take the variance as it is.
  const varianceOfScore = (variance / effectiveN) * (kind === "mean" ? n / (n - 1) : 1);
  return {
    status: "ok",
    // 100 · 7 / 100 is 7, 100 · 0.07 is not; rounding must not carry it past all or none. A mean keeps within its answers.
    value: kind === "mean" ? mean : Math.max(-factor, Math.min(factor, (factor * weightedSum) / total)),
    unit,
    n,
    effectiveN,
    standardError: n === 1 ? null : factor * Math.sqrt(varianceOfScore),
    interval,
    base,
    definition: reference,
    engine,
    warnings: scoreWarnings(moments, interval),
    method: choice.method,
    counts: Object.fromEntries(tally.counts.map((count, point) => [tally.scale.min + point, count])),
    bands: sumByBand(contrast, tally.counts, 1),
    bandShares,
  };
}

/** Limits in the unit of the score, the unclamped ones of some methods too. */
function scaleInterval(
  interval: NetShareInterval | NotComputable,
  factor: number,
): NetShareInterval | NotComputable {
  if (interval.status !== "ok") return interval;
  const { lower, upper, rawLower, rawUpper } = interval;
  return {
    ...interval,
    lower: factor * lower,
    upper: factor * upper,
    ...(rawLower === undefined ? {} : { rawLower: factor * rawLower }),
    ...(rawUpper === undefined ? {} : { rawUpper: factor * rawUpper }),
  };
}

function sumByBand(contrast: readonly ContrastPoint[], sums: readonly number[], divisor: number) {
  const bands: Record<string, number> = {};
  contrast.forEach(({ band }, point) => {
    if (band !== null) bands[band] = (bands[band] ?? 0) + (sums[point] ?? 0);
  });
  for (const band of Object.keys(bands)) bands[band] = (bands[band] ?? 0) / divisor;
  return bands;
}

/** The records of a tally, by what became of them. */
export function baseOf({ counts, missing, invalid }: RatingTally): Base {
  const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  const excluded = new Map(Object.entries(missing));
  for (const [reason, records] of Object.entries(invalid))
    excluded.set(reason, (excluded.get(reason) ?? 0) + records);
  return {
    valid: add(counts),
    missing: add(Object.values(missing)),
    invalid: add(Object.values(invalid)),
    excluded: Object.fromEntries(excluded),
  };
}
