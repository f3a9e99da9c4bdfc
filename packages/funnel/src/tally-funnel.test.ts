import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exhaustiveFunnel } from "../fixtures/exhaustive-funnel.js";
import { defineFunnel } from "./define-funnel.js";
import { encodeIds } from "./encode-ids.js";
import type { FunnelDefinition } from "./funnel-definition.js";
import type { FunnelEvent, FunnelEvents } from "./funnel-events.js";
import { orderedFunnel } from "./ordered-funnel.js";
import { tallyFunnel } from "./tally-funnel.js";

/** A log in the notation of the examples: "A@0 B@30", one actor. */
function log(text: string): FunnelEvent[] {
  return text
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => {
      const [event = "", time] = word.split("@");
      return { actor: "ann", event, timeMs: Number(time) };
    });
}

const level = (text: string, steps: string, windowMs: number | null = 60) =>
  tallyFunnel(log(text), orderedFunnel({ steps: [...steps], windowMs })).counts.filter((count) => count > 0)
    .length;

const elapsed = (text: string, steps: string, windowMs: number | null = 60) =>
  tallyFunnel(log(text), orderedFunnel({ steps: [...steps], windowMs })).elapsedMs.flat();

describe("furthest step, by hand (window 60)", () => {
  // Inputs on which twelve products disagree; the answers are those of the rule "best start, each event once, row order".
  test.each([
    ["a later start rescues the attempt", "A@0 A@30 B@45 C@75", "ABC", 3],
    ["the window's end is inside", "A@0 B@60", "AB", 2],
    ["one millisecond later is outside", "A@0 B@61", "AB", 1],
    ["same instant, in step order", "A@0 B@0", "AB", 2],
    ["same instant, against step order", "B@0 A@0", "AB", 1],
    ["one event does not fill two steps", "A@0", "AA", 1],
    ["two events fill two equal steps", "A@0 A@5", "AA", 2],
    ["other events in between are ignored", "A@0 X@1 B@2", "AB", 2],
    ["a step out of order is ignored", "A@0 C@1 B@2 C@3", "ABC", 3],
    ["a repeated step is ignored", "A@0 B@1 B@2 C@3", "ABC", 3],
    ["step 1 may come again under way", "A@0 B@1 A@2 C@3", "ABC", 3],
    ["a second attempt gets further", "A@0 B@100 A@200 B@210 C@220", "ABC", 3],
    ["the last step is late for both starts", "A@0 B@10 A@50 C@65", "ABC", 2],
    ["a later step alone enters nobody", "B@0 C@1", "ABC", 0],
    ["times below zero and around the epoch", "A@-30 B@0 C@30", "ABC", 3],
  ])("%s: %s through %s", (_, text, steps, furthest) => {
    expect(level(text, steps)).toBe(furthest);
  });

  test("without a window any later event counts", () => {
    expect(level("A@0 B@9000000000", "AB", null)).toBe(2);
  });
});

describe("elapsed time, by hand", () => {
  test.each([
    ["from the latest start that ends there", "A@0 A@30 B@45", "AB", [15]],
    ["to the earliest completion", "A@0 B@40 A@50 B@51", "AB", [40]],
    ["each step by its own best chain", "A@0 B@10 A@50 C@55 B@56 C@57", "ABC", [10, 55]],
    ["at one instant", "A@7 B@7", "AB", [0]],
    ["negative zero is zero", "A@0 B@-0", "AB", [0]],
  ])("%s: %s through %s", (_, text, steps, times) => {
    expect(elapsed(text, steps)).toEqual(times);
  });
});

test("sequence numbers order an instant, whatever the order of the rows", () => {
  const funnel = orderedFunnel({ steps: ["A", "B"] });
  const rows = [
    { actor: 1, event: "B", timeMs: 5, sequence: 2 },
    { actor: 1, event: "A", timeMs: 5, sequence: 1 },
  ];
  expect(tallyFunnel(rows, funnel)).toMatchObject({ counts: [1, 1], tiesByArrival: 0 });
  expect(tallyFunnel(rows.toReversed(), funnel)).toMatchObject({ counts: [1, 1], tiesByArrival: 0 });
});

