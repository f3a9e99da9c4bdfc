import type { DefinitionDocument } from "@cxmetrics/definition";
import type { CalendarPeriod } from "../calendar/calendar-period.js";

/** Retention as data. Every rule on which published figures differ is a field, and hashed with it. */
export interface RetentionDefinition extends DefinitionDocument {
  /** Events that begin an actor's history; `null` for any event. The actor's first one is its start. */
  readonly start: string | readonly string[] | null;
  /** Events that count as a return, after the start in the actor's order; `null` for any event. */
  readonly return: string | readonly string[] | null;
  /** `on`: a return in the period itself (N-day); `on-or-after`: in it or later (unbounded); `bracket`: in a range of periods. */
  readonly mode: "on" | "on-or-after" | "bracket";
  /** `rolling`: periods of exactly 24 hours from the start; `calendar`: days, weeks or months of the time zone. */
  readonly clock: "rolling" | "calendar";
  /** Length of a period: `day` when rolling. */
  readonly period: CalendarPeriod;
  /** IANA name; tells the calendar periods, and the cohorts in any case. */
  readonly timeZone: string;
  /** Which periods are asked about: for `bracket` ranges `[from, to)`, otherwise the numbers of periods; 0 is the one of the start. */
  readonly periods: readonly number[] | readonly (readonly [number, number])[];
  /** By which calendar period of their start actors are grouped. */
  readonly cohort: CalendarPeriod;
}
