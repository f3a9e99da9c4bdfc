import type { EventColumns } from "./climb.js";
import type { Codes, DenseEvents } from "./dense-events.js";
import type { StepPlan } from "./step-plan.js";

/** Events of one actor from which a merge sort is quicker than an insertion sort. */
const many = 64;

/** Bits of the actor code that one pass sorts by: few enough for a cache, many enough for two passes over a million actors. */
const digit = 10;

/**
 * Step events only, by actor, then time, then sequence, then row: a radix sort by actor, then an insertion sort inside each
 * actor, or a merge sort where an actor has many events. Time grows with the rows alone where actors have few events or
 * the rows come by time.
 */
export function orderEvents(events: DenseEvents, plan: StepPlan): EventColumns {
  let ordered = distribute(events, 0, plan.single);
  for (let shift = digit; events.actorLimit > 2 ** shift; shift += digit)
    ordered = distribute(ordered, shift, null);
  const { rows, actor } = ordered;
  for (let from = 0; from < rows; ) {
    const who = actor[from] as number;
    let to = from + 1;
    while (to < rows && actor[to] === who) to++;
    if (to - from > many) mergeSort(ordered, from, to);
    else if (to - from > 1) insertionSort(ordered, from, to);
    from = to;
  }
  return ordered;
}

/** One stable pass of the radix sort, which leaves out events of no step where it is given the steps. */
function distribute(events: EventColumns, shift: number, single: Int32Array | null): EventColumns {
  const { rows, actor, event, timeMs, sequence } = events;
  const mask = 2 ** digit - 1;
  const place = new Uint32Array(mask + 2);
  for (let row = 0; row < rows; row++) {
    const next = (((actor[row] as number) >>> shift) & mask) + 1;
    // Without a branch, which half of all events would mispredict.
    const kept = single === null || single[event[row] as number] !== 0 ? 1 : 0;
    place[next] = (place[next] as number) + kept;
  }
  for (let bucket = 0; bucket <= mask; bucket++)
    place[bucket + 1] = (place[bucket + 1] as number) + (place[bucket] as number);
  const kept = place[mask + 1] as number;
  const ordered = {
    rows: kept,
    actor: new Uint32Array(kept),
    event: new (event.constructor as { new (length: number): Codes })(kept),
    timeMs: new Float64Array(kept),
    sequence: sequence === null ? null : new Float64Array(kept),
  };
  for (let row = 0; row < rows; row++) {
    const code = event[row] as number;
    if (single !== null && single[code] === 0) continue;
    const who = actor[row] as number;
    const bucket = (who >>> shift) & mask;
    const to = place[bucket] as number;
    place[bucket] = to + 1;
    ordered.actor[to] = who;
    ordered.event[to] = code;
    ordered.timeMs[to] = timeMs[row] as number;
    if (ordered.sequence !== null && sequence !== null) ordered.sequence[to] = sequence[row] as number;
  }
  return ordered;
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
