import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figures from "../../fixtures/python/funnel-mathematics.json" with { type: "json" };
import { type CalendarPeriod, periodClock } from "../calendar/calendar-period.js";
import { zoneClock } from "../calendar/zone-clock.js";
import {
  adhocRetention,
  defineRetention,
  estimateRetention,
  mergeRetentionTallies,
  tallyLifecycle,
  tallyRetention,
  tallyStickiness,
} from "../index.js";

const hour = 3_600_000;
const day = 24 * hour;

describe("calendar", () => {
  test(`days, weeks and months of eight zones agree with Python's zoneinfo`, () => {
    for (const { zone, timeMs, ...wanted } of figures.calendar)
      for (const period of ["day", "week", "month"] as CalendarPeriod[]) {
        const clock = periodClock(period, zone);
        expect(clock.label(clock.indexOf(timeMs)), `${zone} ${timeMs}`).toBe(wanted[period]);
      }
  });

  test("days begin at local midnight, are 23 and 25 hours long where clocks change, and one day never was", () => {
    const start = (zone: string, date: string) => {
      const clock = zoneClock(zone);
      return clock.startOf(Date.parse(`${date}T00:00:00Z`) / day);
    };
    const length = (zone: string, one: string, next: string) => (start(zone, next) - start(zone, one)) / hour;
    expect(length("Europe/Berlin", "2026-03-29", "2026-03-30")).toBe(23);
    expect(length("Europe/Berlin", "2026-10-25", "2026-10-26")).toBe(25);
    expect(length("Europe/Berlin", "2026-06-01", "2026-06-02")).toBe(24);
    expect(length("Australia/Lord_Howe", "2026-04-05", "2026-04-06")).toBe(24.5);
    // Midnight of 15 October 2017 was skipped in São Paulo, 30 December 2011 in Apia.
    expect(start("America/Sao_Paulo", "2017-10-15")).toBe(Date.parse("2017-10-15T03:00:00Z"));
    expect(length("Pacific/Apia", "2011-12-30", "2011-12-31")).toBe(0);
  });

  test("first instants and labels invert the index", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -8.64e15, max: 8.64e15 }),
        fc.constantFrom<CalendarPeriod>("day", "week", "month"),
        fc.constantFrom("UTC", "Asia/Shanghai", "America/New_York"),
        (timeMs, period, zone) => {
          const clock = periodClock(period, zone);
          const index = clock.indexOf(timeMs);
          expect(clock.startOf(index)).toBeLessThanOrEqual(timeMs);
          expect(clock.startOf(index + 1)).toBeGreaterThan(timeMs);
          expect(clock.indexOf(clock.startOf(index))).toBe(index);
        },
      ),
      { numRuns: 60 },
    );
    const utc = periodClock("day", "UTC");
    expect(utc.label(utc.indexOf(-1))).toBe("1969-12-31");
    expect(utc.label(utc.indexOf(-8.64e15))).toBe("-271821-04-20");
  });

  test.each(["Mars/Olympus", "", 5, null])("refuses the zone %j", (zone) => {
    expect(() => zoneClock(zone)).toThrow(expect.objectContaining({ code: "calendar.unknown-time-zone" }));
  });
});

const at = (text: string) => Date.parse(text);

