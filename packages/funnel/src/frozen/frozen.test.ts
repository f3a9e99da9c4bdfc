import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FunnelDefinition } from "../funnel-definition.js";
import { mergeFunnelTallies } from "../merge-funnel-tallies.js";
import { orderedFunnel } from "../ordered-funnel.js";
import { tallyFunnel } from "../tally-funnel.js";
import { freezeFunnel } from "./freeze-funnel.js";
import type { FrozenFunnel } from "./frozen-funnel.js";
import { tallyFrozenFunnel } from "./tally-frozen-funnel.js";

const event = fc.record({
  actor: fc.nat(4),
  event: fc.constantFrom("A", "B", "C", "X"),
  timeMs: fc.nat(8),
  sequence: fc.nat(3),
});
const log = fc.array(event, { maxLength: 30 });
const alternatives: FunnelDefinition = {
  ...orderedFunnel({ steps: ["A", "B", "C"], windowMs: 5 }),
  steps: [
    { name: "in", event: "A" },
    { name: "on", event: ["B", "A"] },
    { name: "out", event: ["C", "B"] },
  ],
};

test("the frozen tally is the whole tally, by any plain definition, after a journey as JSON", () => {
  const funnels = [
    orderedFunnel({ steps: ["A", "B", "A"], windowMs: 4 }),
    orderedFunnel({ steps: ["B"] }),
    alternatives,
  ];
  fc.assert(
    fc.property(log, fc.constantFrom(...funnels), fc.boolean(), (events, funnel, numbered) => {
      const rows = numbered ? events : events.map(({ sequence: _, ...rest }) => rest);
      const frozen = JSON.parse(JSON.stringify(freezeFunnel(funnel))) as FrozenFunnel;
      expect(tallyFrozenFunnel(rows, frozen)).toEqual(tallyFunnel(rows, funnel));
    }),
    { numRuns: 500 },
  );
});

test("it merges with tallies of the definition", () => {
  const funnel = orderedFunnel({ steps: ["A", "B"] });
  const part = tallyFrozenFunnel([{ actor: 1, event: "A", timeMs: 0 }], freezeFunnel(funnel));
  const other = tallyFunnel([{ actor: 2, event: "A", timeMs: 0 }], funnel);
  expect(mergeFunnelTallies(part, other).counts).toEqual([2, 0]);
});

describe("refused", () => {
  const plain = orderedFunnel({ steps: ["A", "B", "C"], windowMs: 5 });
  const step = plain.steps[1] as FunnelDefinition["steps"][number];
  const withStep = (change: object) => ({ steps: [plain.steps[0], { ...step, ...change }, plain.steps[2]] });
  test.each<[string, object, (string | number)[]]>([
    ["another tie rule", { ties: "simultaneous" }, ["ties"]],
    ["another entry", { entry: "first" }, ["entry"]],
    ["gaps", { gapMs: 3 }, ["gapMs"]],
    ["adjacency", { adjacency: "immediately-next" }, ["adjacency"]],
    ["a date range", { dateRange: { fromMs: 0, toMs: null } }, ["dateRange"]],
    ["sessions", { count: "sessions", session: "visit" }, ["count"]],
    ["a breakdown", { breakdown: { property: "p", attribution: "all" } }, ["breakdown"]],
    ["an actor by property", { actor: { unit: "account", property: "p" } }, ["actor", "property"]],
    ["a predicate", withStep({ where: { property: "p", equals: 1 } }), ["steps", 1, "where"]],
    ["an optional step", withStep({ optional: true }), ["steps", 1, "optional"]],
  ])("%s", (_, change, path) => {
    expect(() => freezeFunnel({ ...plain, ...change } as FunnelDefinition)).toThrow(
      expect.objectContaining({ code: "funnel.not-plain", path }),
    );
  });

  test("what is no frozen funnel, and no events", () => {
    const frozen = freezeFunnel(plain);
    const broken: unknown[] = [
      undefined,
      null,
      7,
      [],
      {},
      { ...frozen, steps: [] },
      { ...frozen, steps: [{ name: "A", events: [] }] },
      { ...frozen, steps: [frozen.steps[0], frozen.steps[0]] },
      { ...frozen, windowMs: Number.NaN },
      { ...frozen, windowMs: "5" },
      { ...frozen, definition: { id: "a", version: "1.0.0" } },
    ];
    for (const funnel of broken)
      expect(() => tallyFrozenFunnel([], funnel as FrozenFunnel)).toThrow(
        expect.objectContaining({ code: "funnel.bad-frozen" }),
      );
    for (const events of [undefined, 7, { actor: [] }, { actor: [], event: [], timeMs: [], time: [] }])
      expect(() => tallyFrozenFunnel(events as never, frozen)).toThrow(
        expect.objectContaining({ code: "events.not-events" }),
      );
  });
});
