import { CxMetricsError, type NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "../compensated-sum.js";
import { confidenceLevel } from "../expect/level.js";
import { namedMembers } from "../expect/named-members.js";
import { normalUpperTail } from "../special-functions/normal-upper-tail.js";
import { type ChanceCorrected, chanceCorrected } from "./chance-corrected.js";
import { unequalRaters } from "./problems.js";
import { noRatedUnits, tooFewRaters } from "./reasons.js";
import { type CategoryRatings, countedUnits } from "./unit-counts.js";

/** Options of `fleissKappa` and `gwetAc1`. */
export interface AgreementOptions {
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** Fleiss' kappa with its error. */
export interface FleissKappa extends ChanceCorrected {
  /** Units in the base. */
  readonly units: number;
  /** Ratings of each unit. */
  readonly raters: number;
  /** Units left out because a rating is missing. */
  readonly droppedUnits: number;
  /** Standard error where there is no agreement beyond chance (Fleiss, Nee and Landis 1979); for the test only. */
  readonly standardErrorNull: number;
  readonly z: number;
  /** Two-sided p-value of no agreement beyond chance. */
  readonly p: number;
}

/** The chance that two ratings, drawn with the shares of the categories, are the same. */
const squares = {
  expected: (shares: readonly number[]) => compensatedSum(shares.map((share) => share ** 2)),
  ofPlace: (place: number, shares: readonly number[]) => shares[place] ?? 0,
};

/**
 * Fleiss' kappa: agreement beyond chance of m raters, who may differ from unit to unit, on unordered categories.
 *
 * $$ \kappa = \frac{\bar P - \bar P_e}{1 - \bar P_e}, \qquad \bar P = \frac1N\sum_i \frac{\sum_j n_{ij}^2 - m}{m(m-1)}, \quad
 * \bar P_e = \sum_j p_j^2 $$
 *
 * Fleiss, Psychological Bulletin 76 (1971) 378–382. z and p use the error under chance of Fleiss, Nee and Landis (Psychological Bulletin 86, 1979);
 * `standardError` and the interval (method `fleiss-kappa-t`) use Gwet's variance over units with Student's t, and stay within −1…1.
 *
 * Missing ratings: every unit needs the same number of ratings. With `ratings`, a unit with null is left out and counted; a table of counts with
 * unequal rows is refused.
 *
 * @param countsOrRatings how often each unit (row) was given each category (column), or `{ ratings, categories }` by unit and rater
 * @returns kappa, or `not-computable`: `no-observations`, `too-few-raters`, `no-variation` (a single category was used); the interval is `not-computable`
 * for a single unit and for perfect agreement
 * @throws `CxMetricsError` `argument.not-an-object`, `ratings.not-a-table`, `ratings.ragged`, `ratings.not-a-count`, `ratings.unequal-raters`,
 * `ratings.not-a-rating`, `ratings.bad-categories`, `ratings.unknown-category`, `level.out-of-range`
 * @example
 * ```ts
 * const kappa = fleissKappa([[0, 4, 1], [0, 5, 0], [1, 1, 3], [5, 0, 0]]);
 * kappa.status === "ok" && kappa.value; // => 0.5564516129032258
 * ```
 */
export function fleissKappa(
  countsOrRatings: readonly (readonly number[])[] | CategoryRatings,
  options: AgreementOptions = {},
): FleissKappa | NotComputable {
  const level = confidenceLevel(namedMembers(options, "options").level);
  const counted = countedUnits(countsOrRatings);
  const raters = counted.raters ?? counted.units[0]?.size ?? 0;
  const units = counted.units.filter(({ size }, row) => {
    if (size === raters) return true;
    if (counted.raters !== null) return false;
    const values = { row, found: size, expected: raters };
    throw new CxMetricsError(unequalRaters, { path: ["counts", row], values });
  });
  if (units.length === 0) return noRatedUnits;
  if (raters < 2) return tooFewRaters;
  const kappa = chanceCorrected({ ...counted, units }, squares, level, "fleiss-kappa-t");
  if (kappa.status !== "ok") return kappa;
  const spread = compensatedSum(kappa.shares.map((share) => share * (1 - share)));
  const skew = compensatedSum(kappa.shares.map((share) => share * (1 - share) * (1 - 2 * share)));
  const scale = Math.sqrt(2 / (units.length * raters * (raters - 1)));
  const standardErrorNull = (scale * Math.sqrt(spread ** 2 - skew)) / spread;
  const z = kappa.value / standardErrorNull;
  return {
    ...kappa,
    units: units.length,
    raters,
    droppedUnits: counted.units.length - units.length,
    standardErrorNull,
    z,
    p: 2 * normalUpperTail(Math.abs(z)),
  };
}
