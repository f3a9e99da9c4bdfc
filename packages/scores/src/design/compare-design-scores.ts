import type {
  DefinitionReference,
  Interval,
  NotComputable,
  Outcome,
  Unit,
  Warning,
} from "@cxmetrics/definition";
import { sideNotComputable } from "../change/reasons.js";
import { checkDefinition } from "../checked-definition.js";
import { engine } from "../engine.js";
import { estimateScore } from "../estimate-score.js";
import { expectOptions } from "../rating-options.js";
import type { RatingTally } from "../rating-tally.js";
import type { ScoreDefinition } from "../score-definition.js";
import type { ScoreEstimate } from "../score-estimate.js";
import type { DesignScoreEstimate } from "./design-estimate.js";
import type { DesignTally } from "./design-tally.js";
import { expectReference, type ReferenceDistribution, testDifference } from "./difference-test.js";
import { isDesignTally } from "./is-design-tally.js";
import { noDegreesOfFreedom, noVariation, singleUnitStratum } from "./reasons.js";
import { nonProbabilityWarning } from "./sample-caveat.js";
import type { SampleKind } from "./sample-design.js";
import { type VariancePolicy, variancePolicyOptions } from "./variance-policy.js";

/** How two scores are compared of which at least one has a design. */
export interface DesignComparisonOptions extends VariancePolicy {
  /** Confidence level, unless the definition's. */
  readonly level?: number | undefined;
  /** Distribution of the test; `t` where it is left out. */
  readonly reference?: ReferenceDistribution | undefined;
  /** How both samples were taken, where their tallies do not say. */
  readonly sample?: SampleKind | undefined;
}

/** The difference between the scores of two independent samples with designs. */
export interface DesignScoreDifference {
  readonly status: "ok";
  /** b − a, in the unit of the score. */
  readonly difference: number;
  readonly unit: Unit;
  readonly standardError: number;
  readonly interval: Interval;
  /** Two-sided p-value of no difference. */
  readonly p: number;
  readonly method: "unpooled-t" | "unpooled-z";
  /** Welch–Satterthwaite, also where z is the reference. */
  readonly degreesOfFreedom: number;
  readonly a: ScoreEstimate | DesignScoreEstimate;
  readonly b: ScoreEstimate | DesignScoreEstimate;
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

/** A difference, or the reason why there is none; both sides are told in every case. */
export type DesignScoreComparison =
  | DesignScoreDifference
  | (NotComputable & {
      readonly a: Outcome<ScoreEstimate>;
      readonly b: Outcome<ScoreEstimate>;
      readonly definition: DefinitionReference;
    });

/**
 * Compares one score between two independent samples, b − a, with the standard error of each design and a t test (`compareScores`
 * takes design tallies too, with the z test and the other methods for large samples).
 *
 * $$ t = \frac{\hat\theta_b - \hat\theta_a}{\sqrt{V_a + V_b}}, \qquad
 * df = \frac{(V_a + V_b)^2}{V_a^2/df_a + V_b^2/df_b} $$
 *
 * $df$ is Welch–Satterthwaite's over the design degrees of freedom of each side (n − 1 for a plain tally). The samples must be drawn
 * independently: waves that share units or people go to `comparePanel` or `comparePartlyOverlapping`.
 *
 * @param options level, `reference` (`t` or `z`), `finitePopulation`, `singleUnit`, `sample`
 * @returns the difference, or `not-computable`: `side-not-computable`, `single-answer`, `single-unit-stratum`,
 * `no-degrees-of-freedom`, `no-variation`
 * @throws `CxMetricsError` as `estimateDesignScore`
 * @example
 * ```ts
 * const scale = { min: 1, max: 5 };
 * const before = tallyDesign([5, 4, 2, 2, 5, 3], scale, { clusters: ["a", "a", "b", "b", "c", "c"] });
 * const after = tallyDesign([5, 5, 4, 4, 2, 4], scale, { clusters: ["d", "d", "e", "e", "f", "f"] });
 * const change = compareDesignScores(before, after, "csat.mean-5");
 * change.status === "ok" && change.difference; // => 0.5
 * change.status === "ok" && change.method; // => "unpooled-t"
 * ```
 */
export function compareDesignScores(
  a: RatingTally | DesignTally,
  b: RatingTally | DesignTally,
  definition: ScoreDefinition | string,
  options: DesignComparisonOptions = {},
): DesignScoreComparison {
  expectOptions(options, ["level", "reference", "sample", ...variancePolicyOptions]);
  const { definition: checked, reference } = checkDefinition(definition);
  const distribution = expectReference(options.reference);
  const { finitePopulation, singleUnit, sample } = options;
  const level = options.level ?? checked.interval.level;
  const estimate = (tally: RatingTally | DesignTally) =>
    isDesignTally(tally)
      ? estimateScore(tally, checked, { level, sample, finitePopulation, singleUnit })
      : estimateScore(tally, checked, { level, sample });
  const left = estimate(a);
  const right = estimate(b);
  const none = (reason: NotComputable): DesignScoreComparison => ({
    ...reason,
    a: left,
    b: right,
    definition: reference,
  });
  if (left.status !== "ok" || right.status !== "ok") return none(sideNotComputable);
  const sides = [left, right].map(precisionOf);
  const missing = sides.find((side) => "reason" in side);
  if (missing && "reason" in missing) return none(missing);
  const [one, other] = sides as [Precision, Precision];
  const variance = one.variance + other.variance;
  if (variance === 0) return none(noVariation);
  const standardError = Math.sqrt(variance);
  const shares = [one, other].map((side) => (side.variance / variance) ** 2 / side.degreesOfFreedom);
  const degreesOfFreedom = 1 / ((shares[0] ?? 0) + (shares[1] ?? 0));
  const difference = right.value - left.value;
  return {
    status: "ok",
    difference,
    unit: left.unit,
    standardError,
    ...testDifference(difference, standardError, degreesOfFreedom, level, distribution, "unpooled"),
    method: `unpooled-${distribution}`,
    degreesOfFreedom,
    a: left,
    b: right,
    definition: reference,
    engine,
    warnings: [left, right].some(({ warnings }) =>
      warnings.some(({ code }) => code === nonProbabilityWarning.code),
    )
      ? [nonProbabilityWarning]
      : [],
  };
}

interface Precision {
  readonly variance: number;
  readonly degreesOfFreedom: number;
}

function precisionOf(estimate: ScoreEstimate | DesignScoreEstimate): Precision | NotComputable {
  const { n, standardError } = estimate;
  if (n === 1)
    return {
      status: "not-computable",
      reason: "single-answer",
      message: { en: "One side has a single answer.", zh: "其中一侧只有一个回答。" },
    };
  if (standardError === null) return singleUnitStratum;
  const degreesOfFreedom = "design" in estimate ? estimate.design.degreesOfFreedom : n - 1;
  if (degreesOfFreedom < 1) return noDegreesOfFreedom;
  return { variance: standardError ** 2, degreesOfFreedom };
}
