import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FunnelDefinition } from "../funnel-definition.js";
import type { FunnelEvent } from "../funnel-events.js";
import { orderedFunnel } from "../ordered-funnel.js";
import { tallyFunnel } from "../tally-funnel.js";
import { createFunnelAccumulator } from "./create-funnel-accumulator.js";
import type { FunnelState } from "./funnel-state.js";
import { mergeFunnelStates } from "./merge-funnel-states.js";
import { partitionByActor } from "./partition-by-actor.js";
import { tallyFunnelInParts } from "./tally-funnel-in-parts.js";

const plain = orderedFunnel({ steps: ["A", "B", "A", "C"], windowMs: 6 });

const event = fc.record({
  actor: fc.constantFrom<string | number>("ann", "bo", 7),
  event: fc.constantFrom("A", "B", "C", "X", "Y"),
  timeMs: fc.nat(10),
  properties: fc.record({ p: fc.constantFrom(1, null), visit: fc.constantFrom("v", "w") }),
});
const log = fc.array(event, { minLength: 5, maxLength: 30, size: "max" });

const exclusions = [{ event: "X", between: ["A", "C"] as const, effect: "drop-actor" as const }];
const marked = plain.steps.map((step, index) =>
  index === 1 ? { ...step, optional: true as const } : { ...step, where: { property: "p", equals: 1 } },
);
const streamable: FunnelDefinition[] = [
  plain,
  { ...plain, ties: "simultaneous" },
  { ...plain, ties: "simultaneous", reuse: "repeat", entry: "first" },
  { ...plain, ties: "strictly-later", exclusions, gapMs: 3 },
  { ...plain, adjacency: "stop-on-repeat", dateRange: { fromMs: 1, toMs: 7 } },
  { ...plain, steps: marked, entry: "first" },
  { ...plain, steps: plain.steps.map((step) => ({ ...step, firstEver: true as const })) },
];
const anything: FunnelDefinition[] = [
  ...streamable,
  { ...plain, order: "any", ties: "simultaneous" },
  { ...plain, entry: "every", count: "attempts" },
  { ...plain, count: "sessions", session: "visit" },
  { ...plain, actor: { unit: "group", property: "visit" } },
];

/** Cuts a list at random places. */
const pieces = <T>(list: readonly T[], cuts: readonly number[]): T[][] => {
  const places = [0, ...cuts.map((cut) => cut % (list.length + 1)).sort((a, b) => a - b), list.length];
  return places.slice(1).map((to, nth) => list.slice(places[nth], to));
};
const cuts = fc.array(fc.nat(), { maxLength: 4 });
const json = (state: FunnelState): FunnelState => JSON.parse(JSON.stringify(state));

describe("an accumulator that is fed bit by bit tells what tallyFunnel tells", () => {
  test("from progress, in order of time, stopped and resumed on the way", () => {
    fc.assert(
      fc.property(log, cuts, fc.constantFrom(...streamable), (events, places, funnel) => {
        const byTime = events.toSorted((a, b) => a.timeMs - b.timeMs);
        let accumulator = createFunnelAccumulator(funnel);
        for (const piece of pieces(byTime, places)) {
          accumulator.add(piece);
          accumulator.tally();
          accumulator = createFunnelAccumulator(funnel, { state: json(accumulator.state()) });
        }
        expect(accumulator.tally()).toEqual(tallyFunnel(byTime, funnel));
      }),
      { numRuns: 1000 },
    );
  });

  test("from events, in any order, any rule", () => {
    fc.assert(
      fc.property(log, cuts, fc.constantFrom(...anything), (events, places, funnel) => {
        let accumulator = createFunnelAccumulator(funnel, { keep: "events" });
        for (const piece of pieces(events, places)) {
          accumulator.add(piece);
          accumulator = createFunnelAccumulator(funnel, { state: json(accumulator.state()) });
        }
        expect(accumulator.tally()).toEqual(tallyFunnel(events, funnel));
      }),
      { numRuns: 500 },
    );
  });
});

describe("states merge", () => {
  test("events of an actor that is split over shards, with sequence numbers, whatever the split", () => {
    fc.assert(
      fc.property(
        log,
        fc.constantFrom(...anything),
        fc.infiniteStream(fc.nat(2)),
        (events, funnel, shardOf) => {
          const rows: FunnelEvent[] = events.map((one, sequence) => ({ ...one, sequence }));
          const shards = [0, 1, 2].map(() => createFunnelAccumulator(funnel, { keep: "events" }));
          for (const row of rows) shards[shardOf.next().value as number]?.add([row]);
          const state = mergeFunnelStates(funnel, ...shards.map((shard) => json(shard.state())));
          const { counts, elapsedMs, actors, events: counted } = tallyFunnel(rows, funnel);
          expect(createFunnelAccumulator(funnel, { state }).tally()).toMatchObject({
            counts,
            elapsedMs,
            actors,
            events: counted,
          });
        },
      ),
    );
  });

  test("progress of disjoint actors; of a split actor it is refused", () => {
    const feed = (...events: FunnelEvent[]) => {
      const accumulator = createFunnelAccumulator(plain);
      accumulator.add(events);
      return accumulator.state();
    };
    const ann = { actor: "ann", event: "A", timeMs: 0 };
    const bo = { actor: "bo", event: "A", timeMs: 0 };
    const state = mergeFunnelStates(plain, feed(ann, { ...ann, event: "B", timeMs: 2 }), feed(bo));
    expect(createFunnelAccumulator(plain, { state }).tally().counts).toEqual([2, 1, 0, 0]);
    expect(() => mergeFunnelStates(plain, feed(ann), feed(bo, ann))).toThrow(
      expect.objectContaining({
        code: "funnel.actor-is-split",
        path: [1, "actors"],
        values: { actor: "ann" },
      }),
    );
    expect(() => mergeFunnelStates(plain)).toThrow(
      expect.objectContaining({ code: "funnel.nothing-to-merge" }),
    );
  });
});

