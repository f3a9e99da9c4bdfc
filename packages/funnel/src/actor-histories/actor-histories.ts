import { type DenseEvents, denseEvents } from "../dense-events.js";
import { eventDoor } from "../event-door.js";
import type { FunnelEvents } from "../funnel-events.js";

/** Events by actor, each actor's in its total order: time, then sequence number, then row. */
export interface ActorHistories {
  readonly events: DenseEvents;
  /** Rows that count; those of actor a stand from `from[a]` up to `from[a + 1]`. */
  readonly rows: Uint32Array;
  readonly from: Uint32Array;
  /** Earliest and latest time of a row that counts; `null` without any. */
  readonly span: { readonly firstMs: number; readonly lastMs: number } | null;
}

/** Reads events of either shape and sorts their row numbers; the columns themselves are not copied. */
export function actorHistories(given: FunnelEvents): ActorHistories {
  const events = denseEvents(given, eventDoor({}));
  const { rows, actor, actorLimit, event, eventNames, timeMs, sequence } = events;
  const leftOut = eventNames.length;
  const from = new Uint32Array(actorLimit + 1);
  let firstMs = Number.POSITIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows; row++) {
    if (event[row] === leftOut) continue;
    const next = (actor[row] as number) + 1;
    from[next] = (from[next] as number) + 1;
    const time = timeMs[row] as number;
    if (time < firstMs) firstMs = time;
    if (time > lastMs) lastMs = time;
  }
  for (let code = 0; code < actorLimit; code++)
    from[code + 1] = (from[code + 1] as number) + (from[code] as number);
  const place = from.slice();
  const sorted = new Uint32Array(from[actorLimit] as number);
  for (let row = 0; row < rows; row++) {
    if (event[row] === leftOut) continue;
    const code = actor[row] as number;
    const to = place[code] as number;
    place[code] = to + 1;
    sorted[to] = row;
  }
  const compare = (one: number, other: number): number =>
    (timeMs[one] as number) - (timeMs[other] as number) ||
    (sequence === null ? 0 : (sequence[one] as number) - (sequence[other] as number)) ||
    one - other;
  for (let code = 0; code < actorLimit; code++) {
    const end = from[code + 1] as number;
    for (let at = (from[code] as number) + 1; at < end; at++) {
      if (compare(sorted[at - 1] as number, sorted[at] as number) < 0) continue;
      sorted.subarray(from[code] as number, end).sort(compare);
      break;
    }
  }
  // The sums turn −0 into 0.
  const span = sorted.length === 0 ? null : { firstMs: firstMs + 0, lastMs: lastMs + 0 };
  return { events, rows: sorted, from, span };
}
