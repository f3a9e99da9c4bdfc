import type { DefinitionReference, NotComputable } from "@cxmetrics/definition";
import { checkDefinition } from "../checked-definition.js";
import { engine } from "../engine.js";
import { expectScoreScale } from "../expect-score-scale.js";
import { expectOptions } from "../rating-options.js";
import type { ScoreDefinition } from "../score-definition.js";
import { betweenUnits } from "./between-units.js";
import { expectJoint } from "./expect-design.js";
import type { JointCell, JointTally } from "./joint-tally.js";
import { lineariseScore } from "./linearised-score.js";
import { noWeightInBase, singleUnitStratum } from "./reasons.js";
import { stratumSpreads } from "./stratum-spread.js";
import { type VariancePolicy, variancePolicyOptions } from "./variance-policy.js";

/** How far two estimates of the same people go together. */
export interface ScoreCovariance {
  readonly status: "ok";
  /** Covariance of the two estimates, in the product of their units. */
  readonly covariance: number;
  /** Covariance over both standard errors, −1…1; `null` where an estimate does not vary. */
  readonly correlation: number | null;
  readonly a: CovariedScore;
  readonly b: CovariedScore;
  /** Units with weight in either base, less their strata. */
  readonly degreesOfFreedom: number;
  readonly engine: string;
}

/** One of two scores that go together. */
export interface CovariedScore {
  readonly value: number;
  readonly standardError: number;
  /** Answers in the base. */
  readonly n: number;
  readonly definition: DefinitionReference;
}

/**
 * Covariance of two estimates that rest on the same people, linearised as `estimateDesignScore` does for one:
 *
 * $$ \operatorname{Cov} = \sum_h (1 - f_h) \frac{n_h}{n_h - 1} \sum_i (z_{hi} - \bar z_h)(z'_{hi} - \bar z'_h) $$
 *
 * Each score rests on all the answers to its own question, so its standard error is that of its design tally. Leaving the covariance
 * out of an index or a difference is right only for questions that were asked of different people.
 *
 * @param joint from `tallyJoint`
 * @param definitionA score of the first question
 * @param definitionB score of the second
 * @param options `finitePopulation`, `singleUnit`
 * @returns the covariance, or `not-computable`: `no-weight-in-base`, `single-unit-stratum`
 * @throws `CxMetricsError` `joint.malformed`, `score.scale-mismatch`, `design.population-missing`, `design.option-not-allowed`
 * @example
 * ```ts
 * const scale = { min: 1, max: 5 };
 * const joint = tallyJoint([5, 4, 2, 1], [4, 4, 1, 2], scale, scale);
 * const both = covarianceOfScores(joint, "csat.mean-5", "csat.mean-5");
 * both.status === "ok" && both.covariance; // => 0.5833333333
 * ```
 */
export function covarianceOfScores(
  joint: JointTally,
  definitionA: ScoreDefinition | string,
  definitionB: ScoreDefinition | string,
  options: VariancePolicy = {},
): ScoreCovariance | NotComputable {
  expectOptions(options, variancePolicyOptions);
  const first = checkDefinition(definitionA);
  const second = checkDefinition(definitionB);
  const { scaleA, scaleB, strata } = expectJoint(joint, ["joint"]);
  expectScoreScale(first.definition, scaleA, ["joint", "scaleA"]);
  expectScoreScale(second.definition, scaleB, ["joint", "scaleB"]);
  const cells = strata.flatMap(({ units }) => units.flatMap((unit) => unit.cells));
  const a = lineariseScore(first.definition, scaleA, answersOf(cells, "pointA"));
  const b = lineariseScore(second.definition, scaleB, answersOf(cells, "pointB"));
  if (a === null || b === null) return noWeightInBase;
  const onA = ({ pointA }: JointCell) => a.influence(pointA);
  const onB = ({ pointB }: JointCell) => b.influence(pointB);
  const counts = ({ pointA, pointB }: JointCell) => a.inBase(pointA) || b.inBase(pointB);
  const between = (left: typeof onA, right: typeof onB) =>
    betweenUnits(stratumSpreads(strata, left, right, counts), options);
  const both = between(onA, onB);
  const [varianceA, varianceB] = [between(onA, onA).variance, between(onB, onB).variance];
  if (both.variance === null || varianceA === null || varianceB === null) return singleUnitStratum;
  const errors = Math.sqrt(Math.max(0, varianceA)) * Math.sqrt(Math.max(0, varianceB));
  return {
    status: "ok",
    covariance: a.factor * b.factor * both.variance,
    correlation: errors > 0 ? Math.max(-1, Math.min(1, both.variance / errors)) : null,
    a: {
      value: a.factor * a.mean,
      standardError: a.factor * Math.sqrt(Math.max(0, varianceA)),
      n: a.n,
      definition: first.reference,
    },
    b: {
      value: b.factor * b.mean,
      standardError: b.factor * Math.sqrt(Math.max(0, varianceB)),
      n: b.n,
      definition: second.reference,
    },
    degreesOfFreedom: both.degreesOfFreedom,
    engine,
  };
}

/** Answers to one of the two questions. */
export function answersOf(cells: readonly JointCell[], side: "pointA" | "pointB") {
  return cells.flatMap(({ [side]: point, count, weightSum }) =>
    point === null ? [] : [{ point, count, weightSum }],
  );
}
