/** Both tails of a distribution at one point, each computed for itself where it is small. */
export interface Tails {
  /** Probability at or below the point. */
  readonly lower: number;
  /** Probability above the point. */
  readonly upper: number;
  /** Density with respect to the coordinate in which the distribution is inverted (log x or logit x). */
  readonly density: number;
}
