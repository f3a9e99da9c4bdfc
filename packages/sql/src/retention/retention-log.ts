import type { RetentionDefinition } from "@cxmetrics/funnel";
import { namesSql } from "../funnel/event-rows.js";
import type { SqlText } from "../sql-text.js";
import { periodNumber } from "./period-number.js";
import type { Bucket } from "./retention-plan.js";
import type { RetentionSettings } from "./retention-sql-options.js";

/** Milliseconds of an elapsed day. */
const dayMs = 86_400_000;

const furthestMs = 8.64e15;

/** The condition that a row counts: it has an actor and an event. */
export const someone = "cx_actor IS NOT NULL AND cx_event IS NOT NULL";

/** The columns of a log by name; without a sequence column there is no `cx_sequence`. */
export function logColumns(
  text: SqlText,
  { columns }: Pick<RetentionSettings, "columns">,
  actor = (column: string) => column,
): readonly string[] {
  const at = (name: string) => ["options", "columns", name];
  const { dialect } = text;
  return [
    `${actor(text.column(columns.actor, at("actor")))} AS cx_actor`,
    `CAST(${text.column(columns.event, at("event"))} AS ${dialect.text}) AS cx_event`,
    `CAST(${text.column(columns.timeMs, at("timeMs"))} AS ${dialect.double}) AS cx_time`,
    ...(columns.sequence === undefined
      ? []
      : [`CAST(${text.column(columns.sequence, at("sequence"))} AS ${dialect.double}) AS cx_sequence`]),
  ];
}

/** The condition that a time is none. */
export function badTime({ dialect, number }: SqlText): string {
  return `cx_time IS NULL OR ${dialect.isNan("cx_time")} OR abs(cx_time) > ${number(furthestMs)}`;
}

/** What an event is to a retention: 1 a start, 2 a return, 3 both, 0 neither. */
export function roleOf(
  text: SqlText,
  { start, return: back }: Pick<RetentionDefinition, "start" | "return">,
): string {
  const one = (names: string | readonly string[] | null, bit: number) =>
    names === null
      ? `${bit}`
      : `CASE WHEN cx_event IN (${namesSql(text, typeof names === "string" ? [names] : names)}) THEN ${bit} ELSE 0 END`;
  return `${one(start, 1)} + ${one(back, 2)}`;
}

/** What a retention asks of the clock: numbers of periods as doubles, over names of instants. */
export interface RetentionClock {
  /** The number from which periods are counted, and that of the end of observation. */
  readonly first: string;
  readonly last: string;
  /** Whole periods from the start to an instant. */
  readonly since: (time: string) => string;
  readonly cohort: string;
  /** Whether all of a bucket was observed. */
  readonly observed: (bucket: Bucket) => string;
}

/** The clock of a definition, over `cx_start` and `cx_until`, and `cx_first` and `cx_last` where they have been worked out. */
export function retentionClock(
  { dialect, number }: SqlText,
  { clock, period, timeZone, cohort }: RetentionDefinition,
): RetentionClock {
  const of = (time: string) => periodNumber(dialect, time, period, timeZone);
  const cohortOf = periodNumber(dialect, "cx_start", cohort, timeZone);
  if (clock === "rolling")
    return {
      first: number(0),
      last: number(0),
      since: (time) => `FLOOR((${time} - cx_start) / ${number(dayMs)})`,
      cohort: cohortOf,
      observed: ({ over }) => `cx_start + ${number(over * dayMs)} <= cx_until`,
    };
  return {
    first: of("cx_start"),
    last: of("cx_until"),
    since: (time) => `${of(time)} - cx_first`,
    cohort: cohortOf,
    observed: ({ over }) => `cx_first + ${number(over)} <= cx_last`,
  };
}
