import type { NotComputable } from "@cxmetrics/definition";
import { inRange } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { answersSpared, type NetShareForm } from "./net-share-form.js";
import { twoVariances } from "./planned-power.js";
import type { SampleSize } from "./planned-size.js";
import { netShareVarianceRange } from "./ranges.js";
import { type SampleSizeForDifferenceInput, sizeForDifference } from "./sample-size-for-difference.js";

/** Arguments of `sampleSizeForNetShareDifference`; difference on the scale −1…1 (0.05 for 5 points), variances 0…1. */
export interface SampleSizeForNetShareDifferenceInput extends SampleSizeForDifferenceInput {
  /** `adjusted-wald` where it is left out. */
  readonly form?: NetShareForm;
}

/**
 * Answers needed in each of two independent groups or waves to find a difference of net shares such as the NPS.
 *
 * $$ n = \frac{(z_{\alpha/2} + z_\beta)^2\,(V_1 + V_2)}{\Delta^2} - 3 $$
 *
 * That is the form for the adjusted Wald test (`adjusted-wald`), which adds three answers to each sample; without the − 3
 * (`wald`) it is `sampleSizeForDifference`. The design effect multiplies what is left. Source: Sauro and Lewis, MeasuringU,
 * “Sample sizes for comparing Net Promoter Scores”, read with s² = V₁ + V₂, as the algebra requires.
 *
 * @returns the size of each group, or `not-computable` `no-planned-variation` (both variances 0)
 * @throws `CxMetricsError` as `sampleSizeForDifference`, and `method.unknown`
 * @example
 * ```ts
 * const size = sampleSizeForNetShareDifference({ difference: 0.05, variances: [0.6, 0.6] });
 * size.status === "ok" && size.n; // => 3765
 * ```
 */
export function sampleSizeForNetShareDifference(
  input: SampleSizeForNetShareDifferenceInput,
): SampleSize | NotComputable {
  const { form = "adjusted-wald", ...plan } = namedMembers(input, "input");
  const spared = answersSpared(form);
  for (const [index, variance] of twoVariances(plan.variances).entries()) {
    inRange(variance, `variances[${index}]`, netShareVarianceRange, ["variances", index]);
  }
  return sizeForDifference(plan, spared);
}
