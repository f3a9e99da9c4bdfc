import {
  expectList,
  expectNumber,
  expectRecord,
  type Interval,
  type NotComputable,
} from "@cxmetrics/definition";
import { binomialDistribution } from "@cxmetrics/stats";
import { notComputable } from "../not-computable.js";
import { noCases, openAbove, tooFewCases, tooManyOpenCases } from "../reasons.js";

/** Arguments of `percentileWithOpenCases`. */
export interface OpenCasesInput {
  /** Spans of completed cases, in any order and unit. */
  readonly completed: readonly number[];
  /** Number of cases that are not completed. */
  readonly open: number;
  /** 0.001 to 0.999, for example 0.5 for the median. */
  readonly percentile: number;
  /** Confidence level, 0.5 to 0.9999; 0.95 when left out. */
  readonly level?: number;
}

/** A percentile in the unit of the spans, with its interval. */
export interface OpenCasesPercentile {
  readonly status: "ok";
  readonly value: number;
  readonly interval: Interval | NotComputable;
}

/**
 * Percentile of spans of which some are still open, an open one counting as longer than every completed one: R's type 7 over
 * all n cases, known as long as it needs completed cases only.
 *
 * $$ h = (n-1)p, \quad Q = x_{(\lfloor h \rfloor + 1)} + (h - \lfloor h \rfloor)\,(x_{(\lfloor h \rfloor + 2)} - x_{(\lfloor h \rfloor + 1)}) $$
 *
 * Leaving open cases out would make every service look faster than it is. The interval runs between order statistics: from the
 * largest rank l with P(B < l) ≤ α/2 to the smallest rank u with P(B ≥ u) ≤ α/2, where B is binomial (n, p). It covers at
 * least the level (Conover, Practical Nonparametric Statistics, 3rd ed. 1999, section 3.2).
 *
 * @returns the percentile, or `not-computable`: `no-cases`, `too-many-open-cases`; its interval may be `not-computable` for
 * itself: `too-few-cases`, `interval-open-above`
 * @throws `CxMetricsError` `document.wrong-type`, `document.unknown-key`, `document.missing-key`
 * @example
 * ```ts
 * const completed = [2, 9, 4, 7, 3, 5, 8, 6];
 * percentileWithOpenCases({ completed, open: 3, percentile: 0.5 }).value; // => 7
 * percentileWithOpenCases({ completed, open: 9, percentile: 0.5 }).reason; // => "too-many-open-cases"
 * ```
 */
export function percentileWithOpenCases(input: OpenCasesInput): OpenCasesPercentile | NotComputable {
  const record = expectRecord(input, ["input"], ["completed", "open", "percentile"], ["level"]);
  const spans = expectList(record["completed"], ["input", "completed"], (span, path) =>
    expectNumber(span, path),
  );
  const open = expectNumber(record["open"], ["input", "open"], { least: 0, most: 1e9, integer: true });
  const p = expectNumber(record["percentile"], ["input", "percentile"], { least: 0.001, most: 0.999 });
  const level = expectNumber(record["level"] ?? 0.95, ["input", "level"], { least: 0.5, most: 0.9999 });
  const completed = [...spans].sort((a, b) => a - b);
  const n = completed.length + open;
  if (n === 0) return notComputable(noCases);
  const h = (n - 1) * p;
  const below = Math.floor(h);
  const [left, right] = [completed[below], completed[h > below ? below + 1 : below]];
  if (left === undefined || right === undefined)
    return notComputable(tooManyOpenCases, { open, cases: n, percentile: p });
  // Weighted so that no difference of two large spans can overflow, and kept between them whatever the rounding.
  const between = left * (1 - (h - below)) + right * (h - below);
  return {
    status: "ok",
    value: Math.min(right, Math.max(left, between)) + 0,
    interval: orderStatisticInterval(completed, n, p, level),
  };
}

function orderStatisticInterval(
  completed: readonly number[],
  n: number,
  p: number,
  level: number,
): Interval | NotComputable {
  const tail = (1 - level) / 2;
  // The quantile is the first k that reaches the tail; only where it meets it exactly may the rank go one further.
  const first = binomialDistribution.quantile(tail, n, p);
  const lower = binomialDistribution.cdf(first, n, p) <= tail ? first + 1 : first;
  const upper = binomialDistribution.quantile(1 - tail, n, p) + 1;
  if (lower < 1 || upper > n) return notComputable(tooFewCases, { cases: n });
  const [from, to] = [completed[lower - 1], completed[upper - 1]];
  if (from === undefined || to === undefined) return notComputable(openAbove);
  return { status: "ok", lower: from, upper: to, level, method: "order-statistics" };
}
