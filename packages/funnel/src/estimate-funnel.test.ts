import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateFunnel } from "./estimate-funnel.js";
import type { FunnelTally } from "./funnel-tally.js";
import { orderedFunnel } from "./ordered-funnel.js";
import { tallyFunnel } from "./tally-funnel.js";

const funnel = orderedFunnel({ steps: ["A", "B", "C"] });

/** A tally of given counts, without times. */
const counted = (...counts: number[]): FunnelTally => ({
  ...tallyFunnel([], orderedFunnel({ steps: counts.map((_, step) => `s${step + 1}`) })),
  counts,
  elapsedMs: counts.slice(1).map(() => []),
  actors: counts[0] as number,
  unseenEvents: [],
});

test("rates, drop-off, medians and intervals of a small funnel, by hand", () => {
  const events = [1, 2, 3, 4].flatMap((actor) => [
    { actor, event: "A", timeMs: 0 },
    ...(actor > 1 ? [{ actor, event: "B", timeMs: actor * 10 }] : []),
    ...(actor > 2 ? [{ actor, event: "C", timeMs: actor * 100 }] : []),
  ]);
  const estimate = estimateFunnel(tallyFunnel(events, funnel));
  expect(estimate).toMatchObject({
    status: "ok",
    n: 4,
    overall: 0.5,
    engine: expect.stringMatching(/^@cxmetrics\/funnel@\d+\.\d+\.\d+/),
    definition: { id: "adhoc.funnel", version: "1.0.0" },
    warnings: [],
    steps: [
      {
        name: "A",
        count: 4,
        conversionFromStart: 1,
        conversionFromPrevious: null,
        interval: null,
        intervalFromPrevious: null,
        medianMs: null,
        dropOff: null,
      },
      {
        name: "B",
        count: 3,
        conversionFromStart: 0.75,
        conversionFromPrevious: 0.75,
        medianMs: 30,
        dropOff: 0.25,
      },
      {
        name: "C",
        count: 2,
        conversionFromStart: 0.5,
        conversionFromPrevious: 2 / 3,
        medianMs: 350,
        dropOff: 1 / 3,
      },
    ],
  });
});

test("Wilson intervals: Newcombe 1998, Stat. Med. 17:857–872, table I (81 of 263; 15 of 148; 0 of 20; 1 of 29)", () => {
  // Printed there with four decimals.
  for (const [reached, entered, lower, upper] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const { steps } = estimateFunnel(counted(entered, reached));
    const interval = steps[1]?.interval;
    expect(interval).toMatchObject({ status: "ok", level: 0.95, method: "wilson" });
    expect(interval).toMatchObject({ lower: expect.closeTo(lower, 4), upper: expect.closeTo(upper, 4) });
    expect(steps[1]?.intervalFromPrevious).toEqual(interval);
  }
});

test("the level is the caller's", () => {
  const { steps } = estimateFunnel(counted(100, 40), { level: 0.8 });
  expect(steps[1]?.interval).toMatchObject({ level: 0.8 });
});

test("nobody entered: no shares, and the reason", () => {
  const { n, overall, steps } = estimateFunnel(tallyFunnel([], funnel));
  expect([n, overall]).toEqual([0, null]);
  for (const step of steps)
    expect(step).toMatchObject({
      count: 0,
      conversionFromStart: null,
      conversionFromPrevious: null,
      interval: null,
      intervalFromPrevious: null,
      medianMs: null,
      dropOff: null,
      reason: "nobody-entered",
    });
});

test("nobody got as far as the step before: the rate from there is no number, the rate from the start is 0", () => {
  const { steps } = estimateFunnel(counted(5, 0, 0));
  expect(steps[1]).toMatchObject({ conversionFromPrevious: 0, dropOff: 1 });
  expect(steps[1]).not.toHaveProperty("reason");
  expect(steps[2]).toMatchObject({
    conversionFromStart: 0,
    conversionFromPrevious: null,
    intervalFromPrevious: null,
    dropOff: null,
    reason: "nobody-reached-previous-step",
  });
});

test("counted but not timed: no median", () => {
  expect(estimateFunnel(counted(5, 4)).steps[1]?.medianMs).toBeNull();
});

describe("warnings", () => {
  const codes = (tally: FunnelTally) =>
    estimateFunnel(tally).warnings.map(({ code, values }) => [code, values]);

  test("an event that no row carries, however many", () => {
    const events = [{ actor: 1, event: "A", timeMs: 0 }];
    expect(codes(tallyFunnel(events, funnel))).toEqual([
      ["funnel.event-never-seen", { event: "B" }],
      ["funnel.event-never-seen", { event: "C" }],
    ]);
  });

  test("instants that only the rows order, and times that look like seconds", () => {
    const events = ["A", "B", "C"].map((event) => ({ actor: 1, event, timeMs: 1.7e9 }));
    expect(codes(tallyFunnel(events, funnel))).toEqual([
      ["event.time-looks-like-seconds", undefined],
      ["funnel.ties-by-arrival", { groups: 1 }],
    ]);
  });
});

test("shares lie between 0 and 1, inside their intervals, and multiply up to the overall conversion", () => {
  const counts = fc
    .array(fc.nat(1e6), { minLength: 1, maxLength: 6 })
    .map((drops) => drops.toSorted((a, b) => b - a));
  fc.assert(
    fc.property(counts, (sorted) => {
      const { steps, overall, n } = estimateFunnel(counted(...sorted));
      let product = n === 0 ? null : 1;
      for (const { conversionFromStart, conversionFromPrevious, dropOff, interval } of steps) {
        for (const share of [conversionFromStart, conversionFromPrevious, dropOff])
          if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
        if (conversionFromPrevious !== null && dropOff !== null)
          expect(conversionFromPrevious + dropOff).toBeCloseTo(1, 12);
        if (interval?.status === "ok" && conversionFromStart !== null) {
          expect(interval.lower).toBeLessThanOrEqual(conversionFromStart + 1e-12);
          expect(interval.upper).toBeGreaterThanOrEqual(conversionFromStart - 1e-12);
        }
        if (product !== null && conversionFromPrevious !== null) product *= conversionFromPrevious;
      }
      if (overall === null) expect(n).toBe(0);
      else if ((sorted.at(-2) ?? 1) > 0) expect(product).toBeCloseTo(overall, 10);
    }),
  );
});

describe("refused", () => {
  test.each([0, 1, -0.5, 95, Number.NaN, Number.POSITIVE_INFINITY, "0.95", null, {}])("level %s", (level) => {
    expect(() => estimateFunnel(counted(5, 4), { level } as never)).toThrow(
      expect.objectContaining({ code: "interval.bad-level", path: ["options", "level"] }),
    );
  });

  test("misspelt options, and what is no tally", () => {
    expect(() => estimateFunnel(counted(5, 4), { confidence: 0.9 } as never)).toThrow(
      expect.objectContaining({ code: "document.unknown-key" }),
    );
    expect(() => estimateFunnel(counted(5, 4), null as never)).toThrow(
      expect.objectContaining({ code: "document.wrong-type" }),
    );
    for (const tally of [undefined, null, 7, {}, [], { ...counted(5, 4), counts: [Number.NaN, 1] }])
      expect(() => estimateFunnel(tally as never)).toThrow(
        expect.objectContaining({ code: "funnel.bad-tally" }),
      );
  });
});