test("instants that only the rows order are counted, once a group, only where the events differ", () => {
  const funnel = orderedFunnel({ steps: ["A", "B", "C"] });
  expect(tallyFunnel(log("A@1 A@1 B@2 B@2"), funnel).tiesByArrival).toBe(0);
  expect(tallyFunnel(log("A@1 B@1 A@1 B@1"), funnel).tiesByArrival).toBe(1);
  expect(tallyFunnel(log("A@1 B@1 A@2 B@2"), funnel).tiesByArrival).toBe(2);
});

test("a step may name alternatives, and an event several steps", () => {
  const funnel = defineFunnel({
    ...orderedFunnel({ steps: ["A"] }),
    steps: [
      { name: "open", event: ["A", "B"] },
      { name: "close", event: ["B", "C", "B"] },
    ],
  });
  expect(tallyFunnel(log("A@0 B@1"), funnel).counts).toEqual([1, 1]);
  expect(tallyFunnel(log("B@0"), funnel).counts).toEqual([1, 0]);
  expect(tallyFunnel(log("B@0 B@1"), funnel).counts).toEqual([1, 1]);
  expect(tallyFunnel(log("C@0 A@1"), funnel).counts).toEqual([1, 0]);
});

test("the number 1 and the text 1 are two actors", () => {
  const events = [
    { actor: 1, event: "A", timeMs: 1 },
    { actor: "1", event: "B", timeMs: 2 },
  ];
  expect(tallyFunnel(events, orderedFunnel({ steps: ["A", "B"] }))).toMatchObject({
    counts: [1, 0],
    actors: 2,
  });
});

test("rows without actor or event are left out and counted", () => {
  const columns = {
    actor: ["a", null, "a", undefined, "b", Number.NaN],
    event: ["A", "B", "B", "B", null, null],
    timeMs: [1, 2, 3, 4, 5, 6],
  };
  const tally = tallyFunnel(columns as unknown as FunnelEvents, orderedFunnel({ steps: ["A", "B"] }));
  expect(tally).toMatchObject({
    counts: [1, 1],
    actors: 1,
    events: 2,
    excluded: { "no-actor": 3, "no-event": 1 },
  });
});

test("codes may miss an event, and a table may name a blank", () => {
  const columns = {
    actor: [1, 1, 1],
    event: Float64Array.of(1, Number.NaN, 2),
    timeMs: [0, 1, 2],
    eventNames: ["", "A", "B"],
  };
  const { counts, excluded } = tallyFunnel(columns, orderedFunnel({ steps: ["A", "B"] }));
  expect([counts, excluded]).toEqual([[1, 1], { "no-event": 1 }]);
});

test("event names that never occur are told, with those that do", () => {
  const tally = tallyFunnel(log("A@1 X@2"), orderedFunnel({ steps: ["A", "buy", "B"] }));
  expect(tally.unseenEvents).toEqual(["B", "buy"]);
  expect(tally.eventNames).toEqual(["A", "X"]);
  const codes = { actor: [1], event: [1], timeMs: [0], eventNames: ["buy", "A"] };
  expect(tallyFunnel(codes, orderedFunnel({ steps: ["A", "buy"] })).unseenEvents).toEqual(["buy"]);
});

test("at most 1,000 event names are kept, the first by code unit", () => {
  const rows = Array.from({ length: 1500 }, (_, n) => ({ actor: 1, event: `e${9999 - n}`, timeMs: n }));
  const { eventNames = [] } = tallyFunnel(rows, orderedFunnel({ steps: ["e9000"] }));
  expect([eventNames.length, eventNames[0]]).toEqual([1000, "e8500"]);
});

