import type { EventColumns } from "./climb.js";
import type { Codes } from "./dense-events.js";
import type { StepPlan } from "./step-plan.js";

/** Events of one actor from which a merge sort is quicker than an insertion sort. */
const many = 64;

/** Bits of the actor code that are sorted by in one go: few enough for a cache. */
const digit = 10;

/**
 * Events that the plan keeps, by actor, then time, then sequence, then row: first dealt out by the high bits of the actor,
 * then each lot, which now fits a cache, sorted by the low bits and by time inside each actor: an insertion sort, or a merge
 * sort where an actor has many events. Time grows with the rows alone where actors have few events or the rows come by time.
 */
export function orderEvents(events: EventColumns, actorLimit: number, plan: StepPlan): EventColumns {
  const bits = 32 - Math.clz32(Math.max(0, actorLimit - 1));
  const low = Math.max(digit, bits - digit);
  const { lots, ends } = deal(events, low, (Math.max(0, actorLimit - 1) >>> low) + 1, plan.keep);
  const ordered = emptyLike(lots, lots.rows);
  const place = new Uint32Array(2 ** Math.min(low, bits) + 1);
  for (let lot = 0, from = 0; lot < ends.length; lot++) {
    const to = ends[lot] as number;
    if (to > from) sortLot(lots, ordered, from, to, place);
    from = to;
  }
  return ordered;
}

function emptyLike({ event, sequence }: EventColumns, rows: number): EventColumns {
  return {
    rows,
    actor: new Uint32Array(rows),
    event: new (event.constructor as { new (length: number): Codes })(rows),
    timeMs: new Float64Array(rows),
    sequence: sequence === null ? null : new Float64Array(rows),
  };
}

/** Deals out the events that are kept into lots by the bits of the actor from `low` up, in their order. */
function deal(
  events: EventColumns,
  low: number,
  count: number,
  keep: Int32Array,
): { readonly lots: EventColumns; readonly ends: Uint32Array } {
  const { rows, actor, event, timeMs, sequence } = events;
  const place = new Uint32Array(count + 1);
  for (let row = 0; row < rows; row++) {
    // Without a branch, which half of all events would mispredict; what is left out may have no actor.
    const next = keep[event[row] as number] !== 0 ? ((actor[row] as number) >>> low) + 1 : 0;
    place[next] = (place[next] as number) + 1;
  }
  place[0] = 0;
  for (let lot = 0; lot < count; lot++) place[lot + 1] = (place[lot + 1] as number) + (place[lot] as number);
  const lots = emptyLike(events, place[count] as number);
  for (let row = 0; row < rows; row++) {
    const code = event[row] as number;
    if (keep[code] === 0) continue;
    const who = actor[row] as number;
    const lot = who >>> low;
    const to = place[lot] as number;
    place[lot] = to + 1;
    lots.actor[to] = who;
    lots.event[to] = code;
    lots.timeMs[to] = timeMs[row] as number;
    if (lots.sequence !== null && sequence !== null) lots.sequence[to] = sequence[row] as number;
  }
  return { lots, ends: place.subarray(0, count) };
}

/** Sorts one lot by the low bits of the actor into its place, and then each actor of it. */
function sortLot(
  lots: EventColumns,
  ordered: EventColumns,
  from: number,
  to: number,
  place: Uint32Array,
): void {
  const { actor, event, timeMs, sequence } = lots;
  const mask = place.length - 2;
  place.fill(0);
  for (let row = from; row < to; row++) {
    const next = ((actor[row] as number) & mask) + 1;
    place[next] = (place[next] as number) + 1;
  }
  place[0] = from;
  for (let low = 0; low <= mask; low++) place[low + 1] = (place[low + 1] as number) + (place[low] as number);
  for (let row = from; row < to; row++) {
    const who = actor[row] as number;
    const at = place[who & mask] as number;
    place[who & mask] = at + 1;
    ordered.actor[at] = who;
    ordered.event[at] = event[row] as number;
    ordered.timeMs[at] = timeMs[row] as number;
    if (ordered.sequence !== null && sequence !== null) ordered.sequence[at] = sequence[row] as number;
  }
  // Each place now stands where the next actor begins.
  for (let low = 0, start = from; low <= mask; low++) {
    const end = place[low] as number;
    if (end - start > many) mergeSort(ordered, start, end);
    else if (end - start > 1) insertionSort(ordered, start, end);
    start = end;
  }
}

function insertionSort({ event, timeMs, sequence }: EventColumns, from: number, to: number): void {
  for (let row = from + 1; row < to; row++) {
    const time = timeMs[row] as number;
    const code = event[row] as number;
    const rank = sequence === null ? 0 : (sequence[row] as number);
    let place = row;
    for (; place > from; place--) {
      const before = timeMs[place - 1] as number;
      if (before < time) break;
      if (before === time && (sequence === null || (sequence[place - 1] as number) <= rank)) break;
      timeMs[place] = before;
      event[place] = event[place - 1] as number;
      if (sequence !== null) sequence[place] = sequence[place - 1] as number;
    }
    timeMs[place] = time;
    event[place] = code;
    if (sequence !== null) sequence[place] = rank;
  }
}

function mergeSort({ event, timeMs, sequence }: EventColumns, from: number, to: number): void {
  const at = (column: Float64Array, row: number) => column[from + row] as number;
  const compare = (a: number, b: number) =>
    at(timeMs, a) - at(timeMs, b) || (sequence === null ? 0 : at(sequence, a) - at(sequence, b)) || a - b;
  let sorted = true;
  for (let row = 1; row < to - from && sorted; row++) sorted = compare(row - 1, row) < 0;
  if (sorted) return;
  const order = Uint32Array.from({ length: to - from }, (_, row) => row).sort(compare);
  for (const column of [event, timeMs, sequence]) {
    if (column === null) continue;
    const before = column.slice(from, to);
    for (let row = 0; row < order.length; row++) column[from + row] = before[order[row] as number] as number;
  }
}
