import { CxMetricsError, describeValue, type Interval, type NotComputable } from "@cxmetrics/definition";
import { inRange, type ParameterRange } from "../expect/in-range.js";
import { confidenceLevel } from "../expect/level.js";
import { methodNamed } from "../expect/method-named.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { intervalOf } from "../interval-of.js";
import { notAList } from "../problems.js";
import { noObservations, noVariation, singleObservation } from "../reasons.js";
import { bootstrapIntervalMethods } from "./bootstrap-method/registry.js";
import { leaveOneOut } from "./leave-one-out.js";
import { dataOrSize, tooMuchWork } from "./problems.js";
import { randomStream } from "./random-stream.js";
import { noReplicates, statisticUndefined } from "./reasons.js";
import { replicateMoments } from "./replicate-moments.js";
import { statisticFunction, statisticValue } from "./statistic-value.js";

/** Name of a method of `bootstrapInterval`. */
export type BootstrapIntervalMethod = "percentile" | "basic" | "bca";

/** Arguments of `bootstrapInterval`: either `data` or `sampleSize`. */
export interface BootstrapIntervalInput<T = unknown> {
  /** The observations, one for each unit of sampling; handed to the statistic as they are. */
  readonly data?: ArrayLike<T>;
  /** Number of observations, where the statistic holds them itself. */
  readonly sampleSize?: number;
  /**
   * The statistic of the observations at the given indices, or null where it does not exist. The list of indices is used again for the next
   * resample: copy it to keep it.
   */
  readonly statistic: (indices: Uint32Array, data: ArrayLike<T>) => number | null;
  /** Number of resamples, 20 to 1 000 000. */
  readonly resamples: number;
  /** Whole number between 0 and 4294967295. */
  readonly seed: number;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
  /** `percentile` where it is left out. */
  readonly method?: BootstrapIntervalMethod;
}

/** A bootstrap interval and what is needed to compute it again. */
export interface BootstrapInterval extends Interval {
  /** The statistic of the sample itself. */
  readonly estimate: number;
  /** Standard deviation of the replicates, with divisor one less than their number. */
  readonly standardError: number;
  /** Mean of the replicates less the estimate. */
  readonly bias: number;
  readonly resamples: number;
  /** Resamples in which the statistic does not exist; the interval rests on the others. */
  readonly nulls: number;
  readonly generator: "xoroshiro128plus";
  readonly seed: number;
  /** z₀ of the `bca` method, null for the others. */
  readonly biasCorrection: number | null;
  /** a of the `bca` method, null for the others. */
  readonly acceleration: number | null;
}

const resampleRange: ParameterRange = {
  holds: (value) => Number.isInteger(value) && value >= 20 && value <= 1_000_000,
  en: "a whole number between 20 and 1000000",
  zh: "是 20 与 1000000 之间的整数",
};

const sizeRange: ParameterRange = {
  holds: (value) => Number.isInteger(value) && value >= 0 && value <= 10_000_000,
  en: "a whole number between 0 and 10000000",
  zh: "是 0 与 10000000 之间的整数",
};

const drawLimit = 1e10;

/**
 * Bootstrap confidence interval of any statistic: observations are drawn with replacement, n at a time, and the statistic is computed for each
 * resample.
 *
 * The percentile interval is $$ \left[\hat\theta^*_{(\alpha/2)},\ \hat\theta^*_{(1-\alpha/2)}\right] $$ with percentiles of type 7; `basic` and
 * `bca` stand with formula and source in `bootstrapIntervalMethods`. Resample by resample, the n indices are the next n values of
 * `randomStream(seed).index(n)`. What is drawn must be the unit of sampling: customers where a customer answered several times.
 *
 * A resample in which the statistic is null is counted in `nulls` and left out; many of them make the interval too narrow. `bca` also computes
 * the statistic n times without one observation.
 *
 * @returns the interval (method `bootstrap-percentile`, `bootstrap-basic` or `bootstrap-bca`), or `not-computable`: `no-observations`,
 * `single-observation`, `statistic-undefined` (null for the sample itself), `no-replicates` (fewer than two exist), `no-variation` (all replicates
 * equal), `estimate-outside-replicates`, `no-acceleration`
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-list`, `argument.not-a-function`, `argument.not-a-number`,
 * `parameter.out-of-range`, `level.out-of-range`, `method.unknown`, `seed.out-of-range`, `resampling.data-or-size`, `resampling.too-large` (more than
 * 1e10 draws), `statistic.not-a-number`, `result.not-representable`; what the statistic throws is passed on
 * @example
 * ```ts
 * const minutes = [3, 4, 4, 5, 7, 8, 12, 15, 21, 40];
 * const interval = bootstrapInterval({
 *   data: minutes,
 *   statistic: (indices, data) => indices.reduce((sum, index) => sum + (data[index] ?? 0), 0) / indices.length,
 *   resamples: 2000,
 *   seed: 7,
 *   method: "bca",
 * });
 * interval.status === "ok" && interval.estimate; // => 11.9
 * interval.status === "ok" && interval.lower; // => 7.4
 * interval.status === "ok" && interval.upper; // => 21.46411873193863
 * ```
 */
export function bootstrapInterval<T>(input: BootstrapIntervalInput<T>): BootstrapInterval | NotComputable {
  const { data, sampleSize, method: id = "percentile", ...given } = namedMembers(input, "input");
  const statistic = statisticFunction(given.statistic);
  const resamples = inRange(given.resamples, "resamples", resampleRange);
  const stream = randomStream(given.seed);
  const level = confidenceLevel(given.level);
  const method = methodNamed(bootstrapIntervalMethods, id);
  if ((data === undefined) === (sampleSize === undefined)) throw new CxMetricsError(dataOrSize);
  if (data !== undefined && !isList(data))
    throw new CxMetricsError(notAList, {
      path: ["data"],
      values: { name: "data", found: describeValue(data) },
    });
  const n = inRange(data?.length ?? sampleSize, data ? "data.length" : "sampleSize", sizeRange);
  const draws = n * (resamples + (method.usesJackknife ? n : 0));
  if (draws > drawLimit) throw new CxMetricsError(tooMuchWork, { values: { draws, limit: drawLimit } });
  if (n === 0) return noObservations;
  if (n === 1) return singleObservation;

  const observations: ArrayLike<T> = data ?? [];
  const indices = Uint32Array.from({ length: n }, (_, index) => index);
  const valueAt = (chosen: Uint32Array) => statisticValue(statistic(chosen, observations));
  const estimate = valueAt(indices);
  if (estimate === null) return statisticUndefined;
  const replicates: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    for (let position = 0; position < n; position++) indices[position] = stream.index(n);
    const replicate = valueAt(indices);
    if (replicate !== null) replicates.push(replicate);
  }
  if (replicates.length < 2) return noReplicates;
  const sorted = replicates.sort((a, b) => a - b);
  if (sorted[0] === sorted.at(-1)) return noVariation;

  const limits = method.limits({ estimate, sorted, jackknife: () => leaveOneOut(n, valueAt) }, level);
  if ("status" in limits) return limits;
  const moments = replicateMoments(sorted);
  return {
    ...intervalOf(limits.lower, limits.upper, level, `bootstrap-${method.id}`),
    estimate,
    standardError: representable(moments.standardDeviation, "standardError"),
    bias: representable(moments.mean - estimate, "bias"),
    resamples,
    nulls: resamples - sorted.length,
    generator: stream.generator,
    seed: stream.seed,
    biasCorrection: limits.biasCorrection ?? null,
    acceleration: limits.acceleration ?? null,
  };
}

function isList(value: unknown): boolean {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}
