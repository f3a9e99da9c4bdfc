import type { Interval, NotComputable } from "@cxmetrics/definition";
import { inRange, shapeRange } from "./expect/in-range.js";
import { confidenceLevel } from "./expect/level.js";
import { namedMembers } from "./expect/named-members.js";
import { intervalOf } from "./interval-of.js";
import { noObservations, noVariation, singleObservation } from "./reasons.js";
import { type SampleSummary, sampleSummary } from "./sample-summary.js";
import { criticalT } from "./special-functions/critical-t.js";

/** Arguments of `meanInterval`. */
export interface MeanIntervalInput extends SampleSummary {
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
  /** n − 1 where it is left out; for cluster samples, clusters less strata. */
  readonly degreesOfFreedom?: number;
}

/**
 * Student's t interval of a mean, in the unit of the data.
 *
 * $$ \bar x \pm t_{\nu,\,1-\alpha/2}\,\frac{s}{\sqrt n}, \qquad \nu = n - 1 $$
 *
 * Under weights, pass the weighted mean and standard deviation and Kish's effective size as `n`. One observation, or
 * observations that are all equal, say nothing about certainty: then there is no interval.
 * Source: Student (1908), The probable error of a mean, Biometrika 6, 1–25.
 *
 * @returns the interval (method `t`), or `not-computable`: `no-observations` (n = 0), `single-observation` (n ≤ 1, or an effective
 * size so near 1 that the interval has no finite ends), `no-variation` (standard deviation 0)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-number`, `parameter.out-of-range`, `level.out-of-range`,
 * `result.not-representable`
 * @example
 * ```ts
 * const interval = meanInterval({ mean: 4.2, standardDeviation: 0.9, n: 25 });
 * interval.status === "ok" && interval.lower; // => 3.828498258906956
 * ```
 */
export function meanInterval(input: MeanIntervalInput): Interval | NotComputable {
  const { level: wanted, degreesOfFreedom, ...summary } = namedMembers(input, "input");
  const { mean, standardDeviation, n } = sampleSummary(summary);
  const level = confidenceLevel(wanted);
  const df =
    degreesOfFreedom === undefined ? n - 1 : inRange(degreesOfFreedom, "degreesOfFreedom", shapeRange);
  if (n === 0) return noObservations;
  if (n <= 1) return singleObservation;
  if (standardDeviation === 0) return noVariation;
  const critical = criticalT(level, df);
  if (critical === Number.POSITIVE_INFINITY) return singleObservation;
  const margin = critical * (standardDeviation / Math.sqrt(n));
  return intervalOf(mean - margin, mean + margin, level, "t");
}
