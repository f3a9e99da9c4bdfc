import {
  CxMetricsError,
  describeValue,
  expectList,
  expectRecord,
  type Interval,
  type NotComputable,
} from "@cxmetrics/definition";
import { compensatedSum, tDistribution } from "@cxmetrics/stats";
import { expectLevel } from "../expect-level.js";
import { badClusters } from "./problems.js";
import { ratioVariance } from "./ratio-variance.js";

/** What one actor did: attempts or sessions, and how many of them converted. */
export interface ActorAttempts {
  readonly successes: number;
  readonly trials: number;
}

/** A rate over attempts or sessions whose sampling unit is the actor. */
export interface ClusteredRate {
  readonly status: "ok";
  /** Successes over trials, 0…1. */
  readonly rate: number;
  readonly successes: number;
  readonly trials: number;
  /** Actors with at least one trial. */
  readonly actors: number;
  readonly standardError: number;
  /** Variance over that of as many independent trials; `null` at a rate of 0 or 1. */
  readonly designEffect: number | null;
  /** `t-linearised` on actors − 1 degrees of freedom, cut to 0…1; `no-variation` where every actor has the same rate. */
  readonly interval: Interval | NotComputable;
}

/**
 * Conversion per attempt or per session, with attempts of one actor clustered.
 *
 * $$ \hat p = \frac{\sum_i y_i}{\sum_i n_i}, \qquad
 * \widehat{var} = \frac{m}{m - 1}\,\frac{\sum_i (y_i - \hat p\,n_i)^2}{\left(\sum_i n_i\right)^2} $$
 *
 * y are the successes and n the trials of each of m actors: the ratio estimator with linearised variance, actors drawn with
 * replacement. Counting the attempts as independent would make the interval too narrow, because a person converts much like
 * before. Agrees with R's `survey::svymean` with actors as clusters. Source: Cochran, Sampling Techniques, 3rd ed. (1977), section 6.4.
 *
 * @param actors one entry an actor; those without trials do not count
 * @param options `level`: confidence level, 0.95 by default
 * @returns the rate, or `not-computable`: `no-observations`, `single-actor`
 * @throws `CxMetricsError` `funnel.bad-clusters`, `interval.bad-level`, `document.wrong-type`
 * @example
 * ```ts
 * const rate = estimateClusteredRate([{ successes: 1, trials: 2 }, { successes: 0, trials: 3 }, { successes: 4, trials: 5 }]);
 * rate.status === "ok" && rate.rate; // => 0.5
 * rate.status === "ok" && rate.standardError; // => 0.25980762113533157
 * ```
 */
export function estimateClusteredRate(
  actors: readonly ActorAttempts[],
  options: { readonly level?: number } = {},
): ClusteredRate | NotComputable {
  const level = expectLevel(options);
  const clusters = expectList(actors, ["actors"], (value, path) => {
    const { successes, trials } = expectRecord(value, path, ["successes", "trials"]);
    if (isCount(successes) && isCount(trials) && successes <= trials) return { successes, trials };
    throw new CxMetricsError(badClusters, { path, values: { found: describeValue(value) } });
  }).filter(({ trials }) => trials > 0);
  if (clusters.length === 0) return nobody;
  const trials = compensatedSum(clusters.map((one) => one.trials));
  const successes = compensatedSum(clusters.map((one) => one.successes));
  const rate = successes / trials;
  const m = clusters.length;
  if (m === 1) return singleActor;
  const residuals = compensatedSum(clusters.map((one) => (one.successes - rate * one.trials) ** 2));
  const variance = ratioVariance(residuals, m, trials);
  const standardError = Math.sqrt(variance);
  const independent = (rate * (1 - rate)) / trials;
  const margin = tDistribution.quantile((1 + level) / 2, m - 1) * standardError;
  return {
    status: "ok",
    rate,
    successes,
    trials,
    actors: m,
    standardError,
    designEffect: independent > 0 ? variance / independent : null,
    interval:
      standardError > 0
        ? {
            status: "ok",
            lower: Math.max(0, rate - margin),
            upper: Math.min(1, rate + margin),
            level,
            method: "t-linearised",
          }
        : noVariation,
  };
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 1e12;

const nobody: NotComputable = {
  status: "not-computable",
  reason: "no-observations",
  message: { en: "No actor has a trial. Collect data first.", zh: "没有主体有任何尝试。请先收集数据。" },
};

const singleActor: NotComputable = {
  status: "not-computable",
  reason: "single-actor",
  message: {
    en: "One actor says nothing about how actors differ. At least two are needed.",
    zh: "仅有一个主体，无法反映主体之间的差异。至少需要两个。",
  },
};

const noVariation: NotComputable = {
  status: "not-computable",
  reason: "no-variation",
  message: {
    en: "Every actor has the same rate, so this method cannot tell how sure it is.",
    zh: "所有主体的比率相同，此方法无法判断其可靠程度。",
  },
};
