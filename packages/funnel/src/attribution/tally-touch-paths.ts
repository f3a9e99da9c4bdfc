import { expectNumber, expectRecord } from "@cxmetrics/definition";
import { actorHistories } from "../actor-histories/actor-histories.js";
import { eventSet, expectEventNames } from "../actor-histories/event-set.js";
import { noValue, rowValues } from "../actor-histories/row-values.js";
import type { FunnelEvents } from "../funnel-events.js";
import type { TouchPath } from "./touch-path.js";

/** Options of `tallyTouchPaths`. */
export interface TouchPathOptions {
  /** Events that convert. A path ends there, and the actor's next one begins. */
  readonly conversion: string | readonly string[];
  /** Touches longer ago than this before the conversion (or before the actor's last event) are left out; no limit where it is left out. */
  readonly lookBackMs?: number;
}

/**
 * Makes the paths that `attributeMarkov` and `attributeByRule` read out of events with a channel each.
 *
 * A touch is a row with a channel that is no conversion. A path runs to the actor's next conversion; what is left over at the end is a path
 * without conversion, even when the actor converted before. A conversion without a touch makes no path. Equal paths are counted together.
 *
 * @param events rows or columns, as for `tallyFunnel`
 * @param channels one channel a row; `null` where the row is no touch
 * @returns in order of first appearance
 * @throws `CxMetricsError` `events.unequal-columns`, the codes of `tallyFunnel` for events and the `document.*` codes
 * @example
 * ```ts
 * const events = { actor: [1, 1, 1, 2], event: ["visit", "visit", "buy", "visit"], timeMs: [0, 1, 2, 0] };
 * const paths = tallyTouchPaths(events, ["ads", "mail", null, "ads"], { conversion: "buy" });
 * paths.map((path) => path.channels); // => [["ads", "mail"], ["ads"]]
 * paths.map((path) => path.conversions); // => [1, 0]
 * ```
 */
export function tallyTouchPaths(
  events: FunnelEvents,
  channels: ArrayLike<string | number | boolean | null>,
  options: TouchPathOptions,
): readonly TouchPath[] {
  const record = expectRecord(options, ["options"], ["conversion"], ["lookBackMs"]);
  const lookBackMs =
    record["lookBackMs"] === undefined
      ? Number.POSITIVE_INFINITY
      : expectNumber(record["lookBackMs"], ["options", "lookBackMs"], { least: 0 });
  const { events: dense, rows, from } = actorHistories(events);
  const channel = rowValues(channels, dense.rows, "channels");
  const converts = eventSet(
    expectEventNames(record["conversion"], ["options", "conversion"]),
    dense.eventNames,
  );
  const paths = new Map<string, { channels: string[]; conversions: number; nonConversions: number }>();
  const close = (touches: readonly number[], endMs: number, converted: boolean) => {
    const kept = touches.filter((row) => endMs - (dense.timeMs[row] as number) <= lookBackMs);
    if (kept.length === 0) return;
    const codes = kept.map((row) => channel.codes[row] as number);
    const key = codes.join(",");
    const path = paths.get(key) ?? {
      channels: codes.map((code) => channel.names[code] as string),
      conversions: 0,
      nonConversions: 0,
    };
    if (converted) path.conversions++;
    else path.nonConversions++;
    paths.set(key, path);
  };
  for (let actor = 0; actor < dense.actorLimit; actor++) {
    const end = from[actor + 1] as number;
    let touches: number[] = [];
    for (let place = from[actor] as number; place < end; place++) {
      const row = rows[place] as number;
      if (converts[dense.event[row] as number] === 1) {
        close(touches, dense.timeMs[row] as number, true);
        touches = [];
      } else if (channel.codes[row] !== noValue) touches.push(row);
    }
    if (touches.length > 0) close(touches, dense.timeMs[rows[end - 1] as number] as number, false);
  }
  return [...paths.values()];
}
