import type { DefinitionReference, Interval, NotComputable, Unit, Warning } from "@cxmetrics/definition";
import { checkDefinition } from "../checked-definition.js";
import { engine } from "../engine.js";
import { expectScoreScale } from "../expect-score-scale.js";
import { chooseInterval } from "../interval-choice.js";
import { expectOptions } from "../rating-options.js";
import type { ScoreDefinition } from "../score-definition.js";
import { betweenUnits } from "./between-units.js";
import { answersOf } from "./covariance-of-scores.js";
import { designWarnings } from "./design-warnings.js";
import { expectReference, type ReferenceDistribution, testDifference } from "./difference-test.js";
import { expectJoint } from "./expect-design.js";
import type { JointCell, JointTally } from "./joint-tally.js";
import { lineariseScore } from "./linearised-score.js";
import { noDegreesOfFreedom, noJointAnswers, noVariation, singleUnitStratum } from "./reasons.js";
import { nonProbabilityWarning } from "./sample-caveat.js";
import { stratumSpreads } from "./stratum-spread.js";
import { type VariancePolicy, variancePolicyOptions } from "./variance-policy.js";

/** A variance this much smaller than those of the waves is what rounding left of 0. */
export const rounding = 1e-24;

/** How a change within the same people is judged. */
export interface PanelOptions extends VariancePolicy {
  /** Confidence level, unless the definition's. */
  readonly level?: number | undefined;
  /** Distribution of the test; `t` where it is left out. */
  readonly reference?: ReferenceDistribution | undefined;
}

/** One wave of a change. */
export interface WaveScore {
  readonly value: number;
  readonly standardError: number;
  /** Answers in the base. */
  readonly n: number;
}

/** What the comparison of two waves that share people says. */
export interface ScoreChange {
  readonly status: "ok";
  /** After − before, in the unit of the score. */
  readonly difference: number;
  readonly unit: Unit;
  /** With the covariance of the two waves. */
  readonly standardError: number;
  readonly interval: Interval;
  /** Two-sided p-value of no change. */
  readonly p: number;
  readonly method: "paired-t" | "paired-z" | "overlapping-t" | "overlapping-z";
  readonly degreesOfFreedom: number;
  /** Covariance of the two scores, in squared units. */
  readonly covariance: number;
  readonly before: WaveScore;
  readonly after: WaveScore;
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

/** Change of one score within the same people. */
export interface PanelChange extends ScoreChange {
  /** People with an answer in both waves. */
  readonly pairs: number;
  /** People with an answer in one wave only; they are not in the comparison. */
  readonly excluded: { readonly beforeOnly: number; readonly afterOnly: number };
}

/**
 * Change of a score within the same people who answered twice: after − before, with the covariance of the two waves.
 *
 * $$ SE^2 = V_{before} + V_{after} - 2\operatorname{Cov} $$
 *
 * taken in one step from the linearised differences $z'_i - z_i$ of people, summed inside sampling units. People who answered once
 * stay in the sample as units, but not in the comparison; `comparePartlyOverlapping` uses them too. In a simple random panel in which
 * everybody answered twice, a mean has the paired t test.
 *
 * @param joint cross-table of before (question A) and after (question B), from `tallyJoint`
 * @param definition the score, on the scale of both waves
 * @param options level, `reference` (`t` or `z`), `finitePopulation`, `singleUnit`
 * @returns the change, or `not-computable`: `no-joint-answers`, `single-unit-stratum`, `no-degrees-of-freedom`, `no-variation`
 * (nobody changed)
 * @throws `CxMetricsError` `joint.malformed`, `score.scale-mismatch`, `option.unknown`, `option.not-allowed`, `design.*`
 * @example
 * ```ts
 * const scale = { min: 1, max: 5 };
 * const panel = tallyJoint([3, 2, 4, 5, 1, null], [4, 2, 5, 5, 3, 4], scale, scale);
 * const change = comparePanel(panel, "csat.mean-5");
 * change.status === "ok" && change.difference; // => 0.8
 * change.status === "ok" && change.pairs; // => 5
 * ```
 */
export function comparePanel(
  joint: JointTally,
  definition: ScoreDefinition | string,
  options: PanelOptions = {},
): PanelChange | NotComputable {
  expectOptions(options, ["level", "reference", ...variancePolicyOptions]);
  const { definition: checked, reference } = checkDefinition(definition);
  const distribution = expectReference(options.reference);
  const { level } = chooseInterval(checked, { level: options.level });
  const sample = expectJoint(joint, ["joint"]);
  const { scaleA: scale, strata } = sample;
  expectScoreScale(checked, scale, ["joint", "scaleA"]);
  expectScoreScale(checked, sample.scaleB, ["joint", "scaleB"]);
  const cells = strata.flatMap(({ units }) => units.flatMap((unit) => unit.cells));
  const isPair = ({ pointA, pointB }: JointCell) => pointA !== null && pointB !== null;
  const pairs = cells.filter(isPair);
  const before = lineariseScore(checked, scale, answersOf(pairs, "pointA"));
  const after = lineariseScore(checked, scale, answersOf(pairs, "pointB"));
  if (before === null || after === null) return noJointAnswers;
  const onBefore = (cell: JointCell) => (isPair(cell) ? before.influence(cell.pointA) : 0);
  const onAfter = (cell: JointCell) => (isPair(cell) ? after.influence(cell.pointB) : 0);
  const onChange = (cell: JointCell) => onAfter(cell) - onBefore(cell);
  const counts = (cell: JointCell) =>
    isPair(cell) && (before.inBase(cell.pointA) || after.inBase(cell.pointB));
  const between = (left: typeof onChange, right: typeof onChange) =>
    betweenUnits(stratumSpreads(strata, left, right, counts), options);
  const change = between(onChange, onChange);
  if (change.variance === null) return singleUnitStratum;
  if (change.degreesOfFreedom < 1) return noDegreesOfFreedom;
  const [varianceBefore, varianceAfter] = [onBefore, onAfter].map((own) => between(own, own).variance ?? 0);
  if (change.variance <= rounding * ((varianceBefore ?? 0) + (varianceAfter ?? 0))) return noVariation;
  const { factor } = before;
  const difference = factor * (after.mean - before.mean);
  const standardError = factor * Math.sqrt(change.variance);
  const wave = ({ mean, n }: typeof before, variance = 0): WaveScore => ({
    value: factor * mean,
    standardError: factor * Math.sqrt(Math.max(0, variance)),
    n,
  });
  const countOf = (test: (cell: JointCell) => boolean) =>
    cells.filter(test).reduce((sum, { count }) => sum + count, 0);
  const df = change.degreesOfFreedom;
  return {
    status: "ok",
    difference,
    unit: checked.statistic.unit,
    standardError,
    ...testDifference(difference, standardError, df, level, distribution, "paired"),
    method: `paired-${distribution}`,
    degreesOfFreedom: df,
    covariance: factor * factor * (between(onBefore, onAfter).variance ?? 0),
    before: wave(before, varianceBefore),
    after: wave(after, varianceAfter),
    pairs: countOf(isPair),
    excluded: {
      beforeOnly: countOf(({ pointB }) => pointB === null),
      afterOnly: countOf(({ pointA }) => pointA === null),
    },
    definition: reference,
    engine,
    warnings: [
      ...designWarnings(sample, change, options),
      ...(sample.sample === "non-probability" ? [nonProbabilityWarning] : []),
    ],
  };
}
