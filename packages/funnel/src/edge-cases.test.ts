import { describe, expect, test } from "vitest";
import { tallyFunnelGroups } from "./breakdown/tally-funnel-groups.js";
import { estimateFunnel } from "./estimate-funnel.js";
import { freezeFunnel } from "./frozen/freeze-funnel.js";
import { tallyFrozenFunnel } from "./frozen/tally-frozen-funnel.js";
import type { FunnelDefinition } from "./funnel-definition.js";
import { orderedFunnel } from "./ordered-funnel.js";
import { tallyFunnel } from "./tally-funnel.js";

const hour = 3_600_000;
const plain = orderedFunnel({ steps: ["A", "B"], windowMs: 24 * hour });
/** The default, and one definition for each kernel beside it. */
const rules: [string, FunnelDefinition][] = [
  ["default", plain],
  ["simultaneous", { ...plain, ties: "simultaneous" }],
  ["strictly later", { ...plain, ties: "strictly-later" }],
  ["first entry", { ...plain, entry: "first" }],
  ["attempts", { ...plain, entry: "every", count: "attempts" }],
  ["any order", { ...plain, order: "any", ties: "simultaneous" }],
];
const one = (...events: [event: string, timeMs: number][]) =>
  events.map(([event, timeMs]) => ({ actor: "ann", event, timeMs }));

describe.each(rules)("%s", (name, funnel) => {
  const counts = (events: ReturnType<typeof one>) => tallyFunnel(events, funnel).counts;

  // Berlin, 29 March 2026: 02:00 becomes 03:00, so that noon to noon is 23 hours; 25 October: 25 hours.
  test("the window is elapsed time where clocks change", () => {
    const noon = (day: string, offset: string) => Date.parse(`2026-${day}T12:00:00${offset}`);
    const spring = noon("03-28", "+01:00");
    expect(counts(one(["A", spring], ["B", noon("03-29", "+02:00") + hour]))).toEqual([1, 1]);
    expect(counts(one(["A", spring], ["B", noon("03-29", "+02:00") + hour + 1]))).toEqual([1, 0]);
    const autumn = noon("10-24", "+02:00");
    expect(counts(one(["A", autumn], ["B", noon("10-25", "+01:00")]))).toEqual([1, 0]);
    expect(counts(one(["A", autumn], ["B", noon("10-25", "+01:00") - hour]))).toEqual([1, 1]);
  });

  test("epoch 0, minus zero and times before it are times like any other", () => {
    expect(counts(one(["A", 0], ["B", hour]))).toEqual([1, 1]);
    expect(counts(one(["A", -0], ["B", 24 * hour]))).toEqual([1, 1]);
    expect(counts(one(["A", -hour], ["B", 0]))).toEqual([1, 1]);
    expect(counts(one(["A", -25 * hour], ["B", 0]))).toEqual([1, 0]);
  });

  test("milliseconds beyond 32 bits are told apart to the last one, as far as dates reach", () => {
    for (const base of [2 ** 32, 2 ** 52, 8.64e15 - 24 * hour, -8.64e15]) {
      expect(counts(one(["A", base], ["B", base + 24 * hour]))).toEqual([1, 1]);
      if (base < 8e15) expect(counts(one(["A", base], ["B", base + 24 * hour + 1]))).toEqual([1, 0]);
    }
  });

  test("rows in any order of arrival count alike", () => {
    const log = one(["A", 0], ["A", 2 * hour], ["B", 25 * hour], ["X", 26 * hour]);
    const found = counts(log);
    for (let turn = 0; turn < log.length; turn++)
      expect(counts([...log.slice(turn), ...log.slice(0, turn)].reverse())).toEqual(found);
    // From the first entry the purchase is an hour too late.
    expect(found).toEqual(name === "first entry" || name === "attempts" ? [1, 0] : [1, 1]);
  });

  test("rows without an actor or an event are left out, and named", () => {
    const events = {
      actor: ["ann", null, "ann", "bo"],
      event: ["A", "B", undefined, "A"],
      timeMs: [0, 1, 2, 3],
    };
    const tally = tallyFunnel(events as never, funnel);
    expect(tally.counts).toEqual([2, 0]);
    expect(tally.excluded).toEqual({ "no-actor": 1, "no-event": 1 });
    expect(tally.actors).toBe(2);
  });

  test("a step that nobody reached has no rate, and no number that is none", () => {
    const three = { ...funnel, steps: [...funnel.steps, { name: "C", event: "C" }] };
    const estimate = estimateFunnel(tallyFunnel(one(["A", 0]), three));
    expect(estimate.steps.map(({ count }) => count)).toEqual([1, 0, 0]);
    expect(estimate.steps[2]).toMatchObject({ conversionFromPrevious: null, medianMs: null });
    expect(estimateFunnel(tallyFunnel([], three)).steps[1]?.conversionFromStart).toBeNull();
  });
});

test.each(rules.filter(([name]) => name !== "any order" && name !== "attempts"))(
  "a breakdown with nulls keeps them as a group of their own: %s",
  (_, funnel) => {
    const events = {
      actor: ["ann", "ann", "bo", "bo", "cy"],
      event: ["A", "B", "A", "B", "A"],
      timeMs: [0, 1, 0, 1, 0],
      properties: { plan: ["pro", null, null, "pro", undefined] },
    };
    const breakdown = { property: "plan", attribution: "first-touch" } as const;
    const groups = tallyFunnelGroups(events as never, { ...funnel, breakdown });
    expect(groups.map(({ group, tally }) => [group, ...tally.counts])).toEqual([
      ["pro", 1, 1],
      [null, 2, 1],
    ]);
  },
);

describe("ties, one rule at a time", () => {
  const instant = one(["B", 5], ["A", 5]);
  test.each([
    ["sequence", [1, 0]],
    ["simultaneous", [1, 1]],
    ["strictly-later", [1, 0]],
  ] as const)("%s: B then A in one instant", (ties, counts) => {
    expect(tallyFunnel(instant, { ...plain, ties }).counts).toEqual(counts);
  });
  test("sequence numbers settle an instant, whatever the rows", () => {
    const events = instant.map((event, row) => ({ ...event, sequence: 2 - row }));
    expect(tallyFunnel(events, plain).counts).toEqual([1, 1]);
  });
});

test("the frozen kernel counts the same edges", () => {
  const frozen = freezeFunnel(plain);
  const logs = [
    one(["A", -0], ["B", 24 * hour]),
    one(["B", 5], ["A", 5]),
    one(["A", 8.64e15 - 24 * hour], ["B", 8.64e15]),
    one(["B", 25 * hour], ["A", 2 * hour], ["A", 0]),
    [],
  ];
  for (const log of logs) expect(tallyFrozenFunnel(log, frozen)).toEqual(tallyFunnel(log, plain));
});
