import type { RatingScale } from "./scale.js";

/**
 * What a score needs to know of raw ratings: per scale point the answers, their weights and squared weights. Small plain
 * data, and two tallies merge by adding, so it can be taken wherever the data lives.
 */
export interface RatingTally {
  readonly scale: RatingScale;
  /** Whether weights were given. */
  readonly weighted: boolean;
  /** Answers per scale point, from `min` upwards. */
  readonly counts: readonly number[];
  /** Σw per scale point. */
  readonly weightSums: readonly number[];
  /** Σw² per scale point. */
  readonly squaredWeightSums: readonly number[];
  /** Records without an answer, by reason: `blank`, `code 11`. */
  readonly missing: Readonly<Record<string, number>>;
  /** Records refused, by reason: `off-scale`, `not-a-number`, `bad-weight`. Empty unless the caller asked to count them. */
  readonly invalid: Readonly<Record<string, number>>;
}
