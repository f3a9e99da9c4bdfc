import type { Limits, MethodDescription } from "../method-description.js";
import type { ProportionCounts } from "../proportion-interval/proportion-counts.js";

/** One way to put an interval around a difference of proportions b − a. */
export interface ProportionDifferenceMethod extends MethodDescription {
  /** Limits for checked counts with positive trials. The caller clamps them to −1…1. */
  readonly limits: (a: ProportionCounts, b: ProportionCounts, level: number) => Limits;
}
