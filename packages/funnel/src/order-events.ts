import type { EventColumns } from "./climb.js";
import type { Codes } from "./dense-events.js";
import { radixOrder } from "./radix-order.js";

/** Events of one actor from which a radix sort is quicker than an insertion sort. */
const many = 128;

/** Rows a lot should hold, as a power of two: few enough for a cache. */
const lotBits = 15;

/** Most bits of the actor that are dealt by: more lots at a time would not fit the cache either. */
const mostDealt = 10;

/**
 * Takes events that come in any order lot by lot: those of some actors that are kept, by actor, then time, then sequence,
 * then row. First all are dealt out by the high bits of the actor, then each lot, which now fits a cache, is sorted by the
 * low bits and by time inside each actor, and taken before the next is touched. Time grows with the rows alone.
 *
 * @param keep per event code 1 where the event is kept, else 0
 * @param take is given one lot after another, actors ascending; the columns are used again
 */
export function orderEvents(
  events: EventColumns,
  actorLimit: number,
  keep: Int32Array,
  take: (columns: EventColumns) => void,
): void {
  const bits = bitsBelow(actorLimit);
  const codeBits = bitsBelow(keep.length);
  const wanted = Math.min(mostDealt, bitsBelow((events.rows >>> lotBits) + 1));
  const low = Math.min(Math.max(0, bits - wanted), 32 - codeBits);
  const lots = deal(events, low, codeBits, 2 ** (bits - low), keep);
  let most = 0;
  for (let lot = 0; lot < lots.begins.length; lot++)
    most = Math.max(most, (lots.ends[lot] as number) - (lots.begins[lot] as number));
  const ordered = {
    rows: most,
    actor: new Uint32Array(most),
    event: new (events.event.constructor as { new (length: number): Codes })(most),
    timeMs: new Float64Array(most),
    sequence: lots.sequence === null ? null : new Float64Array(most),
  };
  const place = new Uint32Array(2 ** low + 1);
  for (let lot = 0; lot < lots.begins.length; lot++) {
    const rows = sortLot(lots, lot, ordered, place, low, codeBits);
    if (rows > 0) take({ ...ordered, rows });
  }
}

/** How many bits the numbers from 0 up to below a limit need. */
function bitsBelow(limit: number): number {
  return 32 - Math.clz32(Math.max(0, limit - 1));
}

/** Events dealt out; each lot stands from its begin up to its end. */
interface Lots {
  /** The low bits of the actor, then the bits of the event code: two columns are written quicker than three. */
  readonly tag: Uint32Array;
  readonly timeMs: Float64Array;
  readonly sequence: Float64Array | null;
  readonly begins: Uint32Array;
  readonly ends: Uint32Array;
}

/** Deals out the events that are kept into lots by the bits of the actor from `low` up, in their order. */
function deal(
  { rows, actor, event, timeMs, sequence }: EventColumns,
  low: number,
  codeBits: number,
  count: number,
  keep: Int32Array,
): Lots {
  const sizes = new Uint32Array(count);
  for (let row = 0; row < rows; row++) {
    // Without a branch, which half of all events would mispredict; what is left out may have no actor, and then adds 0.
    const kept = keep[event[row] as number] as number;
    const lot = ((actor[row] as number) >>> low) & -kept;
    sizes[lot] = (sizes[lot] as number) + kept;
  }
  const begins = new Uint32Array(count);
  let total = 0;
  for (let lot = 0; lot < count; lot++) {
    begins[lot] = total;
    // One place more than is filled: an event that is not kept is written there too, and then written over.
    total += (sizes[lot] as number) + 1;
  }
  const ends = begins.slice();
  const tag = new Uint32Array(total);
  const timeTo = new Float64Array(total);
  const sequenceTo = sequence === null ? null : new Float64Array(total);
  for (let row = 0; row < rows; row++) {
    const code = event[row] as number;
    const kept = keep[code] as number;
    const who = actor[row] as number;
    const lot = (who >>> low) & -kept;
    const to = ends[lot] as number;
    ends[lot] = to + kept;
    // The high bits of the actor, which the lot tells, fall off.
    tag[to] = (who << codeBits) | code;
    timeTo[to] = timeMs[row] as number;
    if (sequenceTo !== null && sequence !== null) sequenceTo[to] = sequence[row] as number;
  }
  return { tag, timeMs: timeTo, sequence: sequenceTo, begins, ends };
}

/** Sorts one lot by the low bits of the actor to the front of `ordered`, and then each actor of it; tells its rows. */
function sortLot(
  { tag, timeMs, sequence, begins, ends }: Lots,
  lot: number,
  ordered: EventColumns,
  place: Uint32Array,
  low: number,
  codeBits: number,
): number {
  const from = begins[lot] as number;
  const to = ends[lot] as number;
  if (to === from) return 0;
  const { actor, event, timeMs: timeTo, sequence: sequenceTo } = ordered;
  const mask = 2 ** low - 1;
  const codeMask = 2 ** codeBits - 1;
  const first = lot * 2 ** low;
  place.fill(0);
  for (let row = from; row < to; row++) {
    const next = (((tag[row] as number) >>> codeBits) & mask) + 1;
    place[next] = (place[next] as number) + 1;
  }
  for (let at = 0; at <= mask; at++) place[at + 1] = (place[at + 1] as number) + (place[at] as number);
  for (let row = from; row < to; row++) {
    const own = tag[row] as number;
    const who = (own >>> codeBits) & mask;
    const at = place[who] as number;
    place[who] = at + 1;
    actor[at] = first + who;
    event[at] = own & codeMask;
    timeTo[at] = timeMs[row] as number;
    if (sequenceTo !== null && sequence !== null) sequenceTo[at] = sequence[row] as number;
  }
  // Each place now stands where the next actor begins.
  for (let who = 0, start = 0; who <= mask; who++) {
    const end = place[who] as number;
    if (end - start > many) sortMany(ordered, start, end);
    else if (end - start > 1) insertionSort(ordered, start, end);
    start = end;
  }
  return to - from;
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

function sortMany({ event, timeMs, sequence }: EventColumns, from: number, to: number): void {
  const times = timeMs.subarray(from, to);
  const ranks = sequence?.subarray(from, to);
  let row = 1;
  while (
    row < times.length &&
    ((times[row - 1] as number) < (times[row] as number) ||
      (times[row - 1] === times[row] &&
        (ranks === undefined || (ranks[row - 1] as number) <= (ranks[row] as number))))
  )
    row++;
  if (row === times.length) return;
  const order = radixOrder(ranks === undefined ? [times] : [ranks, times], times.length);
  for (const column of [event, timeMs, sequence]) {
    if (column === null) continue;
    const before = column.slice(from, to);
    for (let nth = 0; nth < order.length; nth++) column[from + nth] = before[order[nth] as number] as number;
  }
}
