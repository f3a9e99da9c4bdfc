import type { NotComputable } from "@cxmetrics/definition";
import { inRange, positive } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { numbers } from "../expect/numbers.js";
import { representable } from "../expect/representable.js";
import type { Statistic } from "../statistic.js";
import { type PlannedPower, standardErrorsNeeded, twoVariances } from "./planned-power.js";
import { designEffectRange } from "./ranges.js";
import { noPlannedVariation } from "./reasons.js";

/** Arguments of `minimumDetectableChange`. */
export interface MinimumDetectableChangeInput extends PlannedPower {
  /** Answers in each group, or in the first and the second; effective sizes need not be whole. */
  readonly n: number | readonly [number, number];
  /** Variance of one answer in either group, in the square of the unit. */
  readonly variances: readonly [number, number];
  /** Variance of the design over that of simple random samples; 1 where it is left out. */
  readonly designEffect?: number;
}

/**
 * The smallest difference that two independent groups or waves of given size find with the wanted power.
 *
 * $$ \Delta = (z_{\alpha/2} + z_\beta)\sqrt{\mathit{deff}\left(\frac{V_1}{n_1} + \frac{V_2}{n_2}\right)} $$
 *
 * The inverse of `sampleSizeForDifference`. In the unit of the values; smaller true differences may well be there and be
 * missed.
 *
 * @returns the difference, or `not-computable` `no-planned-variation` (both variances 0)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `argument.not-a-list`, `variances.not-two`,
 * `parameter.out-of-range`, `level.out-of-range`, `result.not-representable`
 * @example
 * ```ts
 * // NPS of two waves of 1000 answers each: 9.7 points.
 * const change = minimumDetectableChange({ n: 1000, variances: [0.6, 0.6] });
 * change.status === "ok" && change.value; // => 0.0970497587901119
 * ```
 */
export function minimumDetectableChange(input: MinimumDetectableChangeInput): Statistic | NotComputable {
  const { n, variances, designEffect = 1, ...power } = namedMembers(input, "input");
  const [first, second] = twoVariances(variances);
  const sizes = typeof n === "number" ? [n, n] : Array.from(numbers(n, "n"));
  const sizeA = inRange(sizes[0], "n[0]", positive, ["n", 0]);
  const sizeB = inRange(sizes[1], "n[1]", positive, ["n", 1]);
  inRange(designEffect, "designEffect", designEffectRange);
  const errors = standardErrorsNeeded(power);
  if (first === 0 && second === 0) return noPlannedVariation;
  const spread = Math.hypot(Math.sqrt(first) / Math.sqrt(sizeA), Math.sqrt(second) / Math.sqrt(sizeB));
  return { status: "ok", value: representable(errors * Math.sqrt(designEffect) * spread, "change") };
}
