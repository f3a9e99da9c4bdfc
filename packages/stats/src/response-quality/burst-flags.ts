import type { NotComputable } from "@cxmetrics/definition";
import { inRange, positive, wholeSampleSize } from "../expect/in-range.js";
import { namedMembers } from "../expect/named-members.js";
import { noObservations } from "../reasons.js";
import { expectNumbersOrNull } from "./expect-answers.js";

/** How many responses may come in how little time. */
export interface BurstRule {
  /** Length of the window in milliseconds, its end not included. */
  readonly windowMs: number;
  /** Most responses that a window may hold before all of them are flagged. */
  readonly most: number;
}

/** Responses that came in bursts. */
export interface BurstFlags {
  readonly status: "ok";
  /** Rows in a window that holds more than `most`, ascending. */
  readonly flagged: readonly number[];
  /** Most responses in any window. */
  readonly busiest: number;
  /** Start of the earliest window that holds so many, epoch milliseconds. */
  readonly busiestStartMs: number;
  /** Rows without a time; they are never flagged. */
  readonly missing: number;
}

/**
 * Flags responses that come in bursts: more than `most` within some window of `windowMs`, wherever that window starts.
 *
 * A window holds the times t ≤ x < t + windowMs. An invitation that goes to all at once makes honest bursts: set `most` by what a normal
 * hour looks like, per channel.
 *
 * @param timesMs epoch milliseconds in any order; `null` where one is missing
 * @returns the flags, or `not-computable` `no-observations` for no times
 * @throws `CxMetricsError` `argument.not-a-list`, `argument.not-a-number`, `argument.not-an-object`, `parameter.out-of-range`
 * @example
 * ```ts
 * const bursts = burstFlags([0, 100, 200, 5000, 90_000], { windowMs: 1000, most: 2 });
 * bursts.status === "ok" && bursts.flagged; // => [0, 1, 2]
 * bursts.status === "ok" && bursts.busiest; // => 3
 * ```
 */
export function burstFlags(
  timesMs: ArrayLike<number | null | undefined>,
  rule: BurstRule,
): BurstFlags | NotComputable {
  const times = expectNumbersOrNull(timesMs, "timesMs", ["timesMs"]);
  const { windowMs, most } = namedMembers(rule, "rule", ["rule"]);
  inRange(windowMs, "windowMs", positive, ["rule", "windowMs"]);
  inRange(most, "most", wholeSampleSize, ["rule", "most"]);
  const known = times.flatMap((time, row) => (time === null ? [] : [{ time, row }]));
  const first = known.sort((a, b) => (a.time === b.time ? a.row - b.row : a.time < b.time ? -1 : 1))[0];
  if (!first) return noObservations;
  const flagged: number[] = [];
  let busiest = 0;
  let busiestStartMs = first.time;
  let end = 0;
  // Rows before this place are flagged already, or never will be by a later window.
  let done = 0;
  for (const [start, { time }] of known.entries()) {
    while (end < known.length && (known[end]?.time ?? 0) - time < windowMs) end++;
    if (end - start > busiest) {
      busiest = end - start;
      busiestStartMs = time;
    }
    if (end - start <= most) continue;
    for (let place = Math.max(start, done); place < end; place++) flagged.push(known[place]?.row ?? 0);
    done = end;
  }
  flagged.sort((a, b) => a - b);
  return { status: "ok", flagged, busiest, busiestStartMs, missing: times.length - known.length };
}
