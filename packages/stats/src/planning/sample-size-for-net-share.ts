import { CxMetricsError, type NotComputable } from "@cxmetrics/definition";
import { inRange, share } from "../expect/in-range.js";
import { confidenceLevel } from "../expect/level.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { netShareVariance } from "../net-share-interval/net-share-method.js";
import { sharesExceedOne } from "../problems.js";
import { criticalZ } from "../special-functions/critical-z.js";
import { answersSpared, type NetShareForm } from "./net-share-form.js";
import { plannedSize, type SampleDesign, type SampleSize } from "./planned-size.js";
import { varianceTwice } from "./problems.js";
import { netShareMargin, netShareVarianceRange } from "./ranges.js";
import { noPlannedVariation } from "./reasons.js";

/** Arguments of `sampleSizeForNetShare`. */
export interface SampleSizeForNetShareInput extends SampleDesign {
  /** Half the width of the interval on the scale −1…1, strictly between 0 and 2: 0.05 for ±5 points. */
  readonly margin: number;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
  /** Expected variance of one answer scored −1, 0, +1, 0…1; 1, the most demanding, where neither it nor shares are given. */
  readonly variance?: number;
  /** Expected share of the upper band, in place of `variance`; together with `lower`. */
  readonly upper?: number;
  /** Expected share of the lower band, in place of `variance`; together with `upper`. */
  readonly lower?: number;
  /** `adjusted-wald` where it is left out. */
  readonly form?: NetShareForm;
}

function plannedVariance({ variance, upper, lower }: SampleSizeForNetShareInput): number {
  if (upper === undefined && lower === undefined) {
    return variance === undefined ? 1 : inRange(variance, "variance", netShareVarianceRange);
  }
  if (variance !== undefined) throw new CxMetricsError(varianceTwice, { path: ["variance"], values: {} });
  const u = inRange(upper, "upper", share);
  const l = inRange(lower, "lower", share);
  if (u + l > 1 + 1e-9) {
    throw new CxMetricsError(sharesExceedOne, { path: ["upper"], values: { upper: u, lower: l } });
  }
  return netShareVariance(u, l);
}

/**
 * Answers needed to know a net share such as the NPS to within ± `margin`.
 *
 * $$ n_0 = \frac{z^2 V}{d^2} - 3, \qquad V = p_u + p_l - (p_u - p_l)^2 $$
 *
 * That is the form for the adjusted Wald interval (`adjusted-wald`); without the − 3 it is the plain one (`wald`). Then come
 * the design effect and the population, as in `sampleSizeForProportion`. V = 1 (half promoters, half detractors) is the most
 * demanding; 0.6 is a common value. Source: Sauro and Lewis, MeasuringU, “Sample sizes for Net Promoter Score confidence
 * intervals”.
 *
 * @returns the size, or `not-computable` `no-planned-variation` (a variance of 0)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `level.out-of-range`,
 * `shares.exceed-one`, `variance.given-twice`, `method.unknown`, `result.not-representable`
 * @example
 * ```ts
 * const size = sampleSizeForNetShare({ margin: 0.05, variance: 0.6 });
 * size.status === "ok" && size.n; // => 919
 * const plain = sampleSizeForNetShare({ margin: 0.05, variance: 0.6, form: "wald" });
 * plain.status === "ok" && plain.n; // => 922
 * ```
 */
export function sampleSizeForNetShare(input: SampleSizeForNetShareInput): SampleSize | NotComputable {
  const { margin, level, form = "adjusted-wald", designEffect, population } = namedMembers(input, "input");
  inRange(margin, "margin", netShareMargin);
  const variance = plannedVariance(input);
  const ratio = criticalZ(confidenceLevel(level)) / margin;
  const simple = representable(ratio * variance * ratio, "n") - answersSpared(form);
  const design = {
    ...(designEffect === undefined ? {} : { designEffect }),
    ...(population === undefined ? {} : { population }),
  };
  const size = plannedSize(simple, design);
  return variance === 0 ? noPlannedVariation : size;
}
