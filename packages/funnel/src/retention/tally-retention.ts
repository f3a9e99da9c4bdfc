import { expectRecord, referenceTo } from "@cxmetrics/definition";
import { type ActorHistories, actorHistories } from "../actor-histories/actor-histories.js";
import { eventSet, expectEventNames } from "../actor-histories/event-set.js";
import { observedUntil } from "../actor-histories/expect-time.js";
import { periodClock } from "../calendar/calendar-period.js";
import { dayMs } from "../calendar/zone-clock.js";
import type { FunnelEvents } from "../funnel-events.js";
import { defineRetention } from "./define-retention.js";
import type { RetentionDefinition } from "./retention-definition.js";
import type { RetentionCohort, RetentionTally } from "./retention-tally.js";

/** Options of `tallyRetention`. */
export interface TallyRetentionOptions {
  /** End of observation, epoch milliseconds; the time of the last event where it is left out. */
  readonly observedUntilMs?: number;
}

/**
 * Counts, by cohort of their first start, how many actors came back in each period.
 *
 * The period of a return is its number of whole periods after the start: of 24 elapsed hours (`rolling`), or of calendar days,
 * weeks or months of the time zone, whose days of 23 and 25 hours count as days (`calendar`). The start itself is no return;
 * a later event of the same instant is. An actor counts for a bucket only when all of it was observed: for `on-or-after` k, when
 * period k was. An actor may return in several buckets. Events before the start do not matter.
 *
 * @param events rows or columns, as for `tallyFunnel`
 * @param definition see `defineRetention` and `adhocRetention`
 * @param options `observedUntilMs`: give the time of export, so that quiet last days count as observed
 * @returns one row a cohort that anybody started in; no cohorts when nobody started
 * @throws `CxMetricsError` the codes of `tallyFunnel` for events and of `defineRetention`
 * @example
 * ```ts
 * const day = 86_400_000;
 * const events = { actor: ["ann", "bo", "ann", "bo"], event: ["open", "open", "open", "open"], timeMs: [0, 5, day, 3 * day] };
 * const tally = tallyRetention(events, adhocRetention({ periods: [1, 2] }), { observedUntilMs: 4 * day });
 * tally.cohorts[0]?.eligible; // => [2, 2]
 * tally.cohorts[0]?.retained; // => [1, 0]
 * ```
 */
export function tallyRetention(
  events: FunnelEvents,
  definition: RetentionDefinition,
  options: TallyRetentionOptions = {},
): RetentionTally {
  const retention = defineRetention(definition);
  const record = expectRecord(options, ["options"], [], ["observedUntilMs"]);
  const histories = actorHistories(events);
  const untilMs = observedUntil(record["observedUntilMs"], histories);
  const { mode, periods } = retention;
  const ranges = periods.map((period) => rangeOf(period, mode));
  const cohorts = gather(histories, retention, ranges, untilMs);
  return {
    definition: referenceTo(retention),
    buckets: ranges.map(([from, to]) =>
      mode === "bracket" ? `[${from}, ${to})` : mode === "on" ? `${from}` : `${from}+`,
    ),
    cohorts,
    observedUntilMs: untilMs,
    actors: countActors(histories),
    excluded: histories.events.excluded,
    warnings: histories.events.warnings,
  };
}

type Range = readonly [from: number, to: number];

function rangeOf(period: number | readonly [number, number], mode: RetentionDefinition["mode"]): Range {
  if (typeof period !== "number") return period;
  return [period, mode === "on" ? period + 1 : Number.POSITIVE_INFINITY];
}

function gather(
  histories: ActorHistories,
  { start, return: back, clock, period, timeZone, cohort }: RetentionDefinition,
  ranges: readonly Range[],
  untilMs: number,
): RetentionCohort[] {
  const { events, rows, from } = histories;
  const starts = eventSet(expectEventNames(start, ["start"]), events.eventNames);
  const returns = eventSet(expectEventNames(back, ["return"]), events.eventNames);
  const periodsOf = periodClock(period, timeZone);
  const cohortsOf = periodClock(cohort, timeZone, ["cohort"]);
  const found = new Map<number, { size: number; eligible: number[]; retained: number[] }>();
  const returned = new Uint8Array(ranges.length);
  for (let actor = 0; actor < events.actorLimit; actor++) {
    const end = from[actor + 1] as number;
    let place = from[actor] as number;
    while (place < end && starts[events.event[rows[place] as number] as number] !== 1) place++;
    if (place === end) continue;
    const startMs = events.timeMs[rows[place] as number] as number;
    if (startMs > untilMs) continue;
    const first = clock === "calendar" ? periodsOf.indexOf(startMs) : 0;
    const endOf = (periods: number): number =>
      clock === "calendar" ? periodsOf.startOf(first + periods) : startMs + periods * dayMs;
    returned.fill(0);
    for (place++; place < end; place++) {
      const row = rows[place] as number;
      const time = events.timeMs[row] as number;
      if (time > untilMs) break;
      if (returns[events.event[row] as number] !== 1) continue;
      const number =
        clock === "calendar" ? periodsOf.indexOf(time) - first : Math.floor((time - startMs) / dayMs);
      for (const [index, range] of ranges.entries())
        if (number >= range[0] && number < range[1]) returned[index] = 1;
    }
    const key = cohortsOf.indexOf(startMs);
    let into = found.get(key);
    if (into === undefined) {
      into = { size: 0, eligible: ranges.map(() => 0), retained: ranges.map(() => 0) };
      found.set(key, into);
    }
    into.size++;
    for (const [index, [least, beyond]] of ranges.entries()) {
      if (endOf(beyond === Number.POSITIVE_INFINITY ? least + 1 : beyond) > untilMs) continue;
      into.eligible[index] = (into.eligible[index] as number) + 1;
      into.retained[index] = (into.retained[index] as number) + (returned[index] as number);
    }
  }
  return [...found.entries()]
    .sort(([one], [other]) => one - other)
    .map(([key, counts]) => ({ cohort: cohortsOf.label(key), startMs: cohortsOf.startOf(key), ...counts }));
}

/** Actors with at least one row that counts. */
function countActors({ events, from }: ActorHistories): number {
  let actors = 0;
  for (let actor = 0; actor < events.actorLimit; actor++)
    if ((from[actor + 1] as number) > (from[actor] as number)) actors++;
  return actors;
}
