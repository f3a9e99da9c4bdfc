import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figures from "../../fixtures/r/survival.json" with { type: "json" };
import { aalenJohansen, kaplanMeier, logRank } from "../index.js";
import type { SurvivalIntervalMethod } from "./survival-interval.js";

/** R prints 17 digits; sums run in another order there. */
const near = (actual: number | null | undefined, wanted: number | null, tolerance = 1e-10) => {
  if (wanted === null) expect(actual ?? null).toBeNull();
  else
    expect(Math.abs((actual ?? Number.NaN) - wanted)).toBeLessThanOrEqual(
      tolerance * Math.max(1e-3, Math.abs(wanted)),
    );
};

describe(`Kaplan–Meier against ${figures.tool}`, () => {
  test.each(figures.curves.map((curve, nth) => ({ ...curve, nth })))(
    "$nth $sample $interval $level",
    (wanted) => {
      const { times, events, level, until } = wanted;
      const interval = wanted.interval as SurvivalIntervalMethod;
      const curve = kaplanMeier({ times, events, level, interval });
      const early = kaplanMeier({ times, events, level, interval, until });
      if (curve.status !== "ok" || early.status !== "ok") throw new Error("no curve");
      expect(curve.points.map(({ time }) => time)).toEqual(wanted.time);
      expect(curve.points.map(({ atRisk }) => atRisk)).toEqual(wanted.atRisk);
      for (const [nth, point] of curve.points.entries()) {
        near(point.survival, wanted.survival[nth] as number);
        near(point.standardError, wanted.se[nth] ?? null);
        near(point.interval.status === "ok" ? point.interval.lower : null, wanted.lower[nth] ?? null);
        near(point.interval.status === "ok" ? point.interval.upper : null, wanted.upper[nth] ?? null);
      }
      const { median } = curve;
      const [value, lower, upper] = wanted.median as (number | null)[];
      near(median.status === "ok" ? median.value : null, value ?? null);
      if (median.status === "ok") {
        near(median.lower, lower ?? null);
        near(median.upper, upper ?? null);
      }
      for (const [result, figure] of [
        [curve.restrictedMean, wanted.mean],
        [early.restrictedMean, wanted.meanUntil],
      ] as const) {
        if (result.status !== "ok") throw new Error("no mean");
        near(result.value, figure[0] as number);
        near(result.standardError, figure[1] as number);
      }
    },
  );
});

describe(`log-rank against ${figures.tool}`, () => {
  test.each(figures.ranks.map((rank, nth) => ({ ...rank, nth })))("$nth", (wanted) => {
    const { times, events, groups } = wanted;
    const test = logRank({ times, events, groups, ...(wanted.strata ? { strata: wanted.strata } : {}) });
    if (test.status !== "ok") throw new Error("no test");
    near(test.chiSquared, wanted.chiSquared);
    near(test.p, wanted.p, 1e-9);
    expect(test.degreesOfFreedom).toBe(wanted.df);
    for (const [nth, name] of wanted.names.entries()) {
      const group = test.groups.find((one) => one.group === name.trim());
      near(group?.observed, wanted.observed[nth] as number);
      near(group?.expected, wanted.expected[nth] as number);
    }
  });
});

describe(`Aalen–Johansen against ${figures.tool}`, () => {
  test.each(figures.incidence.map((one, nth) => ({ ...one, nth })))("$nth $interval", (wanted) => {
    const { times, outcomes } = wanted;
    const interval = wanted.interval as SurvivalIntervalMethod;
    const result = aalenJohansen({ times, outcomes, interval });
    if (result.status !== "ok") throw new Error("no incidence");
    for (const curve of wanted.curves) {
      const own = result.outcomes.find(({ outcome }) => outcome === curve.outcome);
      expect(own?.points.map(({ time }) => time)).toEqual(curve.time);
      for (const [nth, point] of (own?.points ?? []).entries()) {
        near(point.incidence, curve.incidence[nth] as number);
        near(point.standardError, curve.se[nth] as number, 1e-9);
        near(point.interval.status === "ok" ? point.interval.lower : null, curve.lower[nth] ?? null, 1e-9);
        near(point.interval.status === "ok" ? point.interval.upper : null, curve.upper[nth] ?? null, 1e-9);
      }
    }
  });
});

const sample = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 12 }), event: fc.boolean(), cause: fc.constantFrom("a", "b") }),
  { minLength: 1, maxLength: 40 },
);

