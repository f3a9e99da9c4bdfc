import fc from "fast-check";
import { expect, test } from "vitest";
import type { FunnelBreakdown } from "../funnel-definition.js";
import { orderedFunnel } from "../ordered-funnel.js";
import { tallyFunnel } from "../tally-funnel.js";
import { tallyFunnelBy } from "../tally-funnel-by.js";
import { tallyFunnelGroups } from "./tally-funnel-groups.js";

const plain = orderedFunnel({ steps: ["A", "B", "C"], windowMs: 60 });
const by = (attribution: FunnelBreakdown["attribution"]) => ({
  ...plain,
  breakdown: { property: "device", attribution },
});

/** "ann A@0:web": actor, event, time, device. */
const log = (text: string) =>
  text.split(", ").map((row) => {
    const [, actor = "", event = "", time, device] = /^(\w+) (\w)@(\d+):?(\w*)$/.exec(row) ?? [];
    return { actor, event, timeMs: Number(time), properties: { device: device || null } };
  });

const events = log("ann A@0:web, ann B@1:app, ann C@2:app, bo A@0:app, bo B@9, cy B@1:tv, dee X@1:tv");
const counts = (attribution: FunnelBreakdown["attribution"]) =>
  tallyFunnelGroups(events, by(attribution)).map(({ group, tally }) => [
    group,
    ...tally.counts,
    tally.actors,
  ]);

test("by first touch, last touch, a step and all, by hand", () => {
  expect(counts("first-touch")).toEqual([
    ["app", 1, 1, 0, 1],
    ["tv", 0, 0, 0, 1],
    ["web", 1, 1, 1, 1],
  ]);
  expect(counts("last-touch")).toEqual([
    ["app", 1, 1, 1, 1],
    ["tv", 0, 0, 0, 1],
    [null, 1, 1, 0, 1],
  ]);
  expect(counts({ step: "B" })).toEqual([
    ["app", 1, 1, 1, 1],
    [null, 1, 1, 0, 2],
  ]);
  expect(counts("all")).toEqual([
    ["app", 2, 2, 1, 2],
    ["tv", 0, 0, 0, 1],
    ["web", 1, 1, 1, 1],
    [null, 1, 1, 0, 1],
  ]);
});

test("the step's event is the one that first completed it, also within an instant", () => {
  const rows = log("ann B@0:early, ann A@1:a, ann B@1:tied, ann B@2:late");
  const groups = (ties: "sequence" | "simultaneous" | "strictly-later") =>
    tallyFunnelGroups(rows, { ...by({ step: "B" }), ties }).map(({ group }) => group);
  expect(groups("sequence")).toEqual(["tied"]);
  expect(groups("simultaneous")).toEqual(["tied"]);
  expect(groups("strictly-later")).toEqual(["late"]);
});

test("a breakdown leaves the whole as it is", () => {
  const { definition: _, ...whole } = tallyFunnel(events, plain);
  expect(tallyFunnel(events, by("all"))).toMatchObject(whole);
});

const event = fc.record({
  actor: fc.nat(3),
  event: fc.constantFrom("A", "B", "C", "X"),
  timeMs: fc.nat(80),
  properties: fc.record({ device: fc.constantFrom("web", "app", null) }),
});

test("groups of one value an actor sum to the whole; by the step 1 they are those of tallyFunnelBy", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (rows) => {
      const whole = tallyFunnel(rows, plain).counts;
      for (const attribution of ["first-touch", "last-touch", { step: "A" }, { step: "B" }] as const) {
        const groups = tallyFunnelGroups(rows, by(attribution));
        expect(
          whole.map((_, step) => groups.reduce((sum, { tally }) => sum + (tally.counts[step] ?? 0), 0)),
        ).toEqual(whole);
      }
      const byEntry = tallyFunnelBy(
        rows,
        rows.map(({ properties }) => properties.device),
        plain,
      ).map(({ group, tally }) => [group, ...tally.counts, ...tally.elapsedMs]);
      const byStep = tallyFunnelGroups(rows, by({ step: "A" }))
        .filter(({ tally }) => (tally.counts[0] ?? 0) > 0)
        .map(({ group, tally }) => [group, ...tally.counts, ...tally.elapsedMs]);
      expect(byStep).toEqual(byEntry);
    }),
  );
});

test("refused: no breakdown, no such column", () => {
  expect(() => tallyFunnelGroups(events, plain)).toThrow(
    expect.objectContaining({ code: "funnel.no-breakdown" }),
  );
  const columns = { actor: [1], event: ["A"], timeMs: [1], properties: { devise: ["web"] } };
  expect(() => tallyFunnelGroups(columns, by("all"))).toThrow(
    expect.objectContaining({ code: "events.missing-property", path: ["properties"] }),
  );
  expect(() => tallyFunnelGroups(columns, by("all"))).toThrow('"devise"');
});
