import { expectRecord, type Warning } from "@cxmetrics/definition";
import { actorHistories } from "../actor-histories/actor-histories.js";
import { eventSet, expectEventNames } from "../actor-histories/event-set.js";
import { observedUntil } from "../actor-histories/expect-time.js";
import { type CalendarPeriod, expectPeriodCount, periodClock } from "../calendar/calendar-period.js";
import type { FunnelEvents } from "../funnel-events.js";

/** Options of `tallyLifecycle`. */
export interface LifecycleOptions {
  /** Events that count as activity; any event where it is left out. */
  readonly events?: string | readonly string[] | null;
  /** `day` where it is left out. */
  readonly period?: CalendarPeriod;
  /** `UTC` where it is left out. */
  readonly timeZone?: string;
  /** End of observation; the latest event where it is left out. Periods up to it are listed. */
  readonly observedUntilMs?: number;
}

/** Who was active in one period, by what they were before. */
export interface LifecyclePeriod {
  /** `2026-03-02` for a day or the Monday of a week, `2026-03` for a month. */
  readonly period: string;
  readonly startMs: number;
  /** Active in this period: new + retained + resurrected. */
  readonly active: number;
  /** Active for the first time in the data. */
  readonly new: number;
  /** Active in the period before, too. */
  readonly retained: number;
  /** Active earlier, but not in the period before. */
  readonly resurrected: number;
  /** Active in the period before and not in this one. */
  readonly churned: number;
  /** (new + resurrected) / churned; `null` when nobody churned. */
  readonly quickRatio: number | null;
  /** The period was not over when observation ended: its churn is too high and the rest too low. */
  readonly open: boolean;
}

/** Growth accounting over calendar periods. */
export interface Lifecycle {
  readonly period: CalendarPeriod;
  readonly timeZone: string;
  /** Every period from the first activity to the end of observation, empty ones too. */
  readonly periods: readonly LifecyclePeriod[];
  readonly warnings: readonly Warning[];
}

/**
 * Splits the active actors of each calendar period into new, retained and resurrected, and counts the churned.
 *
 * $$ A_t = A_{t-1} + New_t + Resurrected_t - Churned_t, \qquad Quick_t = \frac{New_t + Resurrected_t}{Churned_t} $$
 *
 * "New" means first seen in these data: in the first periods of an extract many are old acquaintances. A quick ratio above 1
 * means growth.
 *
 * @param events rows or columns, as for `tallyFunnel`
 * @returns the periods in order; none without activity
 * @throws `CxMetricsError` the codes of `tallyFunnel` for events, `calendar.unknown-time-zone`, `calendar.too-many-periods`,
 * `document.not-allowed`
 * @example
 * ```ts
 * const day = 86_400_000;
 * const actor = [1, 2, 3, 1, 4, 2, 3, 4];
 * const event = actor.map(() => "open");
 * const { periods } = tallyLifecycle({ actor, event, timeMs: [0, 5, 9, day, day, 2 * day, 2 * day, 2 * day] });
 * periods[1]?.churned; // => 2
 * periods[2]?.resurrected; // => 2
 * periods.map((period) => period.active); // => [3, 2, 3]
 * ```
 */
export function tallyLifecycle(events: FunnelEvents, options: LifecycleOptions = {}): Lifecycle {
  const record = expectRecord(options, ["options"], [], ["events", "period", "timeZone", "observedUntilMs"]);
  const clock = periodClock(record["period"] ?? "day", record["timeZone"] ?? "UTC", ["options", "period"]);
  const names = expectEventNames(record["events"], ["options", "events"]);
  const histories = actorHistories(events);
  const { events: dense, rows, from } = histories;
  const untilMs = observedUntil(record["observedUntilMs"], histories);
  const counted = eventSet(names, dense.eventNames);
  const head = { period: clock.period, timeZone: clock.timeZone, warnings: dense.warnings };
  let first = Number.POSITIVE_INFINITY;
  for (const row of rows)
    if (counted[dense.event[row] as number] === 1 && (dense.timeMs[row] as number) <= untilMs)
      first = Math.min(first, clock.indexOf(dense.timeMs[row] as number));
  if (first === Number.POSITIVE_INFINITY) return { ...head, periods: [] };
  const count = expectPeriodCount(first, clock.indexOf(untilMs));
  const counts = Array.from({ length: count }, () => ({ new: 0, retained: 0, resurrected: 0, churned: 0 }));
  for (let actor = 0; actor < dense.actorLimit; actor++) {
    let last = -1;
    for (let place = from[actor] as number; place < (from[actor + 1] as number); place++) {
      const row = rows[place] as number;
      const time = dense.timeMs[row] as number;
      if (time > untilMs) break;
      if (counted[dense.event[row] as number] !== 1) continue;
      const index = clock.indexOf(time) - first;
      // An hour told twice at midnight may step back a day.
      if (index <= last || index >= count) continue;
      const here = counts[index] as (typeof counts)[number];
      if (last < 0) here.new++;
      else if (index === last + 1) here.retained++;
      else {
        here.resurrected++;
        (counts[last + 1] as (typeof counts)[number]).churned++;
      }
      last = index;
    }
    if (last >= 0 && last + 1 < count) (counts[last + 1] as (typeof counts)[number]).churned++;
  }
  return {
    ...head,
    periods: counts.map((parts, index) => ({
      period: clock.label(first + index),
      startMs: clock.startOf(first + index),
      active: parts.new + parts.retained + parts.resurrected,
      ...parts,
      quickRatio: parts.churned === 0 ? null : (parts.new + parts.resurrected) / parts.churned,
      open: clock.startOf(first + index + 1) > untilMs,
    })),
  };
}
