import type { NotComputable } from "@cxmetrics/definition";
import { inRange, share } from "../expect/in-range.js";
import { confidenceLevel } from "../expect/level.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { criticalZ } from "../special-functions/critical-z.js";
import { plannedSize, type SampleDesign, type SampleSize } from "./planned-size.js";
import { proportionMargin } from "./ranges.js";
import { noPlannedVariation } from "./reasons.js";

/** Arguments of `sampleSizeForProportion`. */
export interface SampleSizeForProportionInput extends SampleDesign {
  /** Half the width of the interval, strictly between 0 and 1: 0.05 for ±5 percentage points. */
  readonly margin: number;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
  /** Expected proportion, 0…1; ½, the most demanding, where it is left out. */
  readonly proportion?: number;
}

/**
 * Answers needed to know a proportion to within ± `margin`.
 *
 * $$ n_0 = \mathit{deff}\,\frac{z^2 p(1-p)}{d^2}, \qquad n = \frac{n_0}{1 + (n_0 - 1)/N} $$
 *
 * The design effect comes before the correction for the population, so that n never exceeds N. Rounded up, at least 1. Plan for
 * completed answers: divide by the response rate to know how many to invite. Source: Cochran, Sampling Techniques, 3rd ed.
 * (1977), sections 4.4 and 4.5.
 *
 * @returns the size, or `not-computable` `no-planned-variation` (a proportion of 0 or 1)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `level.out-of-range`,
 * `result.not-representable`
 * @example
 * ```ts
 * const size = sampleSizeForProportion({ margin: 0.05 });
 * size.status === "ok" && size.n; // => 385
 * const small = sampleSizeForProportion({ margin: 0.05, population: 1000 });
 * small.status === "ok" && small.n; // => 278
 * ```
 */
export function sampleSizeForProportion(input: SampleSizeForProportionInput): SampleSize | NotComputable {
  const { margin, level, proportion = 0.5, ...design } = namedMembers(input, "input");
  inRange(margin, "margin", proportionMargin);
  inRange(proportion, "proportion", share);
  const ratio = criticalZ(confidenceLevel(level)) / margin;
  const simple = representable(ratio * proportion * ratio * (1 - proportion), "n");
  const size = plannedSize(simple, design);
  return proportion === 0 || proportion === 1 ? noPlannedVariation : size;
}