test("no events: zeros", () => {
  const empty = {
    warnings: [],
    counts: [0, 0],
    elapsedMs: [[]],
    actors: 0,
    events: 0,
    unseenEvents: ["A", "B"],
  };
  const funnel = orderedFunnel({ steps: ["A", "B"] });
  expect(tallyFunnel([], funnel)).toMatchObject(empty);
  expect(tallyFunnel({ actor: [], event: [], timeMs: [] }, funnel)).toMatchObject(empty);
  expect(
    tallyFunnel(
      { actor: new Uint32Array(), event: new Uint8Array(), timeMs: new Float64Array(), eventNames: [] },
      funnel,
    ),
  ).toMatchObject(empty);
});

test("times that look like seconds are warned of", () => {
  const funnel = orderedFunnel({ steps: ["A", "B"] });
  const codes = (text: string) => tallyFunnel(log(text), funnel).warnings?.map(({ code }) => code);
  expect(codes("A@1700000000 B@1700000060")).toEqual(["event.time-looks-like-seconds"]);
  expect(codes("A@1700000000 B@1700000060000")).toEqual([]);
});

const cases = fc.record({
  events: fc.array(
    fc.record({
      actor: fc.integer({ min: 0, max: 2 }),
      event: fc.constantFrom("A", "A", "B", "B", "C", "X"),
      timeMs: fc.integer({ min: -2, max: 4 }),
      sequence: fc.integer({ min: 0, max: 3 }),
    }),
    { minLength: 4, maxLength: 16, size: "max" },
  ),
  steps: fc.array(fc.constantFrom<string[]>(["A"], ["B"], ["C"], ["A", "B"], ["B", "C"]), {
    minLength: 1,
    maxLength: 4,
  }),
  windowMs: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 7 }),
  numbered: fc.boolean(),
});

const funnelOf = (steps: string[][], windowMs: number | null): FunnelDefinition =>
  defineFunnel({
    ...orderedFunnel({ steps: ["A"], windowMs }),
    steps: steps.map((event, index) => ({ name: `step ${index + 1}`, event })),
  });

