import { bracketedRoot } from "../bracketed-root.js";
import { type HypergeometricMargins, support, visitWeights } from "./noncentral-hypergeometric.js";

/** Odds ratio of b to a by the conditional law of Fisher's test. */
export interface ConditionalOddsRatio {
  /** Conditional maximum-likelihood estimate; `null` when it is infinite. */
  readonly estimate: number | null;
  /** Exact lower limit, 0 when b has as few successes as possible. */
  readonly lower: number;
  /** Exact upper limit; `null` when there is none. */
  readonly upper: number | null;
  readonly level: number;
}

/** Sums over the law at one odds ratio, relative to their total. */
function moments(margins: HypergeometricMargins, k: number, logOddsRatio: number) {
  let [total, distance, below, above] = [0, 0, 0, 0];
  visitWeights(margins, logOddsRatio, 1e-30, (at, weight) => {
    total += weight;
    distance += weight * (at - k);
    if (at <= k) below += weight;
    if (at >= k) above += weight;
  });
  return { distance: distance / total, below: below / total, above: above / total };
}

/** The log odds ratio at which a rising function crosses zero. */
function crossing(f: (logOddsRatio: number) => number, start: number): number {
  let reach = 1;
  for (let i = 0; i < 12 && !(f(start - reach) < 0 && f(start + reach) > 0); i++) reach *= 2;
  return bracketedRoot(f, start - reach, start + reach);
}

/** Estimate and exact limits for k successes in b, as R's `fisher.test` gives them. */
export function conditionalOddsRatio(
  margins: HypergeometricMargins,
  k: number,
  level: number,
): ConditionalOddsRatio {
  const [first, last] = support(margins);
  const { trialsA, trialsB, successes } = margins;
  const start =
    Math.log(k + 0.5) +
    Math.log(trialsA - successes + k + 0.5) -
    Math.log(trialsB - k + 0.5) -
    Math.log(successes - k + 0.5);
  const logHalf = Math.log((1 - level) / 2);
  // Logarithms below any that a double has stand for a probability of 0.
  const gap = (probability: number) => Math.max(-800, Math.log(probability)) - logHalf;
  const lower = () => crossing((u) => gap(moments(margins, k, u).above), start);
  const upper = () => crossing((u) => -gap(moments(margins, k, u).below), start);
  const estimate = () => crossing((u) => moments(margins, k, u).distance, start);
  return {
    estimate: k === last ? null : k === first ? 0 : Math.exp(estimate()),
    lower: k === first ? 0 : Math.exp(lower()),
    upper: k === last ? null : Math.exp(upper()),
    level,
  };
}
