import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { unknownTimeZone } from "./problems.js";

/** Milliseconds of an elapsed day. */
export const dayMs = 86_400_000;

/** Days as the clocks of one time zone tell them; day 0 is 1 January 1970 there. */
export interface ZoneClock {
  readonly timeZone: string;
  readonly dayOf: (timeMs: number) => number;
  /** The first instant of a day: midnight, or the instant to which the clocks jump over it. */
  readonly startOf: (day: number) => number;
}

/** Furthest that clocks have stood from UTC, with room to spare. */
const furthestOffsetMs = 18 * 3_600_000;

/**
 * The clock of an IANA time zone. The offset is asked for at the two ends of a UTC day; where they agree it holds for the whole
 * day, so that a long log costs a few look-ups, and the days on which clocks change are asked instant by instant.
 */
export function zoneClock(timeZone: unknown): ZoneClock {
  const offsetAt = offsetOf(timeZone);
  const name = timeZone as string;
  const starts = new Map<number, number>();
  const dayOffsets = new Map<number, number | null>();
  const ends = new Map<number, number>();
  const endOf = (utcDay: number): number => {
    const known = ends.get(utcDay) ?? offsetAt(utcDay * dayMs);
    ends.set(utcDay, known);
    return known;
  };
  const offset = (timeMs: number): number => {
    const utcDay = Math.floor(timeMs / dayMs);
    let steady = dayOffsets.get(utcDay);
    if (steady === undefined) {
      steady = endOf(utcDay) === endOf(utcDay + 1) ? endOf(utcDay) : null;
      dayOffsets.set(utcDay, steady);
    }
    return steady ?? offsetAt(timeMs);
  };
  const dayOf = (timeMs: number): number => Math.floor((timeMs + offset(timeMs)) / dayMs) + 0;
  const startOf = (day: number): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    let before = Math.floor(day * dayMs - furthestOffsetMs);
    let after = Math.ceil(day * dayMs + furthestOffsetMs);
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (dayOf(middle) >= day) after = middle;
      else before = middle;
    }
    starts.set(day, after + 0);
    return after + 0;
  };
  return { timeZone: name, dayOf, startOf };
}

function offsetOf(timeZone: unknown): (timeMs: number) => number {
  const refuse = (): never => {
    throw new CxMetricsError(unknownTimeZone, {
      path: ["timeZone"],
      values: { found: typeof timeZone === "string" ? timeZone.slice(0, 60) : describeValue(timeZone) },
    });
  };
  if (typeof timeZone !== "string" || timeZone === "") return refuse();
  if (timeZone === "UTC") return () => 0;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset", year: "numeric" });
  } catch {
    return refuse();
  }
  return (timeMs) => {
    const clamped = Math.max(-8.64e15, Math.min(8.64e15, timeMs));
    const text = format.formatToParts(clamped).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
    const parts = /GMT([+−-])(\d{1,2}):?(\d{2})?:?(\d{2})?/.exec(text);
    if (parts === null) return 0;
    const [, sign, hours, minutes = "0", seconds = "0"] = parts;
    const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === "+" ? size : -size + 0;
  };
}