describe("laws", () => {
  test("without censoring the curve is the share that waits longer", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }), (times) => {
        const curve = kaplanMeier({ times, events: times.map(() => true) });
        if (curve.status !== "ok") throw new Error("no curve");
        for (const { time, survival } of curve.points)
          near(survival, times.filter((other) => other > time).length / times.length, 1e-12);
        if (curve.restrictedMean.status === "ok")
          near(curve.restrictedMean.value, times.reduce((sum, time) => sum + time, 0) / times.length, 1e-10);
      }),
    );
  });

  test("order of subjects and unit of time change nothing; limits enclose; the curve falls", () => {
    fc.assert(
      fc.property(
        sample,
        fc.constantFrom<SurvivalIntervalMethod>("log-log", "log", "plain"),
        (rows, interval) => {
          const run = (list: typeof rows, factor: number) =>
            kaplanMeier({
              times: list.map(({ time }) => time * factor),
              events: list.map(({ event }) => event),
              interval,
            });
          const curve = run(rows, 1);
          const other = run([...rows].reverse(), 4);
          if (curve.status !== "ok" || other.status !== "ok") throw new Error("no curve");
          expect(other.points.map(({ survival, interval }) => ({ survival, interval }))).toEqual(
            curve.points.map(({ survival, interval }) => ({ survival, interval })),
          );
          let last = 1;
          for (const { survival, interval } of curve.points) {
            expect(survival).toBeLessThan(last);
            last = survival;
            if (interval.status !== "ok") continue;
            expect(interval.lower).toBeGreaterThanOrEqual(0);
            expect(interval.lower).toBeLessThanOrEqual(survival);
            expect(interval.upper).toBeGreaterThanOrEqual(survival);
            expect(interval.upper).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  test("incidences and the waiting sum to 1, their total is that of one outcome, and one outcome is 1 − Kaplan–Meier", () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const times = rows.map(({ time }) => time);
        const result = aalenJohansen({
          times,
          outcomes: rows.map(({ event, cause }) => (event ? cause : null)),
        });
        const one = aalenJohansen({ times, outcomes: rows.map(({ event }) => (event ? "any" : null)) });
        const curve = kaplanMeier({ times, events: rows.map(({ event }) => event) });
        if (result.status !== "ok" || one.status !== "ok" || curve.status !== "ok")
          throw new Error("nothing");
        near(
          result.outcomes.reduce((sum, { final }) => sum + final, result.waiting),
          1,
          1e-12,
        );
        near(one.waiting, result.waiting, 1e-12);
        for (const [nth, { incidence, standardError }] of (one.outcomes[0]?.points ?? []).entries()) {
          near(incidence, 1 - (curve.points[nth]?.survival as number), 1e-12);
          if (curve.points[nth]?.standardError !== null)
            near(standardError, curve.points[nth]?.standardError as number, 1e-6);
        }
      }),
    );
  });

  test("log-rank is symmetric in its groups; expected and observed sums agree; strata of one are no strata", () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const columns = { times: rows.map(({ time }) => time), events: rows.map(({ event }) => event) };
        const groups = rows.map(({ cause }) => cause);
        const test = logRank({ ...columns, groups });
        const swapped = logRank({
          ...columns,
          groups: groups.map((group) => (group === "a" ? "b" : "a")),
          strata: groups.map(() => "x"),
        });
        expect(swapped.status).toBe(test.status);
        if (test.status !== "ok" || swapped.status !== "ok") return;
        near(swapped.chiSquared, test.chiSquared, 1e-8);
        const sum = (key: "observed" | "expected") =>
          test.groups.reduce((total, group) => total + group[key], 0);
        near(sum("expected"), sum("observed"), 1e-10);
      }),
    );
  });
});

describe("edges", () => {
  test("nobody, all censored, one subject", () => {
    expect(kaplanMeier({ times: [], events: [] })).toMatchObject({ reason: "no-observations" });
    expect(kaplanMeier({ times: [4, 9], events: [0, 0], at: [0, 5] })).toMatchObject({
      points: [],
      median: { reason: "quantile-not-reached" },
      restrictedMean: { value: 9, interval: { reason: "no-variation" } },
      table: [
        { time: 0, atRisk: 2, survival: 1, interval: { reason: "no-events-yet" } },
        { time: 5, atRisk: 1, censored: 1 },
      ],
    });
    expect(kaplanMeier({ times: [4], events: [1] })).toMatchObject({
      points: [{ survival: 0, standardError: null, interval: { reason: "nobody-left" } }],
      median: { value: 4, lower: null, upper: null },
    });
    expect(logRank({ times: [1, 2], events: [0, 0], groups: ["a", "b"] })).toMatchObject({
      reason: "no-events",
    });
    expect(logRank({ times: [1, 2], events: [1, 1], groups: ["a", "a"] })).toMatchObject({
      reason: "too-few-groups",
    });
    expect(aalenJohansen({ times: [3], outcomes: [null] })).toMatchObject({
      outcomes: [],
      waiting: 1,
      censored: 1,
    });
  });

  test("who is censored at the time of an event was at risk for it; the limit lies beyond the data", () => {
    expect(kaplanMeier({ times: [2, 2, 3], events: [1, 0, 1] })).toMatchObject({
      points: [
        { atRisk: 3, survival: 2 / 3 },
        { atRisk: 1, survival: 0 },
      ],
    });
    expect(kaplanMeier({ times: [2, 3], events: [1, 0], until: 4 })).toMatchObject({
      restrictedMean: { reason: "beyond-follow-up" },
    });
  });

  test.each([
    [{ times: [1], events: [] }, "survival.lengths-differ"],
    [{ times: [1], events: [2] }, "survival.not-an-event-flag"],
    [{ times: [-1], events: [1] }, "parameter.out-of-range"],
    [{ times: [Number.NaN], events: [1] }, "argument.not-a-number"],
    [{ times: "x", events: [1] }, "argument.not-a-list"],
    [{ times: [1], events: [1], interval: "arcsin" }, "method.unknown"],
    [{ times: [1], events: [1], level: 95 }, "level.out-of-range"],
    [null, "argument.not-an-object"],
  ])("refuses %j", (input, code) => {
    expect(() => kaplanMeier(input as never)).toThrow(expect.objectContaining({ code }));
  });
  test("refuses names that are none", () => {
    expect(() => aalenJohansen({ times: [1], outcomes: [undefined] as never })).toThrow(
      expect.objectContaining({ code: "survival.not-a-name", path: ["outcomes", 0] }),
    );
    expect(() => logRank({ times: [1], events: [1], groups: [null] as never })).toThrow(
      expect.objectContaining({ code: "survival.not-a-name" }),
    );
  });
});
