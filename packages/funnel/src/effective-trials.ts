import type { NotComputable } from "@cxmetrics/definition";
import { ratioVariance } from "./comparison/ratio-variance.js";
import type { FunnelTally } from "./funnel-tally.js";

/** Why there is no interval from one actor. */
export const tooFewActors: NotComputable = {
  status: "not-computable",
  reason: "too-few-actors",
  message: {
    en: "Attempts and sessions of one actor resemble one another: an interval needs at least two actors, and how they cluster.",
    zh: "同一主体的各次尝试或会话彼此相似：区间至少需要两个主体及其聚集情况。",
  },
};

/**
 * How many independent trials a step rate over attempts or sessions is worth: p(1 − p) over the variance of the ratio
 * p (see `estimateClusteredRate`) from the sums that a tally keeps, Σ x², Σ x·n and Σ n²,
 * where actor i had n_i trials and x_i successes, and a actors had any. Never more than the trials there are. `null` with fewer than two
 * actors, or without their sums.
 */
export function effectiveTrials(
  { counts, clusters }: FunnelTally,
  step: number,
  base: number,
): number | null {
  if (clusters === undefined || clusters.actors < 2) return null;
  const trials = counts[base] as number;
  const p = (counts[step] as number) / trials;
  const products = base === 0 ? clusters.withFirst : clusters.withPrevious;
  const residual =
    (clusters.squares[step] as number) -
    2 * p * (products[step] as number) +
    p * p * (clusters.squares[base] as number);
  const variance = ratioVariance(Math.max(0, residual), clusters.actors, trials);
  // Where all or none succeed, nothing tells how far actors differ; each then counts once.
  if (p <= 0 || p >= 1 || variance === 0) return Math.min(trials, clusters.actors);
  return Math.min(trials, (p * (1 - p)) / variance);
}