describe("tallyRetention", () => {
  test("a return counts for its own calendar day, whose 23 hours make it come earlier", () => {
    const events = {
      actor: [1, 1],
      event: ["open", "open"],
      timeMs: [at("2026-03-28T23:30:00Z"), at("2026-03-29T22:30:00Z")],
    };
    const untilMs = at("2026-04-02T00:00:00Z");
    const run = (clock: "calendar" | "rolling") =>
      tallyRetention(events, adhocRetention({ clock, timeZone: "Europe/Berlin", periods: [0, 1] }), {
        observedUntilMs: untilMs,
      }).cohorts[0]?.retained;
    // Berlin: 29 March 00:30 and 30 March 00:30, 23 hours apart.
    expect(run("calendar")).toEqual([0, 1]);
    expect(run("rolling")).toEqual([1, 0]);
  });

  test("each mode has its own meaning", () => {
    const events = { actor: [1, 1, 1], event: ["join", "open", "open"], timeMs: [0, 2 * day, 5 * day + 1] };
    const run = (options: Parameters<typeof adhocRetention>[0]) =>
      tallyRetention(
        events,
        adhocRetention({ start: "join", return: "open", clock: "rolling", ...options }),
        {
          observedUntilMs: 9 * day,
        },
      );
    expect(run({ periods: [1, 2, 5, 6] }).cohorts[0]?.retained).toEqual([0, 1, 1, 0]);
    expect(run({ mode: "on-or-after", periods: [1, 3, 5, 6] }).cohorts[0]?.retained).toEqual([1, 1, 1, 0]);
    const bracket = run({
      mode: "bracket",
      periods: [
        [1, 2],
        [1, 3],
        [3, 6],
        [6, 9],
        [6, 10],
      ],
    });
    expect(bracket.cohorts[0]).toMatchObject({ retained: [0, 1, 1, 0, 0], eligible: [1, 1, 1, 1, 0] });
    expect(bracket.buckets).toEqual(["[1, 2)", "[1, 3)", "[3, 6)", "[6, 9)", "[6, 10)"]);
  });

  test("who was not watched for the whole bucket is not eligible; the end of the bucket is enough", () => {
    const definition = adhocRetention({ clock: "rolling", periods: [1] });
    const run = (observedUntilMs: number) =>
      tallyRetention([{ actor: 1, event: "a", timeMs: 0 }], definition, { observedUntilMs }).cohorts[0]
        ?.eligible;
    expect(run(2 * day - 1)).toEqual([0]);
    expect(run(2 * day)).toEqual([1]);
  });

  test("the start is no return, a later event of the same instant is; epoch 0 and negative times are times", () => {
    const definition = adhocRetention({ clock: "rolling", periods: [0] });
    const run = (timeMs: number[]) =>
      tallyRetention({ actor: timeMs.map(() => 1), event: timeMs.map(() => "a"), timeMs }, definition, {
        observedUntilMs: 3 * day,
      }).cohorts[0];
    expect(run([0])).toMatchObject({ cohort: "1970-01-01", retained: [0] });
    expect(run([0, 0])).toMatchObject({ retained: [1] });
    expect(run([-1])).toMatchObject({ cohort: "1969-12-31", startMs: -day });
  });

  test("nobody, rows left out", () => {
    const definition = adhocRetention({ periods: [1] });
    expect(tallyRetention([], definition)).toMatchObject({ cohorts: [], actors: 0 });
    const events = { actor: [1, null], event: ["a", "a"], timeMs: [0, 1] } as never;
    expect(tallyRetention(events, definition)).toMatchObject({ actors: 1, excluded: { "no-actor": 1 } });
    expect(estimateRetention(tallyRetention([], definition)).overall[0]).toMatchObject({ rate: null });
  });

  test("merge of disjoint actors is the whole; order of rows changes nothing; unbounded falls; brackets hold their days", () => {
    const rows = fc.array(
      fc.record({
        actor: fc.integer({ min: 0, max: 6 }),
        event: fc.constantFrom("a", "b"),
        timeMs: fc.integer({ min: -3 * day, max: 12 * day }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, fc.constantFrom<"rolling" | "calendar">("rolling", "calendar"), (events, clock) => {
        const options = { observedUntilMs: 12 * day };
        const definition = adhocRetention({
          start: "a",
          clock,
          timeZone: "America/New_York",
          periods: [0, 1, 3],
        });
        const run = (list: typeof events) => tallyRetention(list, definition, options);
        const whole = run(events);
        expect(run([...events].reverse()).cohorts.map(({ size }) => size)).toEqual(
          whole.cohorts.map(({ size }) => size),
        );
        const merged = mergeRetentionTallies(
          run(events.filter(({ actor }) => actor < 3)),
          run(events.filter(({ actor }) => actor >= 3)),
        );
        expect(merged).toEqual({ ...whole, warnings: merged.warnings });
        const after = tallyRetention(
          events,
          adhocRetention({ start: "a", clock, mode: "on-or-after", periods: [0, 1, 3] }),
          options,
        );
        const ranges: [number, number][] = [
          [0, 1],
          [1, 2],
          [0, 2],
        ];
        const bracket = tallyRetention(
          events,
          adhocRetention({ start: "a", clock, mode: "bracket", periods: ranges }),
          options,
        );
        for (const { retained, eligible } of after.cohorts) {
          if (new Set(eligible).size === 1) expect(retained).toEqual([...retained].sort((x, y) => y - x));
        }
        for (const { retained, eligible } of bracket.cohorts) {
          if (new Set(eligible).size > 1) continue;
          const [first, second, both] = retained as [number, number, number];
          expect(both).toBeGreaterThanOrEqual(Math.max(first, second));
          expect(both).toBeLessThanOrEqual(first + second);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [{ period: "week", clock: "rolling", periods: [1] }, "retention.rolling-days-only"],
    [{ mode: "bracket", periods: [[2, 2]] }, "retention.empty-bracket"],
    [{ periods: [] }, "document.wrong-type"],
    [{ periods: [1], timeZone: "X" }, "calendar.unknown-time-zone"],
    [{ periods: [0.5] }, "document.wrong-type"],
  ])("refuses %j", (options, code) => {
    expect(() => adhocRetention(options as never)).toThrow(expect.objectContaining({ code }));
  });

  test("definitions have a digest and can be read again", () => {
    const definition = adhocRetention({ periods: [1] });
    expect(defineRetention(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
    expect(tallyRetention([], definition).definition.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe("estimateRetention", () => {
  const tally = {
    ...tallyRetention([], adhocRetention({ periods: [1] })),
    cohorts: [
      { cohort: "x", startMs: 0, size: 100, eligible: [100], retained: [30] },
      { cohort: "y", startMs: 1, size: 10, eligible: [10], retained: [6] },
      { cohort: "z", startMs: 2, size: 5, eligible: [0], retained: [0] },
    ],
  };
  test("weighted by actors, unweighted by cohorts with eligible actors", () => {
    expect(estimateRetention(tally).overall[0]?.rate).toBeCloseTo(36 / 110, 12);
    const mean = estimateRetention(tally, { average: "unweighted" }).overall[0];
    expect(mean?.rate).toBeCloseTo(0.45, 12);
    // By hand: se = √(0.3·0.7/100 + 0.6·0.4/10)/2 = 0.0807774721070176
    expect(mean?.interval).toMatchObject({ status: "ok", method: "normal-mean-of-cohorts" });
    if (mean?.interval.status === "ok")
      expect(mean.interval.upper).toBeCloseTo(0.45 + 1.959963984540054 * 0.0807774721070176, 12);
  });
  test.each([
    [
      { ...tally, cohorts: [{ cohort: "x", startMs: 0, size: 1, eligible: [1], retained: [2] }] },
      "retention.bad-tally",
    ],
    [{}, "retention.bad-tally"],
    [null, "retention.bad-tally"],
  ])("refuses a bad tally %#", (bad, code) => {
    expect(() => estimateRetention(bad as never)).toThrow(expect.objectContaining({ code }));
  });
});

const activity = fc.array(
  fc.record({
    actor: fc.integer({ min: 0, max: 5 }),
    event: fc.constant("a"),
    timeMs: fc.integer({ min: 0, max: 9 * day }),
  }),
  { maxLength: 40 },
);

describe("tallyStickiness", () => {
  test("counts agree with sets of active days", () => {
    fc.assert(
      fc.property(activity, (events) => {
        const result = tallyStickiness(events, { fromMs: 0, untilMs: 10 * day });
        const days = new Map<number, Set<number>>();
        for (const { actor, timeMs } of events)
          days.set(actor, (days.get(actor) ?? new Set()).add(Math.floor(timeMs / day)));
        const sizes = [...days.values()].map((set) => set.size);
        if (events.length > 0) expect(result.periods).toBe(10);
        expect(result.actors).toBe(sizes.length);
        for (const [index, count] of result.exactly.entries())
          expect(count).toBe(sizes.filter((size) => size === index + 1).length);
        for (const [index, count] of result.atLeast.entries())
          expect(count).toBe(sizes.filter((size) => size > index).length);
        if (result.ratio !== null)
          expect(result.ratio).toBeCloseTo(
            sizes.reduce((sum, size) => sum + size, 0) / 10 / sizes.length,
            12,
          );
      }),
    );
  });
  test("nobody, a bad span, far too many periods", () => {
    expect(tallyStickiness([])).toMatchObject({ actors: 0, ratio: null });
    expect(() => tallyStickiness([], { fromMs: 2, untilMs: 2 })).toThrow(
      expect.objectContaining({ code: "retention.bad-span" }),
    );
    const far = { actor: [1, 1], event: ["a", "a"], timeMs: [-8.64e15, 8.64e15] };
    expect(() => tallyStickiness(far)).toThrow(
      expect.objectContaining({ code: "calendar.too-many-periods" }),
    );
  });
});

describe("tallyLifecycle", () => {
  test("A(t) = A(t−1) + new + resurrected − churned, and everybody is new once", () => {
    fc.assert(
      fc.property(activity, fc.constantFrom<CalendarPeriod>("day", "week"), (events, period) => {
        const { periods } = tallyLifecycle(events, {
          period,
          timeZone: "Asia/Shanghai",
          observedUntilMs: 12 * day,
        });
        let before = 0;
        for (const one of periods) {
          expect(one.active).toBe(before + one.new + one.resurrected - one.churned);
          before = one.active;
        }
        expect(periods.reduce((sum, one) => sum + one.new, 0)).toBe(
          new Set(events.map(({ actor }) => actor)).size,
        );
      }),
    );
  });
  test("the last period is open until it is over", () => {
    const events = [{ actor: 1, event: "a", timeMs: 0 }];
    expect(tallyLifecycle(events, { observedUntilMs: day - 1 }).periods.map(({ open }) => open)).toEqual([
      true,
    ]);
    expect(tallyLifecycle(events, { observedUntilMs: day }).periods).toMatchObject([
      { open: false, quickRatio: null },
      { open: true, active: 0, churned: 1, quickRatio: 0 },
    ]);
    expect(tallyLifecycle([]).periods).toEqual([]);
  });
});
