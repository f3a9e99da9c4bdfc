import type { DesignTally } from "../design/design-tally.js";
import type { RatingTally } from "../rating-tally.js";

/**
 * Answers to one question of a relational survey: periodic, about the whole relationship (rNPS). Each customer is asked once, so a tally
 * says it all.
 */
export interface RelationalSurvey {
  readonly kind: "relational";
  /** From `tallyRatings`, or from `tallyDesign` where the sample has strata or clusters. */
  readonly tally: RatingTally | DesignTally;
}

/**
 * Answers to one question of a transactional survey: after something happened at a touchpoint (tNPS). A customer may answer several
 * times, so that customers and times are kept beside the ratings until a policy says which answers count.
 */
export interface TransactionalSurvey {
  readonly kind: "transactional";
  /** What the answers are about. */
  readonly touchpoint: string;
  /** One rating per answer. */
  readonly ratings: ArrayLike<number | null | undefined>;
  /** Pseudonym of the customer of each answer; a number is the same customer as its text. */
  readonly customers: ArrayLike<string | number>;
  /** When each answer was given, epoch milliseconds; needed to choose the first or last, and for a quarantine. */
  readonly timesMs?: ArrayLike<number> | undefined;
  /** One weight per answer. */
  readonly weights?: ArrayLike<number> | undefined;
}

/** Either kind of survey; what is true of one is not true of the other. */
export type Survey = RelationalSurvey | TransactionalSurvey;
