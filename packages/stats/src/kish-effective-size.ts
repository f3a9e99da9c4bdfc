import { CxMetricsError } from "@cxmetrics/definition";
import { inRange, notNegative } from "./expect/in-range.js";
import { namedMembers } from "./expect/named-members.js";
import { representable } from "./expect/representable.js";
import { weightSumsDisagree } from "./problems.js";

/** Sums over the weights of a sample, none of them negative. */
export interface WeightSums {
  /** Σw. */
  readonly weightSum: number;
  /** Σw². */
  readonly squaredWeightSum: number;
}

/**
 * Kish's effective size: the size of an unweighted sample whose mean is as precise, when weights and answers are unrelated.
 *
 * $$ n_{eff} = \frac{(\sum w)^2}{\sum w^2} $$
 *
 * Equal weights give the number of records; scaling all weights changes nothing. Without any weight the effective size is 0,
 * and the intervals of this package then answer `no-observations` or `no-trials`.
 * Source: Kish, Survey Sampling (1965), section 11.7.
 *
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range` (a negative sum),
 * `weights.sums-disagree` (one sum is 0, the other is not), `result.not-representable`
 * @example
 * ```ts
 * kishEffectiveSize({ weightSum: 10, squaredWeightSum: 30 }); // => 3.3333333333333335
 * ```
 */
export function kishEffectiveSize(sums: WeightSums): number {
  const { weightSum, squaredWeightSum } = namedMembers(sums, "sums");
  inRange(weightSum, "weightSum", notNegative);
  inRange(squaredWeightSum, "squaredWeightSum", notNegative);
  if (weightSum === 0 && squaredWeightSum === 0) return 0;
  if (weightSum === 0 || squaredWeightSum === 0) {
    throw new CxMetricsError(weightSumsDisagree, {
      path: ["squaredWeightSum"],
      values: { weightSum, squaredWeightSum },
    });
  }
  // One factor at a time, so that the square does not overflow.
  return representable(weightSum * (weightSum / squaredWeightSum), "effective size");
}
