/** An instant read from a text. */
export interface Instant {
  /** Epoch milliseconds. */
  readonly ms: number;
  /** Whether the text names its offset from UTC; without one it is read as UTC. */
  readonly offset: boolean;
}

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/**
 * Reads ISO 8601: a date, or a date and a time with or without an offset. Without one it is read as UTC, a date as its midnight.
 * Fractions below a millisecond are cut off. 30 February and 25 o'clock are no instants.
 *
 * @returns the instant, or `undefined` where the text is none
 * @example
 * ```js
 * textToInstant("2026-01-31T09:30:00+08:00")?.ms; // => 1769823000000
 * textToInstant("2026-01-31 01:30:00.5")?.ms; // => 1769823000500
 * textToInstant("2026-02-30"); // => undefined
 * ```
 */
export function textToInstant(text: string): Instant | undefined {
  const match = iso.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "0", zone] = match;
  const parts = [
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  ] as const;
  const date = new Date(0);
  date.setUTCFullYear(parts[0], parts[1], parts[2]);
  date.setUTCHours(parts[3], parts[4], parts[5], Number(fraction.slice(0, 3).padEnd(3, "0")));
  // A date that does not exist rolls over into another one.
  const kept =
    date.getUTCFullYear() === parts[0] &&
    date.getUTCMonth() === parts[1] &&
    date.getUTCDate() === parts[2] &&
    date.getUTCHours() === parts[3] &&
    date.getUTCMinutes() === parts[4] &&
    date.getUTCSeconds() === parts[5];
  const offset = zone === undefined ? 0 : offsetMinutes(zone);
  if (!kept || offset === undefined) return undefined;
  return { ms: date.getTime() - offset * 60_000, offset: zone !== undefined };
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === "Z" || zone === "z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || 0);
  if (hours > 18 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
