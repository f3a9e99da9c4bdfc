import type { Interval, Language, NotComputable, Unit } from "@cxmetrics/definition";
import { words } from "../messages.js";

const decimals: Readonly<Record<Unit, number>> = {
  share: 1,
  points: 1,
  mean: 2,
  index: 1,
  ratio: 3,
  milliseconds: 0,
  count: 0,
};

/**
 * A value as a reader wants it: points with one decimal, shares as per cent, means with two decimals. Rounding happens only here.
 *
 * @example
 * ```js
 * showValue(39.842, "points"); // => "39.8"
 * showValue(0.7316, "share"); // => "73.2%"
 * ```
 */
export function showValue(value: number | null, unit: Unit): string {
  if (value === null) return "-";
  return unit === "share" ? `${showNumber(value * 100, 1)}%` : showNumber(value, decimals[unit]);
}

/**
 * A number with so many decimals and without a negative zero.
 *
 * @example
 * ```js
 * showNumber(-0.04, 1); // => "0.0"
 * showNumber(2831, 0); // => "2831"
 * ```
 */
export function showNumber(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return /^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text;
}

/** A count with separators, for reading. */
export function showCount(count: number): string {
  return count.toLocaleString("en-US", { maximumFractionDigits: 1 });
}

/** An interval, or a dash where there is none. */
export function showInterval(
  interval: Interval | NotComputable | null | undefined,
  unit: Unit,
  lang: Language,
): string {
  if (interval?.status !== "ok") return "-";
  return `${showValue(interval.lower, unit)} ${words.to[lang]} ${showValue(interval.upper, unit)}`;
}

/**
 * A confidence level as per cent.
 *
 * @example
 * ```js
 * showLevel(0.95); // => "95%"
 * ```
 */
export function showLevel(level: number): string {
  return `${Number((level * 100).toPrecision(6))}%`;
}

/**
 * A p value: three decimals, and never zero.
 *
 * @example
 * ```js
 * showP(0.00001); // => "p < 0.001"
 * ```
 */
export function showP(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
}

const spans = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
] as const;

/**
 * A span of time in its largest fitting unit.
 *
 * @example
 * ```js
 * showSpan(5_400_000); // => "1.5 h"
 * ```
 */
export function showSpan(ms: number | null): string {
  if (ms === null) return "-";
  const [name, size] = spans.find(([, size]) => ms >= size) ?? ["ms", 1];
  return `${Number((ms / size).toFixed(1))} ${name}`;
}
