import { CxMetricsError, expectOneOf, type ProblemPath } from "@cxmetrics/definition";
import { tooManyPeriods } from "./problems.js";
import { type ZoneClock, zoneClock } from "./zone-clock.js";

/** Length of a calendar period. Weeks begin on Monday (ISO 8601). */
export type CalendarPeriod = "day" | "week" | "month";

/** Calendar periods of one length in one time zone, numbered. */
export interface PeriodClock {
  readonly period: CalendarPeriod;
  readonly timeZone: string;
  readonly indexOf: (timeMs: number) => number;
  readonly startOf: (index: number) => number;
  /** `2026-03-02` for a day or the Monday of a week, `2026-03` for a month. */
  readonly label: (index: number) => string;
}

/** Most periods that a result lists. */
const most = 100_000;

/** Reads a period and a time zone. */
export function periodClock(period: unknown, timeZone: unknown, path: ProblemPath = ["period"]): PeriodClock {
  const length = expectOneOf<CalendarPeriod>(period as CalendarPeriod, path, ["day", "week", "month"]);
  const clock = zoneClock(timeZone);
  return { period: length, timeZone: clock.timeZone, ...periodsOf(length, clock) };
}

function periodsOf(
  period: CalendarPeriod,
  clock: ZoneClock,
): Pick<PeriodClock, "indexOf" | "startOf" | "label"> {
  if (period === "day") return { indexOf: clock.dayOf, startOf: clock.startOf, label: dateOfDay };
  // Day 0 was a Thursday, so that Monday of its week was day −3.
  if (period === "week")
    return {
      indexOf: (timeMs) => Math.floor((clock.dayOf(timeMs) + 3) / 7) + 0,
      startOf: (index) => clock.startOf(index * 7 - 3),
      label: (index) => dateOfDay(index * 7 - 3),
    };
  let lastDay = Number.NaN;
  let lastMonth = 0;
  return {
    indexOf: (timeMs) => {
      const day = clock.dayOf(timeMs);
      if (day !== lastDay) {
        const { year, month } = civilDate(day);
        lastDay = day;
        lastMonth = (year - 1970) * 12 + month - 1;
      }
      return lastMonth;
    },
    startOf: (index) => clock.startOf(firstDayOfMonth(index)),
    label: (index) => dateOfDay(firstDayOfMonth(index)).slice(0, -3),
  };
}

/** The number of periods from one to another, both included; refused where a list of them would be too long. */
export function expectPeriodCount(first: number, last: number): number {
  const found = last - first + 1;
  if (found > most) throw new CxMetricsError(tooManyPeriods, { path: ["events"], values: { found, most } });
  return found;
}

/** Gregorian date of a day number: eras of 400 years, each beginning in March. */
function civilDate(day: number): { readonly year: number; readonly month: number; readonly date: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

function firstDayOfMonth(index: number): number {
  const year = 1970 + Math.floor(index / 12);
  const month = (((index % 12) + 12) % 12) + 1;
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function dateOfDay(day: number): string {
  const { year, month, date } = civilDate(day);
  const digits = (number: number, width: number) => String(number).padStart(width, "0");
  const years =
    year >= 0 && year <= 9999 ? digits(year, 4) : `${year < 0 ? "-" : "+"}${digits(Math.abs(year), 6)}`;
  return `${years}-${digits(month, 2)}-${digits(date, 2)}`;
}
