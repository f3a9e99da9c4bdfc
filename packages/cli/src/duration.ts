import { CxMetricsError } from "@cxmetrics/definition";
import { badDuration } from "./problems.js";

const spans: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads a span of time such as `7d`, `36h`, `30m`, `90s` or `500ms` into milliseconds. A day is 24 hours. One positive number and
 * one unit, nothing else: `1h30m` is refused, write `90m`.
 *
 * @param text what the user wrote
 * @param option option that it belongs to, for the message
 * @throws `CxMetricsError` `usage.bad-duration`
 * @example
 * ```js
 * parseDuration("7d", "--window"); // => 604800000
 * parseDuration("1.5h", "--window"); // => 5400000
 * ```
 */
export function parseDuration(text: string, option: string): number {
  const [, amount = "", unit = ""] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) ?? [];
  const ms = Number(amount) * (spans[unit] ?? 0);
  if (!(ms > 0) || !Number.isSafeInteger(ms))
    throw new CxMetricsError(badDuration, { path: [option], values: { option, found: text } });
  return ms;
}