describe("refused", () => {
  const code = (wanted: string) => expect.objectContaining({ name: "CxMetricsError", code: wanted });

  test("an event out of order, and nothing of its batch is taken", () => {
    const accumulator = createFunnelAccumulator(plain);
    accumulator.add([{ actor: "ann", event: "A", timeMs: 5 }]);
    const before = accumulator.state();
    expect(() =>
      accumulator.add([
        { actor: "bo", event: "A", timeMs: 1 },
        { actor: "ann", event: "B", timeMs: 4 },
      ]),
    ).toThrow(expect.objectContaining({ code: "events.out-of-order", path: ["events", 1] }));
    expect(accumulator.tally().counts).toEqual([1, 0, 0, 0]);
    expect(accumulator.state().progress.filter((one) => one !== null)).toEqual(before.progress);
    accumulator.add([{ actor: "bo", event: "A", timeMs: 4 }]);
    expect(accumulator.tally().counts).toEqual([2, 0, 0, 0]);
  });

  test.each(anything.slice(streamable.length, streamable.length + 3))(
    "progress for $order, $count",
    (funnel) => {
      expect(() => createFunnelAccumulator(funnel)).toThrow(code("funnel.progress-not-enough"));
    },
  );

  test("a state of another funnel, of another kind, or of nothing", () => {
    const state = createFunnelAccumulator(plain).state();
    const other = orderedFunnel({ steps: ["A"] });
    expect(() => createFunnelAccumulator(other, { state })).toThrow(code("funnel.bad-state"));
    expect(() => createFunnelAccumulator(plain, { state, keep: "events" })).toThrow(code("funnel.bad-state"));
    for (const key of Object.keys(state))
      for (const broken of [undefined, null, 1, "x", [1], [{}], {}])
        try {
          createFunnelAccumulator(plain, { state: { ...state, [key]: broken } as never }).tally();
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: "CxMetricsError" });
        }
  });
});

describe("parts", () => {
  test("any split by actor merges to the whole, with whatever runs it", async () => {
    await fc.assert(
      fc.asyncProperty(
        log,
        fc.constantFrom(...anything.slice(0, -1)),
        fc.integer({ min: 1, max: 5 }),
        async (events, funnel, parts) => {
          const { counts, elapsedMs, actors, events: counted, clusters } = tallyFunnel(events, funnel);
          const merged = await tallyFunnelInParts(events, funnel, tallyFunnel, parts);
          expect(merged).toMatchObject({ counts, elapsedMs, actors, events: counted });
          expect(merged.clusters).toEqual(clusters);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("sorted typed columns are cut between actors and share their memory", () => {
    const actor = new Uint32Array(new SharedArrayBuffer(24));
    actor.set([1, 1, 1, 1, 2, 3]);
    const columns = {
      actor,
      event: Uint8Array.of(0, 1, 0, 1, 0, 0),
      timeMs: Float64Array.of(1, 2, 3, 4, 5, 6),
      eventNames: ["A", "B"],
    };
    const found = partitionByActor(columns, 3);
    expect(found.map((part) => Array.from(part.actor))).toEqual([[1, 1, 1, 1], [], [2, 3]]);
    for (const part of found) expect((part.actor as Uint32Array).buffer).toBe(actor.buffer);
  });

  test("unsorted typed columns are dealt into columns of their kind; an account named by a property stays whole", async () => {
    const columns = {
      actor: Uint32Array.of(3, 1, 2, 1),
      event: Uint8Array.of(0, 1, 1, 0),
      timeMs: Float64Array.of(0, 1, 2, 3),
      eventNames: ["A", "B"],
      properties: { account: ["x", "x", "y", "y"] },
    };
    const parts = partitionByActor(columns, 2);
    expect(parts.map(({ actor }) => actor)).toEqual([Uint32Array.of(2), Uint32Array.of(3, 1, 1)]);
    const own: FunnelDefinition = { ...plain, actor: { unit: "account", property: "account" } };
    const { counts, actors } = await tallyFunnelInParts(columns, own, tallyFunnel, 2);
    expect({ counts, actors }).toEqual({ counts: tallyFunnel(columns, own).counts, actors: 2 });
    expect(counts[1]).toBeGreaterThan(0);
  });

  test("refused: no parts, no events", () => {
    for (const parts of [0, 1.5, Number.NaN, 1e9, "2"])
      expect(() => partitionByActor([], parts as number)).toThrow(
        expect.objectContaining({ name: "CxMetricsError" }),
      );
    expect(() => partitionByActor(undefined as never, 2)).toThrow(
      expect.objectContaining({ name: "CxMetricsError" }),
    );
  });
});
