import { CxMetricsError, expectRecord, type Warning } from "@cxmetrics/definition";
import { actorHistories } from "../actor-histories/actor-histories.js";
import { eventSet, expectEventNames } from "../actor-histories/event-set.js";
import { expectTime } from "../actor-histories/expect-time.js";
import { type CalendarPeriod, expectPeriodCount, periodClock } from "../calendar/calendar-period.js";
import type { FunnelEvents } from "../funnel-events.js";
import { badSpan } from "./problems.js";

/** Options of `tallyStickiness`. */
export interface StickinessOptions {
  /** Events that count as activity; any event where it is left out. */
  readonly events?: string | readonly string[] | null;
  /** `day` where it is left out. */
  readonly period?: CalendarPeriod;
  /** `UTC` where it is left out. */
  readonly timeZone?: string;
  /** First instant looked at; the earliest event where it is left out. The period it lies in counts as a whole period. */
  readonly fromMs?: number;
  /** First instant no longer looked at; just after the latest event where it is left out. */
  readonly untilMs?: number;
}

/** On how many periods actors were active. */
export interface Stickiness {
  readonly period: CalendarPeriod;
  readonly timeZone: string;
  /** Periods looked at, active or not. */
  readonly periods: number;
  /** Actors active in at least one of them (MAU when the span is a month of days). */
  readonly actors: number;
  /** `exactly[k − 1]`: actors active in exactly k periods. */
  readonly exactly: readonly number[];
  /** `atLeast[k − 1]`: actors active in k periods or more. */
  readonly atLeast: readonly number[];
  /** Active actors of each period, in order (DAU). */
  readonly activePerPeriod: readonly number[];
  /** Mean of `activePerPeriod` over `actors`, 0…1: DAU/MAU. `null` when nobody was active. */
  readonly ratio: number | null;
  readonly warnings: readonly Warning[];
}

/**
 * On how many calendar periods each actor was active, and the ratio DAU/MAU.
 *
 * $$ \frac{\overline{DAU}}{MAU} = \frac{\frac1P\sum_p A_p}{\left|\bigcup_p A_p\right|} $$
 *
 * It is also the mean share of periods on which an active actor is active. Give whole months from their first instant to the
 * first of the next: a span that begins or ends inside a period counts this period in full and lowers the ratio.
 *
 * @returns counts; empty lists and `null` when no event lies in the span
 * @throws `CxMetricsError` the codes of `tallyFunnel` for events, `calendar.unknown-time-zone`, `calendar.too-many-periods`,
 * `retention.bad-span`, `document.not-allowed`
 * @example
 * ```ts
 * const day = 86_400_000;
 * const events = { actor: [1, 1, 1, 2], event: ["a", "a", "a", "a"], timeMs: [0, 5, day, 2 * day] };
 * const { exactly, atLeast, ratio } = tallyStickiness(events, { fromMs: 0, untilMs: 4 * day });
 * exactly; // => [1, 1, 0, 0]
 * atLeast; // => [2, 1, 0, 0]
 * ratio; // => 0.375
 * ```
 */
export function tallyStickiness(events: FunnelEvents, options: StickinessOptions = {}): Stickiness {
  const keys = ["events", "period", "timeZone", "fromMs", "untilMs"];
  const record = expectRecord(options, ["options"], [], keys);
  const clock = periodClock(record["period"] ?? "day", record["timeZone"] ?? "UTC", ["options", "period"]);
  const names = expectEventNames(record["events"], ["options", "events"]);
  const fromMs = expectTime(record["fromMs"], ["options", "fromMs"]);
  const untilMs = expectTime(record["untilMs"], ["options", "untilMs"]);
  if (fromMs !== null && untilMs !== null && untilMs <= fromMs)
    throw new CxMetricsError(badSpan, {
      path: ["options", "untilMs"],
      values: { from: fromMs, until: untilMs },
    });
  const { events: dense, rows, from, span } = actorHistories(events);
  const { period, timeZone } = clock;
  const nothing = { period, timeZone, periods: 0, actors: 0, exactly: [], atLeast: [], activePerPeriod: [] };
  const head = { ...nothing, ratio: null, warnings: dense.warnings };
  const least = fromMs ?? span?.firstMs;
  const beyond = untilMs ?? (span === null ? undefined : span.lastMs + 1);
  if (least === undefined || beyond === undefined || beyond <= least) return head;
  const first = clock.indexOf(least);
  const periods = expectPeriodCount(first, clock.indexOf(Math.max(least, beyond - 1)));
  const counted = eventSet(names, dense.eventNames);
  const exactly = new Array<number>(periods).fill(0);
  const activePerPeriod = new Array<number>(periods).fill(0);
  let actors = 0;
  for (let actor = 0; actor < dense.actorLimit; actor++) {
    let last = -1;
    let active = 0;
    for (let place = from[actor] as number; place < (from[actor + 1] as number); place++) {
      const row = rows[place] as number;
      const time = dense.timeMs[row] as number;
      if (time < least || time >= beyond || counted[dense.event[row] as number] !== 1) continue;
      const index = clock.indexOf(time) - first;
      // An hour told twice at midnight may step back a day.
      if (index <= last || index >= periods) continue;
      last = index;
      active++;
      activePerPeriod[index] = (activePerPeriod[index] as number) + 1;
    }
    if (active === 0) continue;
    actors++;
    exactly[active - 1] = (exactly[active - 1] as number) + 1;
  }
  if (actors === 0) return { ...head, periods, exactly, atLeast: exactly, activePerPeriod };
  const atLeast = [...exactly];
  for (let index = periods - 2; index >= 0; index--)
    atLeast[index] = (atLeast[index] as number) + (atLeast[index + 1] as number);
  const ratio = activePerPeriod.reduce((sum, active) => sum + active, 0) / periods / actors;
  return { ...head, periods, actors, exactly, atLeast, activePerPeriod, ratio };
}
