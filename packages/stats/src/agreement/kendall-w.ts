import type { NotComputable } from "@cxmetrics/definition";
import { chiSquaredDistribution } from "../distributions/chi-squared.js";
import { columnOf, completeRows } from "./complete-rows.js";
import { midRanks } from "./mid-ranks.js";
import { noRatedUnits, oneUnit, tooFewRaters, unitsAlike } from "./reasons.js";

/** Kendall's coefficient of concordance with its chi-squared test. */
export interface KendallW {
  readonly status: "ok";
  /** 0…1; 1 where all raters rank alike. */
  readonly value: number;
  /** Units in the base. */
  readonly units: number;
  readonly raters: number;
  /** Units left out because a rating is missing. */
  readonly droppedUnits: number;
  /** m(n − 1)W, the statistic of Friedman's test. */
  readonly chiSquared: number;
  readonly df: number;
  /** P-value of no concordance; an approximation that is good from about seven units on. */
  readonly p: number;
  /** Mean of Spearman's rank correlation over all pairs of raters; without ties only, null otherwise. */
  readonly meanSpearman: number | null;
}

/**
 * Kendall's W: how far m raters rank n units alike. Ratings are turned into ranks within each rater; ties share their mean rank.
 *
 * $$ W = \frac{12 \sum_i (R_i - \bar R)^2}{m^2(n^3-n) - m\sum_j T_j}, \qquad T_j = \sum (t^3 - t) $$
 *
 * R_i is the rank sum of unit i and t the size of each group of ties of rater j. Kendall and Babington Smith, Annals of Mathematical Statistics 10
 * (1939) 275–287; tie correction of Kendall and Gibbons, Rank Correlation Methods, 5th ed. (1990), chapter 6.
 *
 * Missing ratings: a unit with null is left out and counted, before ranking.
 *
 * @param ratings one row for each unit, one column for each rater; only the order within a column matters
 * @returns W, or `not-computable`: `no-observations`, `single-observation`, `too-few-raters`, `no-variation` (every rater ties all units)
 * @throws `CxMetricsError` `ratings.not-a-table`, `ratings.ragged`, `ratings.not-a-rating`
 * @example
 * ```ts
 * const w = kendallW([[1, 2, 1], [2, 1, 3], [3, 3, 2], [4, 5, 4], [5, 4, 5]]);
 * w.status === "ok" && w.value; // => 0.8444444444444444
 * ```
 */
export function kendallW(ratings: readonly (readonly (number | null)[])[]): KendallW | NotComputable {
  const { rows, columns: m, dropped } = completeRows(ratings, "ratings");
  const n = rows.length;
  if (n === 0) return noRatedUnits;
  if (n === 1) return oneUnit;
  if (m < 2) return tooFewRaters;
  const sums = new Array<number>(n).fill(0);
  let ties = 0;
  for (let rater = 0; rater < m; rater++) {
    const ranked = midRanks(columnOf(rows, rater));
    ties += ranked.ties;
    for (const [unit, rank] of ranked.ranks.entries()) sums[unit] = (sums[unit] ?? 0) + rank;
  }
  const room = m ** 2 * (n ** 3 - n) - m * ties;
  if (room === 0) return unitsAlike;
  const centre = (m * (n + 1)) / 2;
  const value = (12 * sums.reduce((total, sum) => total + (sum - centre) ** 2, 0)) / room;
  const chiSquared = m * (n - 1) * value;
  return {
    status: "ok",
    value,
    units: n,
    raters: m,
    droppedUnits: dropped,
    chiSquared,
    df: n - 1,
    p: chiSquaredDistribution.survival(chiSquared, n - 1),
    meanSpearman: ties === 0 ? (m * value - 1) / (m - 1) : null,
  };
}
