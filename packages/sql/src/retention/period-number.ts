import type { CalendarPeriod } from "@cxmetrics/funnel";
import type { Dialect } from "../dialects/dialect.js";

const dayMs = 86_400_000;

/**
 * The number of the calendar period in which an instant lies on the clocks of a zone, as the tallies in memory count them: days from 1 January 1970,
 * weeks from Monday, 29 December 1969, months from January 1970. A double in, a double out.
 */
export function periodNumber(
  dialect: Dialect,
  timeMs: string,
  period: CalendarPeriod,
  timeZone: string,
): string {
  const { double } = dialect;
  const as = (x: string) => `CAST(${x} AS ${double})`;
  const whole = `FLOOR(${timeMs})`;
  const inUtc = timeZone === "UTC";
  if (period === "month") {
    const date = dialect.localDate(whole, timeZone);
    return `${as(`(EXTRACT(YEAR FROM ${date}) - 1970) * 12 + EXTRACT(MONTH FROM ${date}) - 1`)}`;
  }
  const day = inUtc
    ? `FLOOR(${timeMs} / ${dayMs})`
    : as(dialect.daysToDate(dialect.localDate(whole, timeZone)));
  // Day 0 was a Thursday.
  return period === "day" ? day : `FLOOR((${day} + 3) / 7)`;
}
