import type { RatingScale } from "../scale.js";
import type { SampleDesign, SampleStratum } from "./sample-design.js";

/** Records of one sampling unit with the same two answers. */
export interface JointCell {
  /** Answer to the first question, or `null` without a valid one. */
  readonly pointA: number | null;
  /** Answer to the second question, or `null` without a valid one. */
  readonly pointB: number | null;
  /** Records. */
  readonly count: number;
  /** Σw. */
  readonly weightSum: number;
  /** Σw². */
  readonly squaredWeightSum: number;
}

/** One stratum of a joint tally. Records without either answer are in the sample, but in no cell. */
export interface JointStratum extends SampleStratum<JointCell> {
  /** Records without an answer to the first question, by reason. */
  readonly missingA: Readonly<Record<string, number>>;
  readonly missingB: Readonly<Record<string, number>>;
  /** Records refused for their first rating, by reason. */
  readonly invalidA: Readonly<Record<string, number>>;
  readonly invalidB: Readonly<Record<string, number>>;
}

/** The cross-table of two questions answered by the same people, keyed stratum → primary sampling unit → pair of answers. */
export interface JointTally extends SampleDesign<JointStratum> {
  readonly scaleA: RatingScale;
  readonly scaleB: RatingScale;
}
