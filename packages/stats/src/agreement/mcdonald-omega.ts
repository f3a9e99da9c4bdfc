import type { NotComputable } from "@cxmetrics/definition";
import { columnOf, completeRows } from "./complete-rows.js";
import { covariances } from "./covariances.js";
import { minresFactor } from "./minres-factor.js";
import {
  didNotConverge,
  itemWithoutVariation,
  noRatedUnits,
  oneUnit,
  tooFewItems,
  unitsAlike,
} from "./reasons.js";

/** McDonald's omega of a sum of items that share one factor. */
export interface McDonaldOmega {
  readonly status: "ok";
  /** Omega of the sum of the answers as they are, 0…1. */
  readonly value: number;
  /** Omega of the sum of items brought to equal spread, 0…1; null where that sum does not vary. */
  readonly standardised: number | null;
  /** How the factor model was fitted. */
  readonly method: "minres";
  /** Loadings of the standardised items, −1…1; their sum is at least 0. */
  readonly loadings: readonly number[];
  /** 1 − loading², the part of each standardised item that the factor leaves. */
  readonly uniquenesses: readonly number[];
  /** Root mean square of the correlations that the factor leaves unexplained. */
  readonly rootMeanSquareResidual: number;
  /** Whether a loading stopped at −1 or 1 (a Heywood case): the model fits badly or the sample is small. */
  readonly heywood: boolean;
  /** Respondents in the base. */
  readonly respondents: number;
  /** Respondents left out because an answer is missing. */
  readonly droppedRespondents: number;
}

const itemLimit = 200;

/**
 * McDonald's omega (total): reliability of a sum of items under a one-factor model, without Cronbach's assumption of equal loadings.
 *
 * $$ \omega = \frac{\left(\sum_i \lambda_i\right)^2}{\left(\sum_i \lambda_i\right)^2 + \sum_i \psi_i} $$
 *
 * The factor is fitted to the correlations by minres (Harman and Jones, Psychometrika 31, 1966): the loadings that leave the smallest sum of squared
 * correlations off the diagonal, each within −1…1. With these, `standardised` uses λ and ψ = 1 − λ²; `value` multiplies them by the items'
 * standard deviations and variances, for the sum of the answers as they are. McDonald, Test Theory (Erlbaum, 1999), chapter 6.
 *
 * The same as omega total of one factor in other software only where that uses the model's variance of the sum. Reverse negatively worded items beforehand.
 *
 * Missing answers: a respondent with null is left out and counted.
 *
 * @param answers one row for each respondent, one column for each item; 3 to 200 items
 * @returns omega, or `not-computable`: `no-observations`, `single-observation`, `too-few-items`, `item-without-variation`, `factor-not-identified`,
 * `no-variation` (all sums are the same), `did-not-converge` (also with more than 200 items)
 * @throws `CxMetricsError` `ratings.not-a-table`, `ratings.ragged`, `ratings.not-a-rating`, `result.not-representable`
 * @example
 * ```ts
 * const answers = [[4, 5, 4], [3, 3, 2], [5, 5, 4], [2, 3, 3], [4, 4, 5], [1, 2, 2]];
 * const omega = mcDonaldOmega(answers);
 * omega.status === "ok" && omega.value; // => 0.9389614199794618
 * ```
 */
export function mcDonaldOmega(
  answers: readonly (readonly (number | null)[])[],
): McDonaldOmega | NotComputable {
  const { rows, columns: k, dropped } = completeRows(answers, "answers");
  const n = rows.length;
  if (n === 0) return noRatedUnits;
  if (n === 1) return oneUnit;
  if (k < 3) return tooFewItems;
  if (k > itemLimit) return didNotConverge;
  const matrix = covariances(n, (item) => columnOf(rows, item), k);
  const deviations = matrix.map((row, item) => Math.sqrt(row[item] ?? 0));
  if (deviations.some((deviation) => deviation === 0)) return itemWithoutVariation;
  const correlations = matrix.map((row, i) =>
    row.map((covariance, j) => (i === j ? 1 : covariance / (deviations[i] ?? 1) / (deviations[j] ?? 1))),
  );
  const factor = minresFactor(correlations);
  if ("status" in factor) return factor;
  const { loadings } = factor;
  // Spreads as shares of the largest, so that no square overflows; omega does not change.
  const largest = deviations.reduce((a, b) => Math.max(a, b), 0);
  const spreads = deviations.map((deviation) => deviation / largest);
  const value = omegaOf(loadings, spreads);
  if (value === null) return unitsAlike;
  const equalSpreads = deviations.map(() => 1);
  return {
    status: "ok",
    value,
    standardised: omegaOf(loadings, equalSpreads),
    method: "minres",
    loadings,
    uniquenesses: loadings.map((loading) => 1 - loading ** 2),
    rootMeanSquareResidual: factor.rootMeanSquareResidual,
    heywood: loadings.some((loading) => Math.abs(loading) >= 1 - 1e-9),
    respondents: n,
    droppedRespondents: dropped,
  };
}

/** Null where positive and negative loadings cancel and nothing else is left: the sum does not vary. */
function omegaOf(loadings: readonly number[], spreads: readonly number[]): number | null {
  let [common, own, bound] = [0, 0, 0];
  for (const [item, loading] of loadings.entries()) {
    const spread = spreads[item] ?? 0;
    common += loading * spread;
    own += (1 - loading ** 2) * spread ** 2;
    bound += Math.abs(loading) * spread;
  }
  const total = common ** 2 + own;
  return total > 1e-12 * bound ** 2 ? common ** 2 / total : null;
}
