import type { NodeHead } from "../../index-definition.js";

/** Scoring by full marks (满分制): every child can earn so many points, and the maxima add up to the node's own. */
export interface PointsNode extends NodeHead {
  readonly kind: "points";
  /** Full marks of the node; the maxima of the children must sum to it. */
  readonly maximum: number;
  readonly children: readonly PointsChild[];
  /**
   * A child that is not applicable: `prorated` scales the points of the others up to the maximum, `full` gives it full
   * marks, `zero` gives it none.
   */
  readonly notApplicable: "prorated" | "full" | "zero";
  /** A child that is missing: the node is missing too, or the others are scaled up as far as `minimumAvailable` allows. */
  readonly missing:
    | { readonly policy: "propagate" }
    | { readonly policy: "prorated"; readonly minimumAvailable: number | string };
  /** A child below 0 or above its maximum: `missing` takes it for missing, `cap` sets it to the bound. Either way it is named. */
  readonly outOfRange: "missing" | "cap";
}

/** One child and its full marks. */
export interface PointsChild {
  readonly node: string;
  readonly maximum: number;
  /** How the child's value is given: in points, as a share 0…1 of its maximum, or as a score on the scale of the definition. */
  readonly given: "points" | "share" | "score";
}
