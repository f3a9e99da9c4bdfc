import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FunnelTally } from "./funnel-tally.js";
import { mergeFunnelTallies } from "./merge-funnel-tallies.js";
import { orderedFunnel } from "./ordered-funnel.js";
import { tallyFunnel } from "./tally-funnel.js";

const funnel = orderedFunnel({ steps: ["A", "B", "C"], windowMs: 6 });

const logs = fc.array(
  fc.record({
    actor: fc.option(fc.integer({ min: 0, max: 5 })),
    event: fc.constantFrom("A", "B", "C", "X", "Y"),
    timeMs: fc.constantFrom(0, 1, 2, 3.5, 7, 2e8, 1e11),
  }),
  { maxLength: 30, size: "max" },
);

test("any split by actor merges into the whole, in any order of the parts", () => {
  fc.assert(
    fc.property(logs, fc.integer({ min: 1, max: 4 }), (rows, parts) => {
      const tally = (events: typeof rows) => tallyFunnel(events as never, funnel);
      const whole = tally(rows);
      const tallies = Array.from({ length: parts }, (_, part) =>
        tally(rows.filter(({ actor }) => (actor ?? 0) % parts === part)),
      );
      expect(mergeFunnelTallies(...tallies)).toEqual(whole);
      expect(mergeFunnelTallies(...tallies.toReversed())).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});

test("merging nests, and a tally survives JSON", () => {
  fc.assert(
    fc.property(logs, logs, logs, (...parts) => {
      const [a, b, c] = parts.map((rows) => tallyFunnel(rows as never, funnel)) as [
        FunnelTally,
        FunnelTally,
        FunnelTally,
      ];
      const flat = mergeFunnelTallies(a, b, c);
      expect(mergeFunnelTallies(a, mergeFunnelTallies(b, c))).toEqual(flat);
      expect(mergeFunnelTallies(JSON.parse(JSON.stringify(flat)))).toEqual(flat);
    }),
  );
});

const tally = tallyFunnel({ actor: [1, 1], event: ["A", "B"], timeMs: [0, 4] }, funnel);

test("a step that one part did not time is not timed in the whole", () => {
  const untimed = { ...tally, elapsedMs: [[], []] };
  expect(mergeFunnelTallies(tally, untimed).elapsedMs).toEqual([[], []]);
  expect(mergeFunnelTallies(tally, { ...untimed, counts: [1, 0, 0] }).elapsedMs).toEqual([[4], []]);
});

test("a tally with the bare contract merges too", () => {
  const { definition, stepNames, counts, elapsedMs, actors, events } = tally;
  const bare = { definition, stepNames, counts, elapsedMs, actors, events };
  expect(mergeFunnelTallies(bare, bare)).toMatchObject({
    counts: [2, 2, 0],
    elapsedMs: [[4, 4], []],
    excluded: {},
  });
});

test("reasons that reach a prototype are reasons like any other", () => {
  const excluded = JSON.parse('{ "__proto__": 2, "constructor": 1 }');
  const merged = mergeFunnelTallies({ ...tally, excluded }, { ...tally, excluded });
  expect(Object.entries(merged.excluded ?? {})).toEqual([
    ["__proto__", 4],
    ["constructor", 2],
  ]);
});

describe("refused", () => {
  test("nothing", () => {
    expect(() => mergeFunnelTallies()).toThrow(expect.objectContaining({ code: "funnel.nothing-to-merge" }));
  });

  test("another definition", () => {
    const other = tallyFunnel([], orderedFunnel({ steps: ["A", "B", "C"], windowMs: 7 }));
    expect(() => mergeFunnelTallies(tally, other)).toThrow(
      expect.objectContaining({ code: "funnel.definition-mismatch", path: [1, "definition"] }),
    );
  });

  test.each([
    ["nothing", undefined],
    ["a list", []],
    ["a number", 7],
    ["no definition", { ...tally, definition: undefined }],
    ["increasing counts", { ...tally, counts: [1, 1, 2] }],
    ["more who entered than actors", { ...tally, actors: 0 }],
    ["fractional counts", { ...tally, counts: [1, 0.5, 0] }],
    ["negative counts", { ...tally, counts: [1, 1, -1] }],
    ["NaN", { ...tally, counts: [1, Number.NaN, 0] }],
    ["counts of too few steps", { ...tally, counts: [1, 1] }],
    ["no steps", { ...tally, stepNames: [], counts: [], elapsedMs: [] }],
    ["too many times", { ...tally, elapsedMs: [[4, 5], []] }],
    ["negative times", { ...tally, elapsedMs: [[-4], []] }],
    ["times that are none", { ...tally, elapsedMs: [[Number.NaN], []] }],
    ["a hole among the times", { ...tally, elapsedMs: [new Array(1), []] }],
    ["endless actors", { ...tally, actors: Number.POSITIVE_INFINITY }],
    ["events that are no count", { ...tally, events: "2" }],
    ["warnings that are none", { ...tally, warnings: [7] }],
    ["excluded rows that are no counts", { ...tally, excluded: { "no-actor": "3" } }],
    ["names that are none", { ...tally, unseenEvents: [1] }],
  ])("%s", (_, broken) => {
    expect(() => mergeFunnelTallies(tally, broken as never)).toThrow(
      expect.objectContaining({ name: "CxMetricsError", code: "funnel.bad-tally" }),
    );
  });
});
