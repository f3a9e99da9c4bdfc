import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributeAtEntry } from "./attribute-at-entry.js";
import { mergeFunnelTallies } from "./merge-funnel-tallies.js";
import { orderedFunnel } from "./ordered-funnel.js";
import { tallyFunnel } from "./tally-funnel.js";
import { tallyFunnelBy } from "./tally-funnel-by.js";

const funnel = orderedFunnel({ steps: ["A", "B", "A"], windowMs: 5 });

const logs = fc.array(
  fc.record({
    actor: fc.constantFrom("ann", "bo", "cy", 4),
    event: fc.constantFrom("A", "A", "B", "X"),
    timeMs: fc.integer({ min: 0, max: 9 }),
    sequence: fc.nat(3),
    value: fc.constantFrom("web", "app", "__proto__", null, 7, true),
  }),
  { maxLength: 24, size: "max" },
);

test("breaking down loses nothing: the groups merge into the whole", () => {
  fc.assert(
    fc.property(logs, (rows) => {
      const events = rows.map(({ value: _, ...event }) => event);
      const by = rows.map(({ value }) => value);
      const groups = tallyFunnelBy(events, by, funnel);
      const whole = tallyFunnel(events, funnel);
      const names = groups.map(({ group }) => group);
      expect(new Set(names).size).toBe(names.length);
      if (groups.length === 0) {
        expect(whole.counts[0]).toBe(0);
        return;
      }
      const merged = mergeFunnelTallies(...groups.map(({ tally }) => tally));
      expect(merged).toEqual({ ...whole, actors: whole.counts[0], events: merged.events });
    }),
    { numRuns: 500 },
  );
});

test("a group is the tally of the actors that entered with its value", () => {
  fc.assert(
    fc.property(logs, (rows) => {
      const by = rows.map(({ value }) => value);
      const entered = attributeAtEntry(rows, funnel, by);
      for (const { group, tally } of tallyFunnelBy(rows, by, funnel)) {
        const members = new Set(entered.filter(({ value }) => value === group).map(({ actor }) => actor));
        const own = tallyFunnel(
          rows.filter(({ actor }) => members.has(actor)),
          funnel,
        );
        expect(tally).toMatchObject({
          counts: own.counts,
          elapsedMs: own.elapsedMs,
          actors: own.actors,
          events: own.events,
        });
        expect(tally.actors).toBe(members.size);
      }
    }),
  );
});

test("the value is that of the earliest step-1 event, by time, then sequence, then row", () => {
  const row = (actor: string, event: string, timeMs: number, sequence: number) => ({
    actor,
    event,
    timeMs,
    sequence,
  });
  const events = [
    row("ann", "B", 0, 0),
    row("ann", "A", 9, 0),
    row("ann", "A", 5, 2),
    row("ann", "A", 5, 1),
    row("ann", "A", 5, 1),
    row("bo", "B", 1, 0),
    row("cy", "A", 1, 0),
  ];
  expect(attributeAtEntry(events, funnel, ["no", "no", "no", "yes", "no", "out", null])).toEqual([
    { actor: "ann", value: "yes" },
    { actor: "cy", value: null },
  ]);
});

test("groups stand in order of their names, none last; numbers and truth values become texts", () => {
  const events = ["d", "c", "b", "a"].map((actor, timeMs) => ({ actor, event: "A", timeMs }));
  const groups = tallyFunnelBy(events, [null, true, 7, "web"], funnel).map(({ group }) => group);
  expect(groups).toEqual(["7", "true", "web", null]);
});

test("nobody entered: no group", () => {
  expect(tallyFunnelBy([], [], funnel)).toEqual([]);
  expect(tallyFunnelBy([{ actor: 1, event: "B", timeMs: 0 }], ["web"], funnel)).toEqual([]);
});

test("what is told of the data is that of all events", () => {
  const events = [
    { actor: 1, event: "A", timeMs: 0 },
    { actor: 2, event: "A", timeMs: 0 },
    { actor: 2, event: "B", timeMs: 1 },
  ];
  for (const { tally } of tallyFunnelBy(events, ["web", "app", "app"], funnel))
    expect(tally).toMatchObject({ unseenEvents: [], eventNames: ["A", "B"] });
});

describe("refused", () => {
  const events = [{ actor: 1, event: "A", timeMs: 0 }];
  test.each([
    ["a value of another kind", [new Date(0)], "funnel.bad-group-value", ["values", 0]],
    ["an infinite value", [Number.POSITIVE_INFINITY], "funnel.bad-group-value", ["values", 0]],
    ["too few values", [], "events.unequal-columns", ["values"]],
    ["a text instead of a column", "w", "events.not-events", ["values"]],
    ["no values", undefined, "events.not-events", ["values"]],
  ])("%s", (_, by, code, path) => {
    expect(() => tallyFunnelBy(events, by as never, funnel)).toThrow(expect.objectContaining({ code, path }));
    expect(() => attributeAtEntry(events, funnel, by as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});

describe("a real clickstream by platform, against Python", () => {
  const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
  const [, ...lines] = fixture("ecommerce-clickstream.csv").trim().split("\n");
  const cells = lines.map((line) => line.split(","));
  const column = (index: number) => cells.map((row) => row[index] as string);
  const { funnels } = JSON.parse(fixture("ecommerce-funnels.json")) as {
    funnels: {
      name: string;
      actor: string;
      steps: string[];
      windowMs: number | null;
      byPlatform: Record<string, number[]>;
    }[];
  };

  test.each(funnels)("$name", ({ actor, steps, windowMs, byPlatform }) => {
    const events = {
      actor: column(actor === "user" ? 0 : 1),
      event: column(2),
      timeMs: column(3).map(Number),
      sequence: column(4).map(Number),
    };
    const groups = tallyFunnelBy(events, column(5), orderedFunnel({ steps, windowMs }));
    expect(Object.fromEntries(groups.map(({ group, tally }) => [group, tally.counts]))).toEqual(byPlatform);
  });
});
