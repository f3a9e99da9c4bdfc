import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lostness, pathEfficiency, shortestPath, tallyChannelSwitching, tallyPaths } from "../index.js";

const row = (actor: number, event: string, timeMs: number) => ({ actor, event, timeMs });

describe("tallyPaths", () => {
  const log = [
    row(1, "A", 0),
    row(1, "A", 1),
    row(1, "B", 2),
    row(1, "C", 200),
    row(2, "A", 0),
    row(2, "C", 1),
  ];

  test("a session ends after more than the gap, not at it", () => {
    expect(tallyPaths(log, { session: { gapMs: 198 } }).sessions).toBe(2);
    expect(tallyPaths(log, { session: { gapMs: 197 } }).sessions).toBe(3);
    expect(tallyPaths(log, { session: "actor" }).sessions).toBe(2);
  });

  test("session ids may interleave; a row without one is in none", () => {
    const events = [row(1, "A", 0), row(1, "X", 1), row(1, "B", 2), row(1, "Y", 3), row(1, "Z", 4)];
    const { edges, sessions, actors } = tallyPaths(events, { session: { ids: ["s", "t", "s", "t", null] } });
    expect([sessions, actors]).toEqual([2, 1]);
    expect(edges.map(({ from, to }) => `${from}>${to}`)).toEqual(["A>B", "X>Y"]);
  });

  test("collapse, first n, top and other", () => {
    const whole = tallyPaths(log, { session: "actor", collapse: false });
    expect(whole.edges).toContainEqual({ position: 0, from: "A", to: "A", count: 1 });
    const first = tallyPaths(log, { session: "actor", first: 2 });
    expect(first.nodes).toEqual([
      { position: 0, event: "A", count: 2, ends: 0 },
      { position: 1, event: "B", count: 1, ends: 1 },
      { position: 1, event: "C", count: 1, ends: 1 },
    ]);
    const top = tallyPaths(log, { session: "actor", top: 1 });
    expect(top.edges).toEqual([{ position: 0, from: "A", to: null, count: 2 }]);
    expect(top.sankey.nodes.map(({ id }) => id)).toEqual(["0:A", "1 other"]);
  });

  test("looking back from a target, sessions without it left out", () => {
    const result = tallyPaths([...log, row(3, "B", 0)], { session: "actor", before: "C", last: 1 });
    expect(result.sessions).toBe(2);
    expect(result.edges).toEqual([
      { position: -1, from: "A", to: "C", count: 1 },
      { position: -1, from: "B", to: "C", count: 1 },
    ]);
    expect(result.nodes.find(({ position }) => position === 0)).toMatchObject({
      event: "C",
      count: 2,
      ends: 2,
    });
  });

  test("what flows in flows out, and Sankey links carry the edges", () => {
    const rows = fc.array(
      fc.record({
        actor: fc.integer({ min: 0, max: 3 }),
        event: fc.constantFrom("A", "B", "C", "D"),
        timeMs: fc.integer({ min: 0, max: 60 }),
      }),
      { maxLength: 40 },
    );
    const options = fc.record(
      {
        collapse: fc.boolean(),
        top: fc.integer({ min: 1, max: 5 }),
        before: fc.constantFrom("A", "D"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(rows, options, (events, given) => {
        const { nodes, edges, sankey, sessions } = tallyPaths(events, { session: { gapMs: 9 }, ...given });
        for (const { position, event, count, ends } of nodes) {
          const out = edges.filter((edge) => edge.position === position && edge.from === event);
          expect(out.reduce((sum, edge) => sum + edge.count, 0) + ends).toBe(count);
          const into = edges.filter((edge) => edge.position === position - 1 && edge.to === event);
          const come = into.reduce((sum, edge) => sum + edge.count, 0);
          if (position === 0 && given.before === undefined) expect(come).toBe(0);
          else if (given.before === undefined) expect(come).toBe(count);
          else expect(come).toBeLessThanOrEqual(count);
        }
        expect(nodes.reduce((sum, { ends }) => sum + ends, 0)).toBe(sessions);
        for (const [nth, { source, target, value }] of sankey.links.entries()) {
          expect(value).toBe(edges[nth]?.count);
          expect(sankey.nodes[source]?.event).toBe(edges[nth]?.from);
          expect(sankey.nodes[target]?.position).toBe((edges[nth]?.position as number) + 1);
        }
      }),
    );
  });

  test.each([
    [{ session: "user" }, "paths.session-rule"],
    [{ session: {} }, "paths.session-rule"],
    [{ session: { gapMs: 1, ids: [] } }, "paths.session-rule"],
    [{ session: { gapMs: -1 } }, "document.wrong-type"],
    [{ session: { ids: ["a"] } }, "events.unequal-columns"],
    [{ session: "actor", first: 3, before: "A" }, "paths.one-end-only"],
    [{}, "document.missing-key"],
  ])("refuses %j", (options, code) => {
    expect(() => tallyPaths([], options as never)).toThrow(expect.objectContaining({ code }));
  });
});

describe("lostness and shortest paths", () => {
  test("figures of the formula: the straight way, a detour, twice the pages", () => {
    expect(lostness({ different: 4, total: 4, required: 4 })).toBe(0);
    // √((6/9 − 1)² + (3/6 − 1)²) = √(1/9 + 1/4)
    expect(lostness({ different: 6, total: 9, required: 3 })).toBeCloseTo(Math.sqrt(13) / 6, 14);
  });
  test.each([
    { different: 3, total: 2, required: 1 },
    { different: 0, total: 0, required: 1 },
  ])("refuses %j", (input) => {
    expect(() => lostness(input)).toThrow(expect.objectContaining({ code: "paths.bad-lostness" }));
  });

  test("no shorter way exists (Floyd–Warshall)", () => {
    const names = ["a", "b", "c", "d", "e"];
    const link = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));
    fc.assert(
      fc.property(fc.array(link, { maxLength: 12 }), (links) => {
        const distance = new Map<string, number>();
        const at = (x: string, y: string) => distance.get(x + y) ?? (x === y ? 0 : 99);
        for (const [x, y] of links) if (x !== y) distance.set(x + y, 1);
        for (const k of names)
          for (const x of names)
            for (const y of names) distance.set(x + y, Math.min(at(x, y), at(x, k) + at(k, y)));
        for (const x of names)
          for (const y of names) {
            const found = shortestPath(links, x, y);
            expect(found.status === "ok" ? found.links : 99).toBe(Math.min(99, at(x, y)));
          }
      }),
    );
  });

  test("a jump that the graph lacks is told", () => {
    const links: [string, string][] = [
      ["a", "b"],
      ["b", "c"],
    ];
    expect(pathEfficiency(["a", "c"], links)).toMatchObject({ reason: "shorter-than-shortest" });
    expect(pathEfficiency(["c", "a"], links)).toMatchObject({ reason: "no-path" });
    expect(pathEfficiency(["a"], links)).toMatchObject({ ratio: 1, lostness: 0 });
  });
});

