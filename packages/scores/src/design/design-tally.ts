import type { RatingScale } from "../scale.js";
import type { SampleDesign, SampleStratum } from "./sample-design.js";

/** Equal answers of one sampling unit. */
export interface DesignCell {
  /** Scale point. */
  readonly point: number;
  /** Answers. */
  readonly count: number;
  /** Σw. */
  readonly weightSum: number;
  /** Σw². */
  readonly squaredWeightSum: number;
}

/** One stratum of a design tally. */
export interface DesignStratum extends SampleStratum<DesignCell> {
  /** Records without an answer, by reason. */
  readonly missing: Readonly<Record<string, number>>;
  /** Records refused, by reason. */
  readonly invalid: Readonly<Record<string, number>>;
}

/**
 * Ratings of a sample with strata, clusters or both, keyed stratum → primary sampling unit → scale point. Plain data, so that a
 * database can take it; two of them merge by key, and a unit that is split over shards is whole again before anything is squared.
 */
export interface DesignTally extends SampleDesign<DesignStratum> {
  readonly scale: RatingScale;
}
