import { CxMetricsError, type Interval, type NotComputable } from "@cxmetrics/definition";
import { confidenceLevel } from "../expect/level.js";
import { namedMembers } from "../expect/named-members.js";
import { representable } from "../expect/representable.js";
import { intervalOf } from "../interval-of.js";
import { median } from "../median.js";
import { noObservations, singleObservation } from "../reasons.js";
import { criticalZ } from "../special-functions/critical-z.js";
import { kendallScore } from "./kendall-score.js";
import { tooManyPoints } from "./problems.js";
import { sameTime, twoPoints } from "./reasons.js";
import { type TimeSeries, timeSeries } from "./time-series.js";

/** Arguments of `senSlope`. */
export interface SenSlopeInput extends TimeSeries {
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** A slope that outliers hardly move. */
export interface SenSlope {
  readonly status: "ok";
  /** Median change of y for each unit of x. */
  readonly slope: number;
  /** Median of y less slope times median of x. */
  readonly intercept: number;
  /** Points with a value. */
  readonly n: number;
  /** Interval of the slope (method `sen-kendall`). */
  readonly interval: Interval | NotComputable;
}

/** Points beyond which the pairs would take too long. */
const mostPoints = 3000;

/**
 * Theil–Sen slope: the median of the slopes between all pairs of points that differ in x.
 *
 * $$ b = \operatorname{med}\left\{\frac{y_j - y_i}{x_j - x_i} : x_i < x_j\right\} $$
 *
 * The interval takes the slopes ranked $(N \mp z\sqrt{\operatorname{Var} S})/2$ of N, with the tie-corrected variance of Kendall's S; ranks are
 * rounded as in SciPy's `theilslopes` and R's `trend::sens.slope`, and kept within 1…N. Missing values (`null`) are left out.
 * Source: Theil (1950); Sen, Journal of the American Statistical Association 63 (1968) 1379–1389.
 *
 * @returns the slope; its interval is `not-computable` `two-points` with two of them; no slope at all: `no-observations`,
 * `single-observation`, `same-time` (all x equal)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-list`, `argument.not-a-number`, `trend.lengths-differ`,
 * `trend.too-many-points` (above 3000), `level.out-of-range`, `result.not-representable`
 * @example
 * ```ts
 * const trend = senSlope({ y: [62, 64, 63, 66, 66, 69, 71, 30] });
 * trend.status === "ok" && trend.slope; // => 1.2916666666666665
 * ```
 */
export function senSlope(input: SenSlopeInput): SenSlope | NotComputable {
  const { x: times, y: values, level: wanted } = namedMembers(input, "input");
  const { x, y } = timeSeries(times === undefined ? { y: values } : { x: times, y: values });
  const level = confidenceLevel(wanted);
  const n = y.length;
  if (n > mostPoints) {
    throw new CxMetricsError(tooManyPoints, { path: ["y"], values: { most: mostPoints, count: n } });
  }
  if (n === 0) return noObservations;
  if (n === 1) return singleObservation;
  const slopes = slopesBetween(x, y);
  if (slopes.length === 0) return sameTime;
  const slope = middle(slopes);
  return {
    status: "ok",
    slope,
    intercept: representable(medianOf(y) - slope * medianOf(x), "intercept"),
    n,
    interval: n === 2 ? twoPoints : slopeInterval(slopes, kendallScore(x, y).variance, level),
  };
}

/** Slopes between points that differ in x, rising. */
function slopesBetween(x: readonly number[], y: readonly number[]): Float64Array {
  const slopes = new Float64Array((x.length * (x.length - 1)) / 2);
  let count = 0;
  for (let j = 1; j < x.length; j++) {
    for (let i = 0; i < j; i++) {
      const run = (x[j] ?? 0) - (x[i] ?? 0);
      if (run === 0) continue;
      slopes[count++] = representable(((y[j] ?? 0) - (y[i] ?? 0)) / run, "slope");
    }
  }
  return slopes.subarray(0, count).sort();
}

function middle(sorted: Float64Array): number {
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return low / 2 + high / 2;
}

function medianOf(values: readonly number[]): number {
  const found = median(values);
  return found.status === "ok" ? found.value : 0;
}

function slopeInterval(slopes: Float64Array, variance: number, level: number): Interval {
  const reach = criticalZ(level) * Math.sqrt(Math.max(0, variance));
  const last = slopes.length - 1;
  const lower = Math.max(0, Math.round((slopes.length - reach) / 2) - 1);
  const upper = Math.min(last, Math.round((slopes.length + reach) / 2));
  return intervalOf(slopes[lower] ?? 0, slopes[upper] ?? 0, level, "sen-kendall");
}
