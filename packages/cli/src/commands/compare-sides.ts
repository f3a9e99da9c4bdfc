import type { Interval, NotComputable, Outcome, Unit, Warning } from "@cxmetrics/definition";
import {
  compareDesignScores,
  compareDomains,
  compareScores,
  type ScoreDefinition,
  type ScoreEstimate,
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

/** Two groups of one sample whose design is known: domains, drawn with the same sampling units. */
export function compareParts(
  { ratings, grouped, options }: RatingSample,
  a: RatingGroup,
  b: RatingGroup,
  definition: ScoreDefinition,
  { level, ...policy }: ComparisonChoices,
): SideComparison {
  const pair = [grouped.groups.indexOf(a.values), grouped.groups.indexOf(b.values)] as const;
  return compareDomains(grouped.numbers, ratings, pair, definition, { ...options, level, ...policy });
}
