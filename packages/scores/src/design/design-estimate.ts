import type { ScoreEstimate } from "../score-estimate.js";
import type { FinitePopulation, SingleUnit } from "./variance-policy.js";

/** What the design of a sample did to the precision of a score. */
export interface DesignPrecision {
  /** Taylor linearisation with ultimate clusters. */
  readonly method: "linearised";
  /** Units drawn, in all strata. */
  readonly sampleUnits: number;
  /** Units with weight in the base. */
  readonly units: number;
  /** Strata with such a unit. */
  readonly strata: number;
  /** Units less strata. */
  readonly degreesOfFreedom: number;
  /** Variance over that of a simple random sample of n answers; `null` where answers do not vary or the variance is unknown. */
  readonly designEffect: number | null;
  /** Kish's effective n, $(\sum w)^2 / \sum w^2$: a diagnostic of the weights that knows nothing of clusters and answers. */
  readonly kishEffectiveN: number;
  readonly finitePopulation: FinitePopulation;
  readonly singleUnit: SingleUnit;
  /** Strata of which one unit was drawn. */
  readonly singleUnitStrata: readonly string[];
}

/** A score of a sample whose design is known. */
export interface DesignScoreEstimate extends ScoreEstimate {
  readonly design: DesignPrecision;
}
