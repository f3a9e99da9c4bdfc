import { CxMetricsError, describeValue, type Outcome } from "@cxmetrics/definition";
import { checkDefinition } from "../checked-definition.js";
import { estimateScore } from "../estimate-score.js";
import { expectTally } from "../expect-tally.js";
import { mergeTallies } from "../merge-tallies.js";
import { badOption } from "../problems.js";
import { expectOptions, refuse } from "../rating-options.js";
import type { RatingTally } from "../rating-tally.js";
import type { ScoreDefinition } from "../score-definition.js";
import type { ScoreEstimate } from "../score-estimate.js";
import { badPeriods, repeatedPeriod } from "./problems.js";

/** The tally of one period: a day, a week, a wave. */
export interface PeriodTally {
  /** Name or start of the period. */
  readonly period: string | number;
  readonly tally: RatingTally;
}

/** How windows are made. */
export interface RollingOptions {
  /** Periods per window, 1 to 1000. */
  readonly width: number;
  /** Confidence level, unless the definition's. */
  readonly level?: number | undefined;
}

/** The score of the window that ends with a period. */
export interface RollingScore {
  /** Last period of the window. */
  readonly period: string | number;
  /** First period of the window. */
  readonly from: string | number;
  /** Periods in the window, `width` unless it is partial. */
  readonly periods: number;
  /** Whether the series had not yet run for a whole window. */
  readonly partial: boolean;
  readonly estimate: Outcome<ScoreEstimate>;
}

/**
 * Rolling scores: for each period the score of the window that ends with it, from the merged tallies of its periods.
 *
 * $$ \hat\theta_t = \text{score}\Big(\sum_{j=t-w+1}^{t} \text{tally}_j\Big) $$
 *
 * Scores of periods are never averaged: a week with 3 answers would count as much as one with 300. The first windows are shorter and
 * marked `partial`. Neighbouring windows share answers, so `compareScores` does not apply to two windows that overlap.
 *
 * @param periods tallies in order of time, one per period; a period without answers has an empty tally, or the window reaches too far back
 * @param options `width`: periods per window; `level`
 * @returns one entry per period
 * @throws `CxMetricsError` `periods.not-a-list`, `period.repeated`, `option.not-allowed`, and as `estimateScore` and `mergeTallies`
 * @example
 * ```ts
 * const week = (detractors: number, promoters: number) => tallyFromCounts({ 0: detractors, 10: promoters }, { min: 0, max: 10 });
 * const weeks = [
 *   { period: "W1", tally: week(10, 30) },
 *   { period: "W2", tally: week(3, 0) },
 *   { period: "W3", tally: week(20, 77) },
 * ];
 * const rolling = rollingScores(weeks, { width: 2 }, "nps");
 * rolling.map(({ partial }) => partial); // => [true, false, false]
 * const [, second] = rolling;
 * second?.estimate.status === "ok" && second.estimate.value; // => 39.5348837209
 * ```
 */
export function rollingScores(
  periods: readonly PeriodTally[],
  options: RollingOptions,
  definition: ScoreDefinition | string,
): RollingScore[] {
  const { width } = expectOptions(options, ["width", "level"]);
  if (!(Number.isInteger(width) && (width as number) >= 1 && (width as number) <= 1000))
    throw refuse(badOption, ["options", "width"], "1…1000", width);
  const { definition: checked } = checkDefinition(definition);
  const level = options.level ?? checked.interval.level;
  const series = expectPeriods(periods);
  return series.map(({ period }, end) => {
    const window = series.slice(Math.max(0, end + 1 - (width as number)), end + 1);
    const whole = mergeTallies(...window.map(({ tally }) => tally));
    return {
      period,
      from: window[0]?.period ?? period,
      periods: window.length,
      partial: window.length < (width as number),
      estimate: estimateScore(whole, checked, { level }),
    };
  });
}

function expectPeriods(value: unknown): readonly PeriodTally[] {
  if (!Array.isArray(value))
    throw new CxMetricsError(badPeriods, { path: ["periods"], values: { found: describeValue(value) } });
  const seen = new Set<string>();
  return Array.from(value as readonly unknown[], (member, index) => {
    const path = ["periods", index];
    const { period, tally } = (member ?? {}) as Partial<Record<keyof PeriodTally, unknown>>;
    if (!(typeof period === "string" || (typeof period === "number" && Number.isFinite(period))))
      throw new CxMetricsError(badPeriods, {
        path: [...path, "period"],
        values: { found: describeValue(period) },
      });
    if (seen.has(String(period)))
      throw new CxMetricsError(repeatedPeriod, { path, values: { period: describeValue(period) } });
    seen.add(String(period));
    return { period, tally: expectTally(tally, [...path, "tally"]) };
  });
}
