import type { NotComputable } from "@cxmetrics/definition";
import { confidenceLevel } from "../expect/level.js";
import { namedMembers } from "../expect/named-members.js";
import { countsNotWhole, noTrials, noVariation, tooManyAnswers } from "../reasons.js";
import { type ConditionalOddsRatio, conditionalOddsRatio } from "./conditional-odds-ratio.js";
import { type HypergeometricMargins, support, visitWeights } from "./noncentral-hypergeometric.js";
import { type TwoByTwoTable, twoByTwoTable } from "./two-by-two-table.js";

const mostTrials = 10_000_000;

/** Options of `fisherExact`. */
export interface FisherExactOptions {
  /** Confidence level of the odds ratio, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** Fisher's exact test of two proportions. */
export interface FisherExactTest {
  readonly status: "ok";
  /** Two-sided p-value of equal proportions. */
  readonly p: number;
  /** Odds of b over odds of a, by the same conditional law. */
  readonly oddsRatio: ConditionalOddsRatio;
}

/** Sum of the probabilities that do not exceed the observed one; within 1e-7 they count as equal, as in R. */
function twoSided(margins: HypergeometricMargins, k: number): number {
  let observed = 0;
  visitWeights(margins, 0, Number.MIN_VALUE, (at, weight) => {
    if (at === k) observed = weight;
  });
  let total = 0;
  let extreme = 0;
  visitWeights(margins, 0, Number.MIN_VALUE, (_, weight) => {
    total += weight;
    if (weight <= observed * (1 + 1e-7)) extreme += weight;
  });
  return Math.min(1, extreme / total);
}

/**
 * Fisher's exact test of two independent proportions, two-sided by the ordering of probabilities, with the conditional
 * maximum-likelihood odds ratio (b over a) and its exact limits.
 *
 * $$ p = \sum_{k:\ P(k) \le P(k_{obs})} P(k), \qquad P(k) = \binom{n_b}{k}\binom{n_a}{s-k}\Big/\binom{n_a+n_b}{s} $$
 *
 * Conservative: the true error is below the nominal one. Agrees with R's `fisher.test`, whose odds ratio is that of the first
 * row or column over the second. Source: Fisher, Journal of the Royal Statistical Society 98 (1935) 39–82.
 *
 * @returns the test, or `not-computable`: `no-trials`, `no-variation` (all successes or all failures), `counts-not-whole`,
 * `too-many-answers` (more than 10 000 000 trials)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `level.out-of-range`
 * @example
 * ```ts
 * const test = fisherExact({ a: { successes: 3, trials: 4 }, b: { successes: 1, trials: 4 } });
 * test.status === "ok" && test.p; // => 0.4857142857142857
 * test.status === "ok" && test.oddsRatio.estimate; // => 0.1560471470427
 * ```
 */
export function fisherExact(
  table: TwoByTwoTable,
  options: FisherExactOptions = {},
): FisherExactTest | NotComputable {
  const { a, b } = twoByTwoTable(table);
  const level = confidenceLevel(namedMembers(options, "options").level);
  if (a.trials === 0 || b.trials === 0) return noTrials;
  const counts = [a.successes, a.trials, b.successes, b.trials];
  if (!counts.every(Number.isInteger)) return countsNotWhole;
  if (a.trials + b.trials > mostTrials) return tooManyAnswers(mostTrials);
  const margins = { trialsA: a.trials, trialsB: b.trials, successes: a.successes + b.successes };
  const [first, last] = support(margins);
  if (first === last) return noVariation;
  return {
    status: "ok",
    p: twoSided(margins, b.successes),
    oddsRatio: conditionalOddsRatio(margins, b.successes, level),
  };
}
