import type { NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "../compensated-sum.js";
import { confidenceLevel } from "../expect/level.js";
import { namedMembers } from "../expect/named-members.js";
import { type ChanceAgreement, type ChanceCorrected, chanceCorrected } from "./chance-corrected.js";
import type { AgreementOptions } from "./fleiss-kappa.js";
import { type CategoryRatings, countedUnits } from "./unit-counts.js";

/** Gwet's AC1 with its error. */
export interface GwetAc1 extends ChanceCorrected {
  /** Units with two ratings or more. */
  readonly units: number;
  /** Units with a single rating: they count in the category shares only. */
  readonly singleUnits: number;
  /** Units without a rating. */
  readonly droppedUnits: number;
}

/**
 * Gwet's AC1: agreement beyond chance of two or more raters on unordered categories, steadier than kappa where one category prevails.
 *
 * $$ AC_1 = \frac{p_a - p_e}{1 - p_e}, \qquad p_e = \frac{1}{q-1}\sum_{k=1}^{q} \pi_k(1-\pi_k) $$
 *
 * p_a is the mean over units of the share of agreeing pairs, π_k the mean over units of the share of category k, q the number of categories, also
 * of those never used: pass `categories` where some are. Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008) 29–48. The
 * interval (method `gwet-ac1-t`) uses Gwet's variance over units with Student's t, and stays within −1…1.
 *
 * Missing ratings: a unit counts with the ratings it has; units with one rating count in π only, units without any are left out. All are counted.
 *
 * @param countsOrRatings how often each unit (row) was given each category (column), or `{ ratings, categories }` by unit and rater
 * @returns AC1, or `not-computable`: `no-observations` (no unit has two ratings), `no-variation` (there is a single category); the interval is
 * `not-computable` for a single unit and for perfect agreement
 * @throws `CxMetricsError` `argument.not-an-object`, `ratings.not-a-table`, `ratings.ragged`, `ratings.not-a-count`, `ratings.not-a-rating`,
 * `ratings.bad-categories`, `ratings.unknown-category`, `level.out-of-range`
 * @example
 * ```ts
 * const ac1 = gwetAc1([[0, 4, 1], [0, 5, 0], [1, 1, 3], [5, 0, 0]]);
 * ac1.status === "ok" && ac1.value; // => 0.6014492753623188
 * ```
 */
export function gwetAc1(
  countsOrRatings: readonly (readonly number[])[] | CategoryRatings,
  options: AgreementOptions = {},
): GwetAc1 | NotComputable {
  const level = confidenceLevel(namedMembers(options, "options").level);
  const counted = countedUnits(countsOrRatings);
  const others = counted.categories - 1;
  const chance: ChanceAgreement = {
    expected: (shares) => compensatedSum(shares.map((share) => share * (1 - share))) / others,
    ofPlace: (place, shares) => (1 - (shares[place] ?? 0)) / others,
  };
  const ac1 = chanceCorrected(counted, chance, level, "gwet-ac1-t");
  if (ac1.status !== "ok") return ac1;
  const withRatings = (least: number, most: number) =>
    counted.units.filter(({ size }) => size >= least && size <= most).length;
  return {
    ...ac1,
    units: withRatings(2, Number.POSITIVE_INFINITY),
    singleUnits: withRatings(1, 1),
    droppedUnits: withRatings(0, 0),
  };
}
