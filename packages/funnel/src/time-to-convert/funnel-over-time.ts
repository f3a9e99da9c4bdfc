import { expectRecord, type Warning } from "@cxmetrics/definition";
import { actorHistories } from "../actor-histories/actor-histories.js";
import { observedUntil } from "../actor-histories/expect-time.js";
import { type CalendarPeriod, periodClock } from "../calendar/calendar-period.js";
import type { FunnelDefinition } from "../funnel-definition.js";
import type { FunnelEvents } from "../funnel-events.js";
import type { FunnelTally } from "../funnel-tally.js";
import { tallyFunnelBy } from "../tally-funnel-by.js";

/** Options of `funnelOverTime`. */
export interface FunnelOverTimeOptions {
  /** `day` where it is left out. */
  readonly period?: CalendarPeriod;
  /** `UTC` where it is left out. */
  readonly timeZone?: string;
  /** End of observation; the time of the last event where it is left out. */
  readonly observedUntilMs?: number;
}

/** The funnel of those who first entered in one period. */
export interface FunnelCohort {
  /** `2026-03-02` for a day or the Monday of a week, `2026-03` for a month. */
  readonly period: string;
  readonly startMs: number;
  readonly tally: FunnelTally;
  /** Some of the cohort still had time to convert when observation ended: its rates are too low. */
  readonly open: boolean;
  /** When the window of its last possible first entry closes; `null` without a window, when a cohort never closes. */
  readonly closesMs: number | null;
}

/** Funnels by cohort of entry. */
export interface FunnelOverTime {
  readonly period: CalendarPeriod;
  readonly timeZone: string;
  readonly observedUntilMs: number;
  /** Ascending; periods in which nobody entered are left out. */
  readonly cohorts: readonly FunnelCohort[];
  readonly warnings: readonly Warning[];
}

/**
 * One funnel for each calendar period of first entry, open cohorts marked as such.
 *
 * Whoever entered in a period counts there, whenever the later steps happened, so that the cohorts add up to the whole. A cohort is
 * open until the window of its period's last instant has passed. With `entry: best` an actor that enters again after its window may
 * still convert, so that even a closed cohort can gain.
 *
 * @param events rows or columns, as for `tallyFunnel`
 * @throws `CxMetricsError` the codes of `tallyFunnelBy`, `calendar.unknown-time-zone`, `document.not-allowed`
 * @example
 * ```ts
 * const day = 86_400_000;
 * const events = { actor: [1, 1, 2, 3, 3], event: ["view", "buy", "view", "view", "buy"], timeMs: [0, 9, 5, 2 * day, 2 * day + 1] };
 * const funnel = orderedFunnel({ steps: ["view", "buy"], windowMs: day });
 * const { cohorts } = funnelOverTime(events, funnel, { observedUntilMs: 3 * day });
 * cohorts.map((cohort) => cohort.tally.counts); // => [[2, 1], [1, 1]]
 * cohorts.map((cohort) => cohort.open); // => [false, true]
 * ```
 */
export function funnelOverTime(
  events: FunnelEvents,
  definition: FunnelDefinition,
  options: FunnelOverTimeOptions = {},
): FunnelOverTime {
  const record = expectRecord(options, ["options"], [], ["period", "timeZone", "observedUntilMs"]);
  const clock = periodClock(record["period"] ?? "day", record["timeZone"] ?? "UTC", ["options", "period"]);
  const histories = actorHistories(events);
  const untilMs = observedUntil(record["observedUntilMs"], histories);
  const numbers = new Float64Array(histories.events.rows);
  for (const row of histories.rows) numbers[row] = clock.indexOf(histories.events.timeMs[row] as number);
  const windowMs = definition?.windowMs ?? null;
  const cohorts = tallyFunnelBy(events, numbers, definition)
    .map(({ group, tally }) => ({ index: Number(group), tally }))
    .sort((one, other) => one.index - other.index)
    .map(({ index, tally }): FunnelCohort => {
      const closesMs = windowMs === null ? null : clock.startOf(index + 1) + windowMs;
      const open = closesMs === null || closesMs > untilMs;
      return { period: clock.label(index), startMs: clock.startOf(index), tally, open, closesMs };
    });
  return {
    period: clock.period,
    timeZone: clock.timeZone,
    observedUntilMs: untilMs,
    cohorts,
    warnings: histories.events.warnings,
  };
}
