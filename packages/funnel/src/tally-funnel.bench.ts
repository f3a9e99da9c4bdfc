import { bench, describe } from "vitest";
import type { FunnelEventColumns } from "./funnel-events.js";
import { orderedFunnel } from "./ordered-funnel.js";
import { tallyFunnel } from "./tally-funnel.js";

// 10 M events of 1 M actors over 30 days, 12 event types of which 5 are steps (49 % of the events), a 7-day window.
const rows = 10_000_000;
const actors = 1_000_000;
const day = 86_400_000;
const eventNames = ["s1", "s2", "s3", "s4", "s5", "x1", "x2", "x3", "x4", "x5", "x6", "x7"];
const funnel = orderedFunnel({ steps: eventNames.slice(0, 5), windowMs: 7 * day });

/** A small generator with a fixed seed (mulberry32), so that every run counts the same data. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Columns = { actor: Uint32Array; event: Uint8Array; timeMs: Float64Array; eventNames: string[] };

function unsortedColumns(): Columns {
  const random = generator(7);
  const share = [0.2, 0.12, 0.08, 0.05, 0.04];
  const columns = {
    actor: new Uint32Array(rows),
    event: new Uint8Array(rows),
    timeMs: new Float64Array(rows),
    eventNames,
  };
  for (let row = 0; row < rows; row++) {
    columns.actor[row] = random() * actors;
    columns.timeMs[row] = 1.7e12 + Math.floor(random() * 30 * day);
    let draw = random();
    let code = 0;
    while (code < 5 && draw >= (share[code] as number)) draw -= share[code++] as number;
    columns.event[row] = code < 5 ? code : 5 + Math.floor(random() * 7);
  }
  return columns;
}

function sortedColumns({ actor, event, timeMs }: Columns): Columns {
  const byTime = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) byTime[row] = row;
  const keyed = new Float64Array(rows);
  // Actor in the high bits, time below: 20 + 32 bits fit a double.
  for (let row = 0; row < rows; row++)
    keyed[row] = (actor[row] as number) * 2 ** 32 + ((timeMs[row] as number) - 1.7e12);
  const order = byTime.sort((a, b) => (keyed[a] as number) - (keyed[b] as number));
  return {
    actor: actor.map((_, row) => actor[order[row] as number] as number),
    event: event.map((_, row) => event[order[row] as number] as number),
    timeMs: timeMs.map((_, row) => timeMs[order[row] as number] as number),
    eventNames,
  };
}

function sumOfColumns({ actor, event, timeMs }: Columns): number {
  let sum = 0;
  for (let row = 0; row < rows; row++)
    sum += (actor[row] as number) + (event[row] as number) + (timeMs[row] as number);
  return sum;
}

/** What one writes first: a list of events an actor in a Map, sorted and followed one by one. */
function naive({ actor, event, timeMs }: Columns, window: number): number[] {
  const events = new Map<number, { timeMs: number; event: string }[]>();
  for (let row = 0; row < rows; row++) {
    const who = actor[row] as number;
    const list = events.get(who) ?? [];
    if (list.length === 0) events.set(who, list);
    list.push({ timeMs: timeMs[row] as number, event: eventNames[event[row] as number] as string });
  }
  const counts = [0, 0, 0, 0, 0];
  for (const list of events.values()) {
    list.sort((a, b) => a.timeMs - b.timeMs);
    const start: (number | undefined)[] = [];
    let level = 0;
    for (const { timeMs: time, event: name } of list) {
      const step = eventNames.indexOf(name);
      if (step > 4) continue;
      const began = step === 0 ? time : start[step - 1];
      if (began === undefined || time - began > window) continue;
      start[step] = began;
      level = Math.max(level, step + 1);
    }
    for (let step = 0; step < level; step++) counts[step] = (counts[step] as number) + 1;
  }
  return counts;
}

const unsorted = unsortedColumns();
const sorted = sortedColumns(unsorted);
const check = naive(sorted, 7 * day).join();
for (const columns of [sorted, unsorted] satisfies FunnelEventColumns[])
  if (tallyFunnel(columns, funnel).counts.join() !== check) throw new Error("the counts differ");

const options = { time: 0, iterations: 5, warmupTime: 0, warmupIterations: 1 };

describe("10 M events, 1 M actors, 5 steps, 7 days", () => {
  bench("sum of the three columns (memory bound)", () => void sumOfColumns(sorted), options);
  bench("tallyFunnel, sorted", () => void tallyFunnel(sorted, funnel), options);
  bench("tallyFunnel, unsorted", () => void tallyFunnel(unsorted, funnel), options);
  bench("a Map of lists, sorted", () => void naive(sorted, 7 * day), {
    ...options,
    iterations: 1,
    warmupIterations: 0,
  });
});
