/** Fisher's noncentral hypergeometric law of the successes in b, given all margins of a table and the odds ratio. */
export interface HypergeometricMargins {
  /** Trials in a. */
  readonly trialsA: number;
  /** Trials in b. */
  readonly trialsB: number;
  /** Successes in both. */
  readonly successes: number;
}

/** Smallest and largest possible successes in b. */
export function support({ trialsA, trialsB, successes }: HypergeometricMargins): readonly [number, number] {
  return [Math.max(0, successes - trialsA), Math.min(successes, trialsB)];
}

/**
 * Calls `visit` with every possible number of successes in b and its weight relative to the most probable one, outwards from
 * there, until the weights fall below `least`.
 *
 * The ratio of neighbouring weights is ω(n_b−k)(s−k)/((k+1)(n_a−s+k+1)), which falls in k: weights rise to one mode.
 */
export function visitWeights(
  margins: HypergeometricMargins,
  logOddsRatio: number,
  least: number,
  visit: (k: number, weight: number) => void,
): void {
  const { trialsA, trialsB, successes } = margins;
  const [first, last] = support(margins);
  const odds = Math.exp(logOddsRatio);
  const ratio = (k: number) =>
    (((trialsB - k) / (k + 1)) * odds * (successes - k)) / (trialsA - successes + k + 1);
  let mode = first;
  let beyond = last;
  while (mode < beyond) {
    const middle = Math.floor((mode + beyond) / 2);
    if (ratio(middle) > 1) mode = middle + 1;
    else beyond = middle;
  }
  visit(mode, 1);
  for (let k = mode, weight = 1; k < last; k++) {
    weight *= ratio(k);
    if (weight < least) break;
    visit(k + 1, weight);
  }
  for (let k = mode, weight = 1; k > first; k--) {
    weight /= ratio(k - 1);
    if (weight < least) break;
    visit(k - 1, weight);
  }
}
