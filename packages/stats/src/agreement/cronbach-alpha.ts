import type { Interval, NotComputable } from "@cxmetrics/definition";
import { confidenceLevel } from "../expect/level.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { intervalOf } from "../interval-of.js";
import { columnOf, completeRows } from "./complete-rows.js";
import { covariances } from "./covariances.js";
import { noLimits, noRatedUnits, oneUnit, perfectAgreement, tooFewItems, unitsAlike } from "./reasons.js";
import { upperF } from "./upper-f.js";

/** Options of `cronbachAlpha`. */
export interface CronbachAlphaOptions {
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** What one item does for the scale. */
export interface ItemReliability {
  /** Alpha of the other items; null with two items, or where the others' sum does not vary. */
  readonly alphaWithout: number | null;
  /** Correlation of the item with the sum of the others; null where either does not vary. Below 0: the item may need reversing. */
  readonly itemRestCorrelation: number | null;
}

/** Cronbach's alpha of a sum of items. */
export interface CronbachAlpha {
  readonly status: "ok";
  /** At most 1; below 0 where items contradict one another. */
  readonly value: number;
  /** Alpha of the sum of items brought to equal spread; null where an item does not vary. */
  readonly standardised: number | null;
  /** Mean correlation of two items, or null where an item does not vary. */
  readonly meanCorrelation: number | null;
  /** Respondents in the base. */
  readonly respondents: number;
  /** Respondents left out because an answer is missing. */
  readonly droppedRespondents: number;
  readonly interval: Interval | NotComputable;
  /** In the order of the columns. */
  readonly items: readonly ItemReliability[];
}

/**
 * Cronbach's alpha: internal consistency of a sum of items, with the alpha that each item's removal would leave.
 *
 * $$ \alpha = \frac{k}{k-1}\left(1 - \frac{\sum_i s_i^2}{s_{total}^2}\right), \qquad \alpha_{std} = \frac{k\bar r}{1 + (k-1)\bar r} $$
 *
 * Cronbach, Psychometrika 16 (1951) 297–334. Interval (method `feldt`) after Feldt, Psychometrika 30 (1965) 357–370, exact for normal items with equal
 * variances and covariances. Reverse negatively worded items beforehand; nothing is reversed here.
 *
 * Missing answers: a respondent with null is left out and counted.
 *
 * @param answers one row for each respondent, one column for each item
 * @returns alpha, or `not-computable`: `no-observations`, `single-observation`, `too-few-items`, `no-variation` (all sums are the same)
 * @throws `CxMetricsError` `argument.not-an-object`, `ratings.not-a-table`, `ratings.ragged`, `ratings.not-a-rating`, `level.out-of-range`,
 * `result.not-representable`
 * @example
 * ```ts
 * const answers = [[4, 5, 4], [3, 3, 2], [5, 5, 4], [2, 3, 3], [4, 4, 5]];
 * const alpha = cronbachAlpha(answers);
 * alpha.status === "ok" && alpha.value; // => 0.8793103448275863
 * ```
 */
export function cronbachAlpha(
  answers: readonly (readonly (number | null)[])[],
  options: CronbachAlphaOptions = {},
): CronbachAlpha | NotComputable {
  const level = confidenceLevel(namedMembers(options, "options").level);
  const { rows, columns: k, dropped } = completeRows(answers, "answers");
  const n = rows.length;
  if (n === 0) return noRatedUnits;
  if (n === 1) return oneUnit;
  if (k < 2) return tooFewItems;
  const matrix = covariances(rows.length, (item) => columnOf(rows, item), k);
  const kept = [...matrix.keys()];
  const value = alphaOf(matrix, kept);
  if (value === null) return unitsAlike;
  const meanCorrelation = meanCorrelationOf(matrix);
  const spearmanBrown =
    meanCorrelation === null ? null : (k * meanCorrelation) / (1 + (k - 1) * meanCorrelation);
  return {
    status: "ok",
    value: representable(value, "alpha"),
    standardised: spearmanBrown !== null && Number.isFinite(spearmanBrown) ? spearmanBrown : null,
    meanCorrelation,
    respondents: n,
    droppedRespondents: dropped,
    interval: feldt(value, n, k, level),
    items: kept.map((item) => {
      const others = kept.filter((other) => other !== item);
      return {
        alphaWithout: alphaOf(matrix, others),
        itemRestCorrelation: itemRest(matrix, item, others),
      };
    }),
  };
}

type Matrix = readonly (readonly number[])[];

const at = (matrix: Matrix, row: number, column: number) => matrix[row]?.[column] ?? 0;

/** Sum of the covariances of two sets of items, and of what it would be if all were perfectly correlated, to tell 0 from rounding. */
function blockSum(
  matrix: Matrix,
  left: readonly number[],
  right: readonly number[],
): { sum: number; bound: number } {
  let [sum, bound] = [0, 0];
  for (const row of left)
    for (const column of right) {
      const covariance = at(matrix, row, column);
      sum += covariance;
      bound += Math.abs(covariance);
    }
  return { sum, bound };
}

function variance({ sum, bound }: { sum: number; bound: number }): number {
  return sum > 1e-14 * bound ? sum : 0;
}

function alphaOf(matrix: Matrix, items: readonly number[]): number | null {
  const k = items.length;
  const total = variance(blockSum(matrix, items, items));
  if (k < 2 || total === 0) return null;
  const own = items.reduce((sum, item) => sum + at(matrix, item, item), 0);
  const value = (k / (k - 1)) * (1 - own / total);
  return Number.isFinite(value) ? value + 0 : null;
}

function itemRest(matrix: Matrix, item: number, others: readonly number[]): number | null {
  const rest = variance(blockSum(matrix, others, others));
  const own = at(matrix, item, item);
  if (rest === 0 || own === 0) return null;
  const correlation = blockSum(matrix, [item], others).sum / Math.sqrt(own) / Math.sqrt(rest);
  return Math.max(-1, Math.min(1, correlation)) + 0;
}

function meanCorrelationOf(matrix: Matrix): number | null {
  const k = matrix.length;
  const deviations = matrix.map((row, item) => Math.sqrt(row[item] ?? 0));
  if (deviations.some((deviation) => deviation === 0)) return null;
  let sum = 0;
  for (const [row, one] of deviations.entries())
    for (const [column, other] of deviations.entries())
      if (column < row) sum += at(matrix, row, column) / one / other;
  return (2 * sum) / (k * (k - 1)) + 0;
}

function feldt(value: number, n: number, k: number, level: number): Interval | NotComputable {
  if (1 - value < 1e-12) return perfectAgreement;
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)];
  const high = upperF(level, df1, df2);
  const low = upperF(level, df2, df1);
  if (high === null || low === null) return noLimits;
  return intervalOf(1 - (1 - value) * high, 1 - (1 - value) / low, level, "feldt");
}
