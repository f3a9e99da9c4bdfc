import type { NotComputable } from "@cxmetrics/definition";
import { sampleStandardDeviation } from "../sample-standard-deviation.js";
import type { Statistic } from "../statistic.js";
import { expectNumbersOrNull } from "./expect-answers.js";

/**
 * Intra-individual response variability (IRV): the standard deviation of one respondent's answers across items, divisor n − 1.
 *
 * $$ \mathrm{IRV} = \sqrt{\frac{1}{k-1}\sum_{j=1}^{k}(x_j - \bar x)^2} $$
 *
 * Low values suggest straightlining, high ones random answers; both only where the items share a scale and differ in content.
 * Missing answers are left out. Source: Dunn, Heggestad, Shanock and Theilgard, Journal of Business and Psychology 33 (2018) 105–121.
 *
 * @param answers one respondent's answers, `null` where there is none
 * @returns the standard deviation in scale points, or `not-computable`: `no-observations`, `single-observation`
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-a-number`, `result.not-representable`
 * @example
 * ```ts
 * intraIndividualVariability([2, 4, null, 4, 6]); // => { status: "ok", value: 1.632993161855452 }
 * ```
 */
export function intraIndividualVariability(
  answers: ArrayLike<number | null | undefined>,
): Statistic | NotComputable {
  const given = expectNumbersOrNull(answers, "answers", ["answers"]);
  return sampleStandardDeviation(given.filter((answer) => answer !== null));
}
