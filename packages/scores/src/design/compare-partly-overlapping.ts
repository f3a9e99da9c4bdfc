import type { NotComputable } from "@cxmetrics/definition";
import { checkDefinition } from "../checked-definition.js";
import { engine } from "../engine.js";
import { expectScoreScale } from "../expect-score-scale.js";
import { chooseInterval } from "../interval-choice.js";
import { expectOptions, refuse } from "../rating-options.js";
import type { RatingTally } from "../rating-tally.js";
import type { ScoreDefinition } from "../score-definition.js";
import { betweenUnits } from "./between-units.js";
import { type PanelOptions, rounding, type ScoreChange } from "./compare-panel.js";
import type { DesignTally } from "./design-tally.js";
import { designWarnings } from "./design-warnings.js";
import { expectReference, testDifference } from "./difference-test.js";
import { expectJoint } from "./expect-design.js";
import { expectOverlap } from "./expect-overlap.js";
import type { JointTally } from "./joint-tally.js";
import { type LinearisedScore, lineariseScore } from "./linearised-score.js";
import { badDesignOption } from "./problems.js";
import { readWave } from "./read-wave.js";
import {
  covarianceTooLarge,
  noDegreesOfFreedom,
  noVariation,
  noWeightInBase,
  singleUnitStratum,
} from "./reasons.js";
import { nonProbabilityWarning } from "./sample-caveat.js";
import { sharedSpreads } from "./shared-spreads.js";
import { stratumSpreads } from "./stratum-spread.js";
import { variancePolicyOptions } from "./variance-policy.js";

/** Two waves and the part of them that answered both. */
export interface OverlappingWaves {
  /** All answers of the first wave, those of the overlap too. */
  readonly before: RatingTally | DesignTally;
  /** All answers of the second wave. */
  readonly after: RatingTally | DesignTally;
  /** Cross-table of the people in both waves, from `tallyJoint`. */
  readonly overlap: JointTally;
}

/** Change of a score between two waves that share some people. */
export interface OverlapChange extends ScoreChange {
  /** Sampling units in both waves. */
  readonly overlapUnits: number;
}

/**
 * Change of a score between two waves of which some people, or some clusters, took part in both: after − before, with every answer
 * of either wave.
 *
 * $$ SE^2 = V_{before} + V_{after} - 2 \sum_h \frac{m_h}{m_h - 1} \sum_{i=1}^{m_h} (z_{hi} - \bar z_h)(z'_{hi} - \bar z'_h) $$
 *
 * over the $m_h$ units of the overlap, with z linearised over the whole of each wave (Tam 1984, The American Statistician 38, 288–289,
 * for simple random samples). Where clusters overlap, their totals are those of the waves, with the people who were new. If all people
 * are in both waves this is `comparePanel`; if none are, `compareScores` with designs. Degrees of freedom are the smaller of the two
 * waves. The covariance takes no finite population correction; the waves take the one that is named.
 *
 * @param waves both waves with all their answers, and the cross-table of the overlap: all three with the same keys
 * @param options level, `reference` (`t` or `z`), `finitePopulation`, `singleUnit`
 * @returns the change, or `not-computable`: `no-weight-in-base`, `single-unit-stratum`, `no-degrees-of-freedom`, `no-variation`,
 * `covariance-above-variances`
 * @throws `CxMetricsError` `overlap.not-part`, `joint.malformed`, `design.*`, and as `estimateScore`
 * @example
 * ```ts
 * const scale = { min: 1, max: 5 };
 * const before = tallyRatings([3, 2, 4, 5, 1, 2], scale);
 * const after = tallyRatings([4, 2, 5, 3, 4, 5, 3], scale);
 * const overlap = tallyJoint([3, 2, 4], [4, 2, 5], scale, scale);
 * const change = comparePartlyOverlapping({ before, after, overlap }, "csat.mean-5");
 * change.status === "ok" && change.standardError; // => 0.5689430069
 * ```
 */
export function comparePartlyOverlapping(
  waves: OverlappingWaves,
  definition: ScoreDefinition | string,
  options: PanelOptions = {},
): OverlapChange | NotComputable {
  expectOptions(options, ["level", "reference", ...variancePolicyOptions]);
  const { definition: checked, reference } = checkDefinition(definition);
  const distribution = expectReference(options.reference);
  const { level } = chooseInterval(checked, { level: options.level });
  if (typeof waves !== "object" || waves === null)
    throw refuse(badDesignOption, ["waves"], "{ before, after, overlap }", waves);
  const overlap = expectJoint(waves.overlap, ["waves", "overlap"]);
  const before = readWave(waves.before, ["waves", "before"]);
  const after = readWave(waves.after, ["waves", "after"]);
  expectScoreScale(checked, overlap.scaleA, ["waves", "overlap", "scaleA"]);
  expectScoreScale(checked, overlap.scaleB, ["waves", "overlap", "scaleB"]);
  for (const [name, wave] of Object.entries({ before, after })) {
    expectScoreScale(checked, wave.scale, ["waves", name, "scale"]);
  }
  expectOverlap(overlap, before, "pointA", "before");
  expectOverlap(overlap, after, "pointB", "after");

  const [one, other] = [before, after].map((wave) =>
    lineariseScore(
      checked,
      wave.scale,
      wave.strata.flatMap(({ units }) => units.flatMap(({ cells }) => cells)),
    ),
  );
  if (!one || !other) return noWeightInBase;
  const [spreadBefore, spreadAfter] = [varianceOf(before, one, options), varianceOf(after, other, options)];
  const shared = betweenUnits(sharedSpreads(overlap, before, after, one, other), {
    singleUnit: options.singleUnit,
  });
  const [varianceBefore, varianceAfter] = [spreadBefore.variance, spreadAfter.variance];
  if (varianceBefore === null || varianceAfter === null || shared.variance === null) return singleUnitStratum;
  const df = Math.min(spreadBefore.degreesOfFreedom, spreadAfter.degreesOfFreedom);
  if (df < 1) return noDegreesOfFreedom;
  const apart = varianceBefore + varianceAfter;
  const variance = apart - 2 * shared.variance;
  if (Math.abs(variance) <= rounding * apart) return noVariation;
  if (variance < 0) return covarianceTooLarge;
  const { factor } = one;
  const difference = factor * (other.mean - one.mean);
  const standardError = factor * Math.sqrt(variance);
  const wave = ({ mean, n }: LinearisedScore, own: number) => ({
    value: factor * mean,
    standardError: factor * Math.sqrt(Math.max(0, own)),
    n,
  });
  return {
    status: "ok",
    difference,
    unit: checked.statistic.unit,
    standardError,
    ...testDifference(difference, standardError, df, level, distribution, "overlapping"),
    method: `overlapping-${distribution}`,
    degreesOfFreedom: df,
    covariance: factor * factor * shared.variance,
    before: wave(one, varianceBefore),
    after: wave(other, varianceAfter),
    overlapUnits: overlap.strata.reduce((sum, { sampleUnits }) => sum + sampleUnits, 0),
    definition: reference,
    engine,
    warnings: [
      ...designWarnings(before, { ...spreadBefore, degreesOfFreedom: df }, options),
      ...([before, after, overlap].some(({ sample }) => sample === "non-probability")
        ? [nonProbabilityWarning]
        : []),
    ],
  };
}

function varianceOf({ strata }: DesignTally, score: LinearisedScore, options: PanelOptions) {
  const influence = ({ point }: { readonly point: number }) => score.influence(point);
  return betweenUnits(
    stratumSpreads(strata, influence, influence, ({ point }) => score.inBase(point)),
    options,
  );
}
