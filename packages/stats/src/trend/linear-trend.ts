import type { Interval, NotComputable } from "@cxmetrics/definition";
import { compensatedSum } from "../compensated-sum.js";
import { inRange, notNegative } from "../expect/in-range.js";
import { confidenceLevel } from "../expect/level.js";
import { namedMembers } from "../expect/named-members.js";
import { numbers } from "../expect/numbers.js";
import { representable } from "../expect/representable.js";
import { intervalOf } from "../interval-of.js";
import { noObservations, singleObservation } from "../reasons.js";
import { criticalT } from "../special-functions/critical-t.js";
import { studentTails } from "../special-functions/student-tails.js";
import { perfectFit, sameTime, twoPoints } from "./reasons.js";
import { asLongAs, type TimeSeries, timeSeries } from "./time-series.js";

/** Arguments of `linearTrend`. */
export interface LinearTrendInput extends TimeSeries {
  /** Precision of each value, such as its n or one over its variance; 1 each where they are left out. */
  readonly weights?: ArrayLike<number>;
  /** Confidence level, strictly between 0 and 1; 0.95 where it is left out. */
  readonly level?: number;
}

/** A straight line through values in time. */
export interface LinearTrend {
  readonly status: "ok";
  /** Change of y for each unit of x. */
  readonly slope: number;
  /** Value of the line at x = 0. */
  readonly intercept: number;
  /** Points with a value and a weight above 0. */
  readonly n: number;
  /** Degrees of freedom: n − 2. */
  readonly df: number;
  /** Standard error of the slope; `null` with two points. */
  readonly standardError: number | null;
  /** Slope over standard error; `null` with two points or a perfect fit. */
  readonly t: number | null;
  /** Two-sided p-value of no slope; `null` with two points or a perfect fit. */
  readonly p: number | null;
  /** Interval of the slope (method `wls-t`). */
  readonly interval: Interval | NotComputable;
}

/**
 * Slope of a straight line by (weighted) least squares, with Student's t interval and test.
 *
 * $$ b = \frac{\sum w(x-\bar x_w)(y-\bar y_w)}{\sum w(x-\bar x_w)^2}, \qquad
 * SE^2 = \frac{\sum w(y-\hat y)^2/(n-2)}{\sum w(x-\bar x_w)^2} $$
 *
 * Weights are relative precisions: scaling all of them changes nothing, and points of weight 0 do not count. The error is judged from the
 * scatter about the line, so it assumes independent periods: with serial correlation it is too small. Agrees with R's
 * `lm(y ~ x, weights)` and statsmodels' `WLS`.
 *
 * @returns the line; its interval is `not-computable` `two-points`, or `perfect-fit` where scatter is nil (beyond rounding); no line at all:
 * `no-observations`, `single-observation`, `same-time` (all x equal)
 * @throws `CxMetricsError` `argument.not-an-object`, `argument.not-a-list`, `argument.not-a-number`, `parameter.out-of-range` (a negative
 * weight), `trend.lengths-differ`, `level.out-of-range`, `result.not-representable`
 * @example
 * ```ts
 * const trend = linearTrend({ y: [31, 34, 33, 37, null, 39], weights: [120, 80, 95, 110, 0, 130] });
 * trend.status === "ok" && trend.slope; // => 1.5866596638655464
 * trend.status === "ok" && trend.p; // => 0.010942055589684637
 * ```
 */
export function linearTrend(input: LinearTrendInput): LinearTrend | NotComputable {
  const { x, y, weights, level: wanted } = namedMembers(input, "input");
  const series = timeSeries(x === undefined ? { y } : { x, y });
  const level = confidenceLevel(wanted);
  const weight = weightsOf(weights, y.length, series.at);
  const used = series.at.map((_, index) => index).filter((index) => (weight[index] ?? 0) > 0);
  if (used.length === 0) return noObservations;
  if (used.length === 1) return singleObservation;
  const w = used.map((index) => weight[index] ?? 0);
  const line = fitted(
    used.map((index) => series.x[index] ?? 0),
    used.map((index) => series.y[index] ?? 0),
    w,
  );
  if (line === null) return sameTime;
  const { slope, intercept, spread, residual, scale } = line;
  const n = used.length;
  const df = n - 2;
  const base = { status: "ok" as const, slope, intercept, n, df };
  if (df === 0) return { ...base, standardError: null, t: null, p: null, interval: twoPoints };
  // Residuals of a line through its points are nothing but rounding errors of y.
  if (residual <= 1e-13 * scale) {
    return { ...base, standardError: 0, t: null, p: null, interval: perfectFit };
  }
  const standardError = representable(residual / Math.sqrt(df) / spread, "standardError");
  const t = representable(slope / standardError, "t");
  const margin = criticalT(level, df) * standardError;
  return {
    ...base,
    standardError,
    t,
    p: studentTails(t, df).outer,
    interval: intervalOf(slope - margin, slope + margin, level, "wls-t"),
  };
}

/** Weights of the points with a value, at most 1, so that their products do not overflow. */
function weightsOf(
  given: ArrayLike<number> | undefined,
  count: number,
  at: readonly number[],
): readonly number[] {
  if (given === undefined) return at.map(() => 1);
  const list = asLongAs(numbers(given, "weights"), "weights", count);
  let largest = 0;
  for (let index = 0; index < count; index++) {
    const weight = inRange(list[index], `weights[${index}]`, notNegative, ["weights", index]);
    largest = Math.max(largest, weight);
  }
  return at.map((index) => (largest > 0 ? (list[index] ?? 0) / largest : 0));
}

/** The line; `spread` and `residual` are roots of weighted sums of squares about it, `scale` that of y itself. */
function fitted(x: readonly number[], y: readonly number[], w: readonly number[]) {
  if (x.every((value) => value === x[0])) return null;
  const total = compensatedSum(w);
  const mean = (values: readonly number[]) =>
    representable(compensatedSum(values.map((value, i) => (w[i] ?? 0) * value)) / total, "mean");
  const squares = (values: readonly number[]) =>
    representable(compensatedSum(values.map((value, i) => (w[i] ?? 0) * value * value)), "sum of squares");
  const middleX = mean(x);
  const middleY = mean(y);
  const fromY = y.map((value) => value - middleY);
  // Distances in a power of two, so that their squares neither overflow nor lose a digit.
  const furthest = x.reduce((far, value) => Math.max(far, Math.abs(value - middleX)), 0);
  const unit = 2 ** Math.floor(Math.log2(representable(furthest, "range of x")));
  const fromX = x.map((value) => (value - middleX) / unit);
  const square = squares(fromX);
  if (!(unit > 0 && square > 0)) return null;
  const cross = compensatedSum(fromX.map((value, i) => (w[i] ?? 0) * value * (fromY[i] ?? 0)));
  const change = cross / square;
  const slope = representable(change / unit, "slope");
  return {
    slope,
    intercept: representable(middleY - slope * middleX, "intercept"),
    spread: unit * Math.sqrt(square),
    residual: Math.sqrt(squares(fromY.map((value, i) => value - change * (fromX[i] ?? 0)))),
    scale: Math.sqrt(squares(y)),
  };
}
