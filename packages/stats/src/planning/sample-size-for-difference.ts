import type { NotComputable } from "@cxmetrics/definition";
import { inRange } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { type PlannedPower, standardErrorsNeeded, twoVariances } from "./planned-power.js";
import { plannedSize, type SampleSize } from "./planned-size.js";
import { notZero } from "./ranges.js";
import { noPlannedVariation } from "./reasons.js";

/** Arguments of `sampleSizeForDifference`. */
export interface SampleSizeForDifferenceInput extends PlannedPower {
  /** Difference to be found, in the unit of the values; its sign does not matter, but it is not 0. */
  readonly difference: number;
  /** Variance of one answer in either group, in the square of the unit: p(1 − p) for a share. */
  readonly variances: readonly [number, number];
  /** Variance of the design over that of simple random samples; 1 where it is left out. */
  readonly designEffect?: number;
}

/**
 * Answers needed in each of two independent groups or waves to find a difference of means, shares or net shares.
 *
 * $$ n = \mathit{deff}\,\frac{(z_{\alpha/2} + z_\beta)^2\,(V_1 + V_2)}{\Delta^2} $$
 *
 * A two-sided z test with unpooled variances and groups of equal size; the chance to find a difference of the wrong sign is
 * left out. Rounded up, at least 1. Net shares planned for the adjusted Wald test: `sampleSizeForNetShareDifference`. For the
 * same people asked twice it is far too large: give the variance of the individual changes as the first and 0 as the second.
 * Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd ed. (2003), chapter 4.
 *
 * @returns the size of each group, or `not-computable` `no-planned-variation` (both variances 0)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `argument.not-a-list`, `variances.not-two`,
 * `parameter.out-of-range`, `level.out-of-range`, `result.not-representable`
 * @example
 * ```ts
 * // Five points of NPS between two waves, 80 % power.
 * const size = sampleSizeForDifference({ difference: 0.05, variances: [0.6, 0.6] });
 * size.status === "ok" && size.n; // => 3768
 * ```
 */
export function sampleSizeForDifference(input: SampleSizeForDifferenceInput): SampleSize | NotComputable {
  return sizeForDifference(input, 0);
}

/** As `sampleSizeForDifference`, less the answers that the form spares in each group. */
export function sizeForDifference(
  input: SampleSizeForDifferenceInput,
  spared: number,
): SampleSize | NotComputable {
  const { difference, variances, designEffect, ...power } = namedMembers(input, "input");
  inRange(difference, "difference", notZero);
  const [first, second] = twoVariances(variances);
  const ratio = standardErrorsNeeded(power) / Math.abs(difference);
  // One factor at a time, so that only a size that is too large overflows.
  const simple = representable(ratio * representable(first + second, "variances") * ratio, "n") - spared;
  const size = plannedSize(simple, designEffect === undefined ? {} : { designEffect });
  return first + second === 0 ? noPlannedVariation : size;
}