describe("tallyChannelSwitching", () => {
  test("what follows the completion is not looked at; the same channel again is no repeat; rows without channel pass", () => {
    const events = [
      row(1, "id", 0),
      row(1, "id", 1),
      row(1, "done", 2),
      row(1, "id", 3),
      row(2, "id", 0),
      row(2, "x", 1),
      row(2, "id", 2),
      row(3, "x", 0),
    ];
    const channels = ["app", "app", "app", "phone", "app", null, "phone", null];
    expect(tallyChannelSwitching(events, channels, { completion: "done", entry: ["id"] })).toMatchObject({
      cases: 2,
      completedCases: 1,
      switchedCases: 1,
      switches: 1,
      switchCompletion: 0,
      stayCompletion: 1,
      handoffLoss: 1,
      repeatedEntries: 1,
      entries: 4,
      repeatEntryRate: 1,
      withoutChannel: 2,
    });
  });
  test("nobody", () => {
    expect(tallyChannelSwitching([], [], { completion: "done" })).toMatchObject({
      cases: 0,
      switchCompletion: null,
      handoffLoss: null,
      repeatEntryRate: null,
      moves: [],
    });
  });
  test("cases by id, and a channel column of another length", () => {
    const events = [row(1, "a", 0), row(1, "b", 1), row(1, "done", 2)];
    const result = tallyChannelSwitching(events, ["app", "phone", "app"], {
      completion: "done",
      case: { ids: [1, 2, 1] },
    });
    expect(result).toMatchObject({ cases: 2, switches: 0, stayCompletion: 0.5 });
    expect(() => tallyChannelSwitching(events, ["app"], { completion: "done" })).toThrow(
      expect.objectContaining({ code: "events.unequal-columns" }),
    );
  });
});
