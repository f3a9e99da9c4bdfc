import { expectColumn } from "../rating-options.js";
import { classifyKano, expectAnswer, type KanoCategory } from "./classify-kano.js";

/** Respondents by Kano category, and those without both answers. */
export interface KanoTally extends Readonly<Record<KanoCategory, number>> {
  /** Respondents with one answer or none. */
  readonly missing: number;
}

/**
 * Classifies and counts the respondents of one feature.
 *
 * @param functional one answer a respondent, 1…5; `null` and `undefined` are blanks
 * @param dysfunctional the same for the feature's absence, in the same order
 * @returns counts by category, for `kanoCoefficients`
 * @throws `CxMetricsError` `kano.answer-not-allowed` with the row; `ratings.not-a-list`, `ratings.length-mismatch`
 * @example
 * ```ts
 * const tally = tallyKano([1, 1, 3, 2, null], [3, 5, 5, 5, 1]);
 * [tally.attractive, tally["one-dimensional"], tally["must-be"], tally.missing]; // => [1, 1, 2, 1]
 * ```
 */
export function tallyKano(
  functional: ArrayLike<number | null | undefined>,
  dysfunctional: ArrayLike<number | null | undefined>,
): KanoTally {
  const rows = expectColumn(functional, ["functional"]);
  expectColumn(dysfunctional, ["dysfunctional"], rows);
  const counts = {
    attractive: 0,
    "one-dimensional": 0,
    "must-be": 0,
    indifferent: 0,
    reverse: 0,
    questionable: 0,
    missing: 0,
  };
  for (let row = 0; row < rows; row++) {
    const first = functional[row] ?? null;
    const second = dysfunctional[row] ?? null;
    if (first !== null) expectAnswer(first, "functional", ["functional", row]);
    if (second !== null) expectAnswer(second, "dysfunctional", ["dysfunctional", row]);
    counts[first === null || second === null ? "missing" : classifyKano(first, second)] += 1;
  }
  return counts;
}
