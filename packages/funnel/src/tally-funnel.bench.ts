import { createRequire } from "node:module";
import { bench, describe } from "vitest";
import { freezeFunnel } from "./frozen/freeze-funnel.js";
import type { FrozenFunnel } from "./frozen/frozen-funnel.js";
import type { FunnelEvent, FunnelEventColumns } from "./funnel-events.js";
import { orderedFunnel } from "./ordered-funnel.js";
import { partitionByActor } from "./stream/partition-by-actor.js";
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

/** Columns over memory that threads share. */
function emptyColumns(): Columns {
  const shared = (bytes: number) => new SharedArrayBuffer(rows * bytes);
  return {
    actor: new Uint32Array(shared(4)),
    event: new Uint8Array(shared(1)),
    timeMs: new Float64Array(shared(8)),
    eventNames,
  };
}

/** Rows in any order. With a heavy actor, every tenth event is hers. */
function unsortedColumns(heavy: boolean): Columns {
  const random = generator(7);
  const share = [0.2, 0.12, 0.08, 0.05, 0.04];
  const columns = emptyColumns();
  for (let row = 0; row < rows; row++) {
    const who = Math.floor(random() * actors);
    columns.actor[row] = heavy && row % 10 === 0 ? 5 : who;
    columns.timeMs[row] = 1.7e12 + Math.floor(random() * 30 * day);
    let draw = random();
    let code = 0;
    while (code < 5 && draw >= (share[code] as number)) draw -= share[code++] as number;
    columns.event[row] = code < 5 ? code : 5 + Math.floor(random() * 7);
  }
  return columns;
}

function sortedColumns({ actor, event, timeMs }: Columns): Columns {
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  order.sort(
    (a, b) =>
      (actor[a] as number) - (actor[b] as number) || (timeMs[a] as number) - (timeMs[b] as number) || a - b,
  );
  const sorted = emptyColumns();
  for (let row = 0; row < rows; row++) {
    const from = order[row] as number;
    sorted.actor[row] = actor[from] as number;
    sorted.event[row] = event[from] as number;
    sorted.timeMs[row] = timeMs[from] as number;
  }
  return sorted;
}

function sumOfColumns({ actor, event, timeMs }: Columns): number {
  let sum = 0;
  for (let row = 0; row < rows; row++)
    sum += (actor[row] as number) + (event[row] as number) + (timeMs[row] as number);
  return sum;
}

/** What one writes first: a list of events an actor in a Map, sorted and followed one by one. */
function naive(log: readonly FunnelEvent[], window: number): number[] {
  const events = new Map<string | number, FunnelEvent[]>();
  for (const event of log) {
    const list = events.get(event.actor);
    if (list === undefined) events.set(event.actor, [event]);
    else list.push(event);
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

const unsorted = unsortedColumns(false);
const heavy = unsortedColumns(true);
const sorted = sortedColumns(unsorted);
const window = 7 * day;
const expected = tallyFunnel(sorted, funnel).counts;
const agree = (counts: readonly number[], with_ = expected) => {
  if (counts.join() !== with_.join()) throw new Error(`${counts.join()} is not ${with_.join()}`);
};
agree(tallyFunnel(unsorted, funnel).counts);

/** A fifth of the events as rows, each with texts of its own, as a file would yield them. */
const texts: FunnelEvent[] = Array.from({ length: rows / 5 }, (_, row) => ({
  actor: `user_${(unsorted.actor[row] as number) % (actors / 5)}`,
  event: eventNames[unsorted.event[row] as number] as string,
  timeMs: unsorted.timeMs[row] as number,
}));
agree(naive(texts, window), tallyFunnel(texts, funnel).counts);

interface DuckDb {
  readonly asof: () => Promise<number[]>;
  readonly selfJoin: () => Promise<number[]>;
}
interface Threads {
  readonly tally: (parts: readonly FunnelEventColumns[], funnel: FrozenFunnel) => Promise<number[][]>;
}
// Peers stand in plain scripts: what they import is no dependency of this package.
const peer = (name: string) => import(String(new URL(`../fixtures/${name}`, import.meta.url)));
const loads = (name: string) => {
  try {
    return createRequire(import.meta.url).resolve(name) !== "";
  } catch {
    return false;
  }
};
const duckDb: { unsorted: DuckDb; sorted: DuckDb } | null = loads("@duckdb/node-api")
  ? await peer("duckdb-funnel.mjs").then(async ({ duckdbFunnel }) => ({
      unsorted: await duckdbFunnel(unsorted, window),
      sorted: await duckdbFunnel(sorted, window),
    }))
  : null;
if (duckDb !== null) agree(await duckDb.unsorted.asof());

const { tallyThreads } = await peer("tally-threads.mjs");
const threads: Threads = await tallyThreads(2);
const frozen = freezeFunnel(funnel);
const halves = partitionByActor(sorted, 2);
const [one = [], other = []] = await threads.tally(halves, frozen);
agree(one.map((count, step) => count + (other[step] as number)));

const options = { time: 0, iterations: 5, warmupTime: 0, warmupIterations: 1 };

describe("10 M events, 1 M actors, 5 steps, 7 days", () => {
  bench("sum of the three columns (memory bound)", () => void sumOfColumns(sorted), options);
  bench("tallyFunnel, sorted", () => void tallyFunnel(sorted, funnel), options);
  bench("tallyFunnel, unsorted", () => void tallyFunnel(unsorted, funnel), options);
  bench(
    "tallyFunnel, unsorted, one actor with a tenth of the events",
    () => void tallyFunnel(heavy, funnel),
    options,
  );
  if (duckDb === null) return;
  bench(
    "DuckDB on two threads, sorted, self-join",
    async () => void (await duckDb.sorted.selfJoin()),
    options,
  );
  bench("DuckDB on two threads, sorted, ASOF", async () => void (await duckDb.sorted.asof()), options);
  bench(
    "DuckDB on two threads, unsorted, self-join",
    async () => void (await duckDb.unsorted.selfJoin()),
    options,
  );
  bench("DuckDB on two threads, unsorted, ASOF", async () => void (await duckDb.unsorted.asof()), options);
});

describe("the same, by the other rules, sorted", () => {
  const rules = [
    { ties: "simultaneous" },
    { ties: "strictly-later" },
    { entry: "first" },
    { reuse: "repeat", ties: "simultaneous" },
    { order: "any", ties: "simultaneous" },
  ] as const;
  bench("the default", () => void tallyFunnel(sorted, funnel), options);
  for (const rule of rules)
    bench(JSON.stringify(rule), () => void tallyFunnel(sorted, { ...funnel, ...rule }), options);
});

describe("the same, sorted, on threads that stand ready", () => {
  bench("one thread", async () => void (await threads.tally([sorted], frozen)), options);
  bench("two threads, cut between actors", async () => void (await threads.tally(halves, frozen)), options);
});

describe("2 M rows with texts of their own", () => {
  bench("tallyFunnel", () => void tallyFunnel(texts, funnel), options);
  bench("a Map of lists", () => void naive(texts, window), options);
});
