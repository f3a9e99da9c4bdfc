import type { Interval, NotComputable, Outcome, Unit, Warning } from "@cxmetrics/definition";
import {
  compareDesignScores,
  comparePartlyOverlapping,
  compareScores,
  estimateScore,
  type ScoreDefinition,
  type ScoreEstimate,
  tallyJoint,
  type VariancePolicy,
} from "@cxmetrics/scores";
import type { RatingGroup, RatingSample } from "./read-ratings.js";

/** Level, and how the variance between sampling units is taken. */
export interface ComparisonChoices extends VariancePolicy {
  readonly level?: number | undefined;
}

/** A difference between two sides, however it was tested. */
interface SideDifference {
  readonly status: "ok";
  readonly difference: number;
  readonly unit: Unit;
  readonly standardError: number | null;
  readonly interval: Interval;
  readonly p: number;
  readonly method: string;
  readonly degreesOfFreedom?: number;
  readonly engine: string;
  readonly warnings: readonly Warning[];
}

/** A difference, or the reason why there is none; both sides are told in every case. */
export type SideComparison = (SideDifference | NotComputable) & {
  readonly a: Outcome<ScoreEstimate>;
  readonly b: Outcome<ScoreEstimate>;
};

/** Two samples that were drawn independently. Without strata and clusters their answers are taken for independent, too. */
export function compareSamples(
  a: RatingGroup,
  b: RatingGroup,
  definition: ScoreDefinition,
  { level, ...policy }: ComparisonChoices,
): SideComparison {
  return a.design && b.design
    ? compareDesignScores(a.design, b.design, definition, { level, ...policy })
    : compareScores(a.tally, b.tally, definition, { level });
}

/** The same sample with every record named as the sampling unit that it is, where there are strata but no clusters. */
export function withUnits(sample: RatingSample): RatingSample {
  const { ratings, options, designed } = sample;
  if (!designed || options.clusters !== undefined) return sample;
  return { ...sample, options: { ...options, clusters: Int32Array.from(ratings, (_, record) => record) } };
}

/**
 * Two groups of one sample whose design is known. Both are drawn with the same sampling units, so their covariance counts: the sample is
 * taken for two waves that share all units, each record with an answer in one of them.
 */
export function compareParts(
  { ratings, grouped, options }: RatingSample,
  a: RatingGroup,
  b: RatingGroup,
  definition: ScoreDefinition,
  { level, ...policy }: ComparisonChoices,
): SideComparison {
  const left = estimateScore(a.design ?? a.tally, definition, { level, ...policy });
  const right = estimateScore(b.design ?? b.tally, definition, { level, ...policy });
  const sides = { a: left, b: right };
  // What estimateScore says of a side without answers is what a reader needs to know.
  const silent = [left, right].find((side) => side.status === "not-computable");
  if (silent?.status === "not-computable" || !a.design || !b.design) {
    return { ...compareScores(a.tally, b.tally, definition, { level }), ...sides };
  }
  const { scale } = definition;
  const answersOf = (group: RatingGroup) => {
    const number = grouped.groups.indexOf(group.values);
    return Array.from(ratings, (rating, row) => (grouped.numbers[row] === number ? rating : null));
  };
  const overlap = tallyJoint(answersOf(a), answersOf(b), scale, scale, options);
  const change = comparePartlyOverlapping({ before: a.design, after: b.design, overlap }, definition, {
    level,
    ...policy,
  });
  return { ...change, ...sides };
}