describe("against trying every chain", () => {
  test("levels and times agree on 4,000 random logs, of which at least 30 % each hold ties, repeats and hit windows", () => {
    const share = {
      tie: 0,
      repeatedEvent: 0,
      repeatedStep: 0,
      windowHit: 0,
      twoStepsAtLeast: 0,
      unsorted: 0,
    };
    let logs = 0;
    fc.assert(
      fc.property(cases, ({ events, steps, windowMs, numbered }) => {
        const rows: FunnelEvent[] = numbered ? events : events.map(({ sequence: _, ...event }) => event);
        const actors = [0, 1, 2].map((actor) => rows.filter((row) => row.actor === actor));
        const found = actors.map((own) => exhaustiveFunnel(own, steps, windowMs ?? Number.POSITIVE_INFINITY));
        const expected = {
          counts: steps.map((_, step) => found.filter(({ level }) => level > step).length),
          elapsedMs: steps.slice(1).map((_, step) =>
            found
              .filter(({ elapsedMs }) => elapsedMs.length > step)
              .map(({ elapsedMs }) => elapsedMs[step] as number)
              .sort((a, b) => a - b),
          ),
          actors: actors.filter((own) => own.length > 0).length,
          events: rows.length,
        };
        const funnel = funnelOf(steps, windowMs);
        expect(tallyFunnel(rows, funnel)).toMatchObject(expected);
        const byActor = rows.toSorted(
          (a, b) =>
            Number(a.actor) - Number(b.actor) || a.timeMs - b.timeMs || (a.sequence ?? 0) - (b.sequence ?? 0),
        );
        expect(tallyFunnel(byActor, funnel)).toMatchObject(expected);

        logs++;
        const inSteps = actors.map((own) => own.filter(({ event }) => steps.flat().includes(event)));
        const some = (test: (own: FunnelEvent[]) => boolean) => (inSteps.some(test) ? 1 : 0);
        share.tie += some((own) => new Set(own.map(({ timeMs }) => timeMs)).size < own.length);
        share.repeatedEvent += some((own) => new Set(own.map(({ event }) => event)).size < own.length);
        share.repeatedStep += new Set(steps.flat()).size < steps.flat().length ? 1 : 0;
        share.windowHit += some((own) =>
          own.some((a) => own.some((b) => a.timeMs - b.timeMs === windowMs && steps[0]?.includes(b.event))),
        );
        share.twoStepsAtLeast += expected.counts.length > 1 && (expected.counts[1] as number) > 0 ? 1 : 0;
        share.unsorted += byActor.some((row, index) => row !== rows[index]) ? 1 : 0;
      }),
      { numRuns: 4000 },
    );
    for (const [kind, count] of Object.entries(share)) expect(count / logs, kind).toBeGreaterThan(0.3);
  });

  test("one actor with hundreds of events, out of order, against every start", () => {
    const everyStart = (rows: FunnelEvent[], steps: string[], windowMs: number): number => {
      const sorted = rows.toSorted((a, b) => a.timeMs - b.timeMs || (a.sequence ?? 0) - (b.sequence ?? 0));
      let best = 0;
      for (const [first, { timeMs, event }] of sorted.entries()) {
        if (event !== steps[0]) continue;
        let step = 1;
        for (const later of sorted.slice(first + 1))
          if (step < steps.length && later.event === steps[step] && later.timeMs - timeMs <= windowMs) step++;
        best = Math.max(best, step);
      }
      return best;
    };
    const event = fc.record({
      actor: fc.constantFrom("heavy", "light"),
      event: fc.constantFrom("A", "B", "C", "D", "X"),
      timeMs: fc.integer({ min: 0, max: 60 }),
      sequence: fc.nat(),
    });
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 150, maxLength: 400 }),
        fc.integer({ min: 1, max: 4 }),
        (rows, windowMs) => {
          const steps = ["A", "B", "C", "D", "A"];
          const { counts } = tallyFunnel(rows, orderedFunnel({ steps, windowMs }));
          const levels = ["heavy", "light"].map((actor) =>
            everyStart(
              rows.filter((row) => row.actor === actor),
              steps,
              windowMs,
            ),
          );
          expect(counts).toEqual(steps.map((_, step) => levels.filter((furthest) => furthest > step).length));
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("laws", () => {
  const numberedCases = cases.map(({ events, ...rest }) => ({
    ...rest,
    // A sequence number of its own for each event makes the order total.
    events: events.map((event, sequence) => ({ ...event, sequence })),
  }));

  test("the order of the rows changes nothing when sequence numbers make the order total", () => {
    fc.assert(
      fc.property(
        numberedCases.chain((one) =>
          fc.record({
            one: fc.constant(one),
            shuffled: fc.shuffledSubarray(one.events, { minLength: one.events.length }),
          }),
        ),
        ({ one: { events, steps, windowMs }, shuffled }) => {
          const funnel = funnelOf(steps, windowMs);
          expect(tallyFunnel(shuffled, funnel)).toEqual(tallyFunnel(events, funnel));
        },
      ),
    );
  });

  test("rows, columns of texts, columns of codes and typed arrays agree", () => {
    fc.assert(
      fc.property(numberedCases, ({ events, steps, windowMs }) => {
        const funnel = funnelOf(steps, windowMs);
        const rows = tallyFunnel(events, funnel);
        const columns = {
          actor: events.map(({ actor }) => `user ${actor}`),
          event: events.map(({ event }) => event),
          timeMs: events.map(({ timeMs }) => timeMs),
          sequence: events.map(({ sequence }) => sequence),
        };
        const { codes: actor } = encodeIds(columns.actor);
        const { codes, names } = encodeIds(columns.event);
        const eventNames = names as string[];
        expect(tallyFunnel(columns, funnel)).toEqual(rows);
        expect(tallyFunnel({ ...columns, actor, event: codes, eventNames }, funnel)).toEqual(rows);
        expect(tallyFunnel({ ...columns, actor, event: [...codes], eventNames }, funnel)).toEqual(rows);
        expect(
          tallyFunnel(
            {
              actor: Float32Array.from(events, (event) => event.actor - 1e6),
              event: Uint8Array.from(codes),
              timeMs: Float64Array.from(columns.timeMs),
              sequence: Int16Array.from(columns.sequence),
              eventNames,
            },
            funnel,
          ),
        ).toEqual(rows);
      }),
    );
  });

  test("counts never increase from step to step, and a longer window never lowers them", () => {
    fc.assert(
      fc.property(cases, ({ events, steps, windowMs }) => {
        const { counts, actors } = tallyFunnel(events, funnelOf(steps, windowMs));
        for (const [step, count] of counts.entries())
          expect(count).toBeLessThanOrEqual(step === 0 ? actors : (counts[step - 1] as number));
        const wider = tallyFunnel(events, funnelOf(steps, windowMs === null ? null : windowMs + 1)).counts;
        for (const [step, count] of counts.entries()) expect(wider[step]).toBeGreaterThanOrEqual(count);
      }),
    );
  });

  test("shifting all times changes nothing, and neither do events of no step", () => {
    fc.assert(
      fc.property(
        numberedCases,
        fc.integer({ min: -1e12, max: 1e12 }),
        ({ events, steps, windowMs }, shift) => {
          const funnel = funnelOf(steps, windowMs);
          const { counts, elapsedMs } = tallyFunnel(events, funnel);
          const shifted = events.map((event) => ({ ...event, timeMs: event.timeMs + shift }));
          expect(tallyFunnel(shifted, funnel)).toMatchObject({ counts, elapsedMs });
          const noise = events.map((event) => ({ ...event, event: "noise" }));
          expect(tallyFunnel([...noise, ...events], funnel)).toMatchObject({ counts, elapsedMs });
        },
      ),
    );
  });
});

describe("a real clickstream (ecommerce-clickstream.csv), against Python and SQLite", () => {
  const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
  const [, ...lines] = fixture("ecommerce-clickstream.csv").trim().split("\n");
  const cells = lines.map((line) => line.split(","));
  const column = (index: number) => cells.map((row) => row[index] as string);
  const answers = JSON.parse(fixture("ecommerce-funnels.json")) as {
    funnels: {
      name: string;
      actor: string;
      steps: string[];
      windowMs: number | null;
      counts: number[];
      sumMs: number[];
    }[];
  };

  test.each(answers.funnels)("$name", ({ actor, steps, windowMs, counts, sumMs }) => {
    const columns = {
      actor: column(actor === "user" ? 0 : 1),
      event: column(2),
      timeMs: column(3).map(Number),
      sequence: column(4).map(Number),
    };
    const tally = tallyFunnel(columns, orderedFunnel({ steps, windowMs }));
    expect(tally.counts).toEqual(counts);
    expect(tally.elapsedMs.map((times) => times.reduce((sum, time) => sum + time, 0))).toEqual(sumMs);
    const backwards = Object.fromEntries(
      Object.entries(columns).map(([name, values]) => [name, values.toReversed()]),
    );
    expect(tallyFunnel(backwards as typeof columns, orderedFunnel({ steps, windowMs }))).toEqual(tally);
  });
});

describe("refused", () => {
  const funnel = orderedFunnel({ steps: ["A", "B"] });
  const tally = (events: unknown, definition: unknown = funnel) =>
    tallyFunnel(events as FunnelEvents, definition as FunnelDefinition);
  const one = { actor: 1, event: "A", timeMs: 1 };

  test.each([
    ["a Date", new Date(0)],
    ["a text", "2024-01-01"],
    ["a BigInt", 1n],
    ["NaN", Number.NaN],
    ["Infinity", Number.POSITIVE_INFINITY],
    ["microseconds", 1.7e16],
    ["null", null],
    ["nothing", undefined],
    ["an object", {}],
  ])("%s as a time", (_, timeMs) => {
    const code = { code: "event.time-not-milliseconds" };
    expect(() => tally([one, { ...one, timeMs }])).toThrow(
      expect.objectContaining({ ...code, path: [1, "timeMs"] }),
    );
    expect(() => tally({ actor: [1], event: ["A"], timeMs: [timeMs] })).toThrow(
      expect.objectContaining({ ...code, path: ["timeMs", 0] }),
    );
  });

  test("the hint says how to convert", () => {
    expect(() => tally([{ ...one, timeMs: new Date(0) }])).toThrow("Write date.getTime().");
    expect(() => tally({ actor: [1], event: ["A"], timeMs: BigInt64Array.of(1n) })).toThrow(
      "Write Number(value).",
    );
    expect(() => tally([{ ...one, timeMs: 1.7e18 }])).toThrow("nanoseconds");
  });

  test.each([
    ["true as an actor", [{ ...one, actor: true }], "event.bad-actor", [0, "actor"]],
    ["an infinite actor", [{ ...one, actor: Number.POSITIVE_INFINITY }], "event.bad-actor", [0, "actor"]],
    ["an object as an actor", { actor: [{}], event: ["A"], timeMs: [1] }, "event.bad-actor", ["actor", 0]],
    [
      "a BigInt actor",
      { actor: BigInt64Array.of(1n), event: ["A"], timeMs: [1] },
      "event.bad-actor",
      ["actor", 0],
    ],
    ["a number as an event", [{ ...one, event: 7 }], "event.bad-name", [0, "event"]],
    [
      "codes without names",
      { actor: [1], event: Uint8Array.of(7), timeMs: [1] },
      "event.bad-name",
      ["event", 0],
    ],
    [
      "a code without a name",
      { actor: [1], event: [1], timeMs: [1], eventNames: ["A"] },
      "event.unknown-code",
      ["event", 0],
    ],
    [
      "a typed code without a name",
      { actor: [1], event: Uint8Array.of(1), timeMs: [1], eventNames: ["A"] },
      "event.unknown-code",
      ["event", 0],
    ],
    [
      "a fractional code",
      { actor: [1], event: [0.5], timeMs: [1], eventNames: ["A"] },
      "event.unknown-code",
      ["event", 0],
    ],
    [
      "a name among codes",
      { actor: [1], event: ["A"], timeMs: [1], eventNames: ["A"] },
      "event.unknown-code",
      ["event", 0],
    ],
    ["a sequence on some rows only", [{ ...one, sequence: 1 }, one], "event.bad-sequence", [1, "sequence"]],
    [
      "an infinite sequence",
      { actor: [1], event: ["A"], timeMs: [1], sequence: [1 / 0] },
      "event.bad-sequence",
      ["sequence", 0],
    ],
    [
      "columns of unequal length",
      { actor: [1], event: ["A", "A"], timeMs: [1] },
      "events.unequal-columns",
      ["event"],
    ],
    ["a text as a column", { actor: "a", event: "A", timeMs: [1] }, "events.not-events", ["actor"]],
    [
      "an endless array-like",
      { actor: { length: 1e15 }, event: [], timeMs: [] },
      "events.not-events",
      ["actor"],
    ],
    ["a misspelt column", { actor: [1], event: ["A"], time: [1] }, "document.unknown-key", ["time"]],
    ["a row that is no event", [one, null], "events.not-events", [1]],
    ["a hole among the rows", new Array(1), "events.not-events", [0]],
    ["nothing", undefined, "events.not-events", []],
    ["null", null, "events.not-events", []],
    ["a text", "events", "events.not-events", []],
    ["a typed array", new Uint8Array(3), "events.not-events", []],
  ])("%s", (_, events, code, path) => {
    expect(() => tally(events)).toThrow(expect.objectContaining({ name: "CxMetricsError", code, path }));
  });

  test("a definition that is none", () => {
    for (const definition of [null, {}, "funnel", { ...funnel, steps: [] }])
      expect(() => tally([one], definition)).toThrow(expect.objectContaining({ name: "CxMetricsError" }));
  });
});

test("names that reach a prototype are names like any other", () => {
  const rows = ["__proto__", "constructor", "prototype", "hasOwnProperty"].map((name, timeMs) => ({
    actor: name,
    event: name,
    timeMs,
  }));
  const { counts, actors } = tallyFunnel(rows, orderedFunnel({ steps: ["constructor", "__proto__"] }));
  expect([counts, actors]).toEqual([[1, 0], 4]);
});
