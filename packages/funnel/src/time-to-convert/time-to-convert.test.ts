import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  conversionTimes,
  estimateTimeToConvert,
  funnelOverTime,
  orderedFunnel,
  tallyFunnel,
  timeHistogram,
} from "../index.js";

const row = (actor: number, event: string, timeMs: number) => ({ actor, event, timeMs });
const funnel = orderedFunnel({ steps: ["A", "B", "C"], windowMs: 100 });

describe("conversionTimes", () => {
  test("the clock starts at the first entry; the window holds its end; who is late stays open for the window", () => {
    const events = [
      ...[row(1, "A", 0), row(1, "B", 50), row(1, "C", 100)],
      ...[row(2, "A", 0), row(2, "B", 50), row(2, "C", 101)],
      ...[row(3, "A", 0), row(3, "A", 60), row(3, "B", 70), row(3, "C", 120)],
      row(4, "A", 970),
      row(5, "C", 0),
    ];
    expect(conversionTimes(events, funnel, { observedUntilMs: 1000 })).toMatchObject({
      step: "C",
      windowMs: 100,
      convertedMs: [100],
      openMs: [30, 100, 100],
    });
    // The funnel itself takes the best entry: actor 3 converted there.
    expect(tallyFunnel(events, funnel).counts).toEqual([4, 3, 2]);
  });

  test("observation ends before the conversion", () => {
    const events = [row(1, "A", 0), row(1, "B", 5), row(1, "C", 50), row(2, "A", 60)];
    expect(conversionTimes(events, funnel, { observedUntilMs: 40 })).toMatchObject({
      convertedMs: [],
      openMs: [40],
    });
  });

  test("the first competing event before the conversion takes it; later ones do not", () => {
    const events = [
      ...[row(1, "A", 0), row(1, "no", 10), row(1, "B", 20), row(1, "C", 30)],
      ...[row(2, "A", 0), row(2, "B", 20), row(2, "C", 30), row(2, "no", 40)],
      ...[row(3, "no", 0), row(3, "A", 5), row(3, "quit", 205)],
    ];
    const times = conversionTimes(events, funnel, { competing: ["no", "quit"], observedUntilMs: 500 });
    expect(times).toMatchObject({
      convertedMs: [30],
      openMs: [100],
      competing: [
        { event: "no", elapsedMs: [10] },
        { event: "quit", elapsedMs: [] },
      ],
    });
    const estimate = estimateTimeToConvert(times);
    expect(estimate).toMatchObject({
      n: 3,
      converted: 1,
      open: 1,
      competing: 1,
      median: { reason: "outcomes-compete" },
    });
    if (estimate.incidence?.status === "ok")
      expect(estimate.incidence.outcomes.map(({ final }) => final.toFixed(12))).toEqual([
        "0.333333333333",
        "0.333333333333",
      ]);
  });

  test("equals the funnel with entry first in number, and every time the earliest chain (tried exhaustively)", () => {
    const events = fc.array(
      fc.record({
        actor: fc.constant(1),
        event: fc.constantFrom("A", "B", "C"),
        timeMs: fc.integer({ min: 0, max: 150 }),
      }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(events, (list) => {
        const sorted = list
          .map((one, nth) => ({ ...one, nth }))
          .sort((x, y) => x.timeMs - y.timeMs || x.nth - y.nth);
        const entry = sorted.findIndex(({ event }) => event === "A");
        let best: number | null = null;
        for (let b = entry + 1; entry >= 0 && b < sorted.length; b++)
          for (let c = b + 1; c < sorted.length; c++) {
            const span = (sorted[c]?.timeMs ?? 0) - (sorted[entry]?.timeMs ?? 0);
            if (sorted[b]?.event === "B" && sorted[c]?.event === "C" && span <= 100)
              best = Math.min(best ?? span, span);
          }
        const { convertedMs } = conversionTimes(list, funnel, { observedUntilMs: 1000 });
        expect(convertedMs).toEqual(best === null ? [] : [best]);
      }),
    );
  });

  test.each([
    [{ step: "X" }, "funnel.unknown-step"],
    [{ competing: "B" }, "funnel.competing-is-step"],
    [{ observedUntilMs: Number.NaN }, "document.wrong-type"],
  ])("refuses %j", (options, code) => {
    expect(() => conversionTimes([], funnel, options)).toThrow(expect.objectContaining({ code }));
  });
  test("a funnel of other rules is refused by name", () => {
    const adjacent = { ...funnel, exclusions: [{ event: "X", from: "A", to: "B", effect: "void-attempt" }] };
    expect(() => conversionTimes([], adjacent as never)).toThrow(
      expect.objectContaining({ name: "CxMetricsError" }),
    );
  });
});

describe("estimateTimeToConvert", () => {
  test("a tally tells completers; the others only once it is known how long they were watched", () => {
    const events = [row(1, "A", 0), row(1, "B", 10), row(1, "C", 30), row(2, "A", 0)];
    const tally = tallyFunnel(events, funnel);
    expect(estimateTimeToConvert(tally)).toMatchObject({
      n: 2,
      converted: 1,
      completers: { label: "completers-only", medianMs: 30 },
      curve: { reason: "watch-time-unknown" },
    });
    expect(estimateTimeToConvert(tally, { watchedMs: 100 })).toMatchObject({
      open: 1,
      curve: { n: 2, events: 1, points: [{ time: 30, survival: 0.5 }] },
    });
    expect(estimateTimeToConvert(tally, { watchedMs: 20 })).toMatchObject({ converted: 0, open: 2 });
  });
  test("nobody", () => {
    expect(estimateTimeToConvert(conversionTimes([], funnel))).toMatchObject({
      n: 0,
      completers: { medianMs: null, meanMs: null },
      curve: { reason: "no-observations" },
    });
  });
  test.each([
    [{}, "funnel.bad-conversion-times"],
    [null, "funnel.bad-conversion-times"],
    [{ counts: 1 }, "funnel.bad-tally"],
  ])("refuses %j", (bad, code) => {
    expect(() => estimateTimeToConvert(bad as never)).toThrow(expect.objectContaining({ code }));
  });
});

describe("timeHistogram", () => {
  test("the rule of PostHog: ⌈∛n⌉ bins of whole seconds and a closing one", () => {
    const histogram = timeHistogram([8000, 10_000, 50_000, 110_000], "posthog");
    // ∛4 → 2 bins; (110 − 8) s / 2 = 51 s.
    expect(histogram).toMatchObject({
      bins: [
        { fromMs: 8000, toMs: 59_000, count: 3 },
        { fromMs: 59_000, toMs: 110_000, count: 0 },
        { fromMs: 110_000, toMs: 161_000, count: 1 },
      ],
      maximumErrorMs: 51_000,
    });
  });
  test("every span is in one bin or outside, whatever the rule", () => {
    const spans = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        spans,
        fc.constantFrom<"posthog" | "freedman-diaconis">("posthog", "freedman-diaconis"),
        (times, rule) => {
          const histogram = timeHistogram(times, rule);
          if (histogram.status !== "ok") throw new Error("none");
          expect(histogram.outside).toBe(0);
          expect(histogram.bins.reduce((sum, { count }) => sum + count, 0)).toBe(times.length);
          for (const { fromMs, toMs } of histogram.bins) expect(toMs).toBeGreaterThan(fromMs);
        },
      ),
    );
  });
  test("nothing, and limits that do not ascend", () => {
    expect(timeHistogram([])).toMatchObject({ reason: "no-observations" });
    expect(() => timeHistogram([1], [0, 0])).toThrow(
      expect.objectContaining({ code: "document.wrong-type" }),
    );
    expect(() => timeHistogram([-1])).toThrow(expect.objectContaining({ code: "funnel.bad-spans" }));
  });
});

describe("funnelOverTime", () => {
  test("cohorts add up to the whole, in order of time; a cohort closes when its last window does", () => {
    const day = 86_400_000;
    const rows = fc.array(
      fc.record({
        actor: fc.integer({ min: 0, max: 6 }),
        event: fc.constantFrom("A", "B", "C"),
        timeMs: fc.integer({ min: -2 * day, max: 12 * day }),
      }),
      { maxLength: 40 },
    );
    const wide = orderedFunnel({ steps: ["A", "B", "C"], windowMs: 2 * day });
    fc.assert(
      fc.property(rows, (events) => {
        const { cohorts } = funnelOverTime(events, wide, {
          timeZone: "Asia/Shanghai",
          observedUntilMs: 12 * day,
        });
        const whole = tallyFunnel(events, wide).counts;
        for (const [step, count] of whole.entries())
          expect(cohorts.reduce((sum, { tally }) => sum + (tally.counts[step] as number), 0)).toBe(count);
        const starts = cohorts.map(({ startMs }) => startMs);
        expect(starts).toEqual([...starts].sort((x, y) => x - y));
        for (const { open, closesMs } of cohorts) expect(open).toBe((closesMs as number) > 12 * day);
      }),
      { numRuns: 50 },
    );
    expect(funnelOverTime([row(1, "A", 0)], orderedFunnel({ steps: ["A", "B"] })).cohorts).toMatchObject([
      { period: "1970-01-01", open: true, closesMs: null },
    ]);
  });
});
