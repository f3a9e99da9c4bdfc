import fc from "fast-check";
import { describe, expect, test } from "vitest";
import python from "../../fixtures/python/trends.json" with { type: "json" };
import r from "../../fixtures/r/trends.json" with { type: "json" };
import { normalDistribution } from "../distributions/normal.js";
import { cochranArmitage } from "./cochran-armitage.js";
import { linearTrend } from "./linear-trend.js";
import { mannKendall } from "./mann-kendall.js";
import { senSlope } from "./sen-slope.js";

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}
const near = (actual: number | null, expected: number, tolerance = 1e-10) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    tolerance * Math.max(1e-6, Math.abs(expected)),
  );

// statsmodels 0.13.5, fixtures/python/trends.py; tolerance 1e-10 relative.
test("linearTrend agrees with statsmodels' WLS", () => {
  expect(python.wls.length).toBe(14);
  for (const row of python.wls) {
    const found = ok(linearTrend({ x: row.x, y: row.y, weights: row.weights, level: row.level }));
    near(found.slope, row.slope);
    near(found.intercept, row.intercept);
    near(found.standardError, row.se);
    near(found.t, row.t);
    near(found.p, row.p);
    // SciPy 1.10's t quantile is good to nine digits only; R below holds the interval to ten.
    const interval = ok(found.interval);
    near(interval.lower, row.lower, 1e-8);
    near(interval.upper, row.upper, 1e-8);
  }
});

// R 4.2.2, fixtures/r/trends.R; Nile and Lake Huron among them.
test("linearTrend agrees with R's lm", () => {
  for (const row of r.lines) {
    const found = ok(linearTrend({ y: row.y, weights: row.weights, level: 0.9 }));
    const interval = ok(found.interval);
    near(interval.lower, row.lower90);
    near(interval.upper, row.upper90);
    near(found.slope, row.slope);
    near(found.intercept, row.intercept);
    near(found.standardError, row.se);
    near(found.t, row.t);
    near(found.p, row.p);
  }
});

test("mannKendall agrees with R's cor.test with continuity correction", () => {
  expect(r.kendall.length).toBe(8);
  for (const row of r.kendall) {
    const found = ok(mannKendall(row.values));
    expect(found.s).toBe(row.s);
    near(found.variance, row.variance);
    near(found.z, row.z);
    near(found.p, row.p);
    near(found.tau, row.tau);
  }
});

test("mannKendall agrees with SciPy's kendalltau, which has no continuity correction", () => {
  for (const row of python.kendall) {
    const found = ok(mannKendall(row.values));
    expect(found.s).toBe(row.s);
    near(found.tau, row.tau);
    near(
      2 * normalDistribution.survival(Math.abs(found.s) / Math.sqrt(found.variance)),
      row.pWithoutCorrection,
    );
  }
});

test("senSlope agrees with SciPy's theilslopes", () => {
  expect(python.sen.length).toBe(17);
  for (const row of python.sen) {
    const found = ok(senSlope({ x: row.x, y: row.y, level: row.level }));
    near(found.slope, row.slope);
    near(found.intercept, row.intercept);
    const interval = ok(found.interval);
    near(interval.lower, row.lower);
    near(interval.upper, row.upper);
  }
});

test("cochranArmitage agrees with R's prop.trend.test", () => {
  expect(r.armitage.length).toBe(5);
  for (const row of r.armitage) {
    const groups = row.successes.map((successes, index) => ({
      successes,
      trials: row.trials[index] ?? 0,
      score: row.scores[index] ?? 0,
    }));
    const found = ok(cochranArmitage(groups));
    near(found.chiSquared, row.chiSquared);
    near(found.p, row.p);
    near(found.slope, row.slope);
  }
});

describe("laws", () => {
  const values = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 3, maxLength: 40 });
  const varied = values.filter((list) => new Set(list).size > 1);
  const weights = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 40, maxLength: 40 });

  test("scaling weights changes nothing; a weight of 0 is a missing value", () => {
    fc.assert(
      fc.property(varied, weights, fc.constantFrom(0.25, 3, 1e6), (y, all, scale) => {
        const w = all.slice(0, y.length);
        const plain = linearTrend({ y, weights: w });
        const scaled = linearTrend({ y, weights: w.map((weight) => weight * scale) });
        const left = linearTrend({
          y: y.map((value, index) => ((w[index] ?? 0) > 0 ? value : null)),
          weights: w,
        });
        expect([scaled.status, left.status]).toEqual([plain.status, plain.status]);
        if (plain.status !== "ok" || scaled.status !== "ok" || left.status !== "ok") return;
        expect(scaled.slope).toBeCloseTo(plain.slope, 10);
        expect(left.slope).toBeCloseTo(plain.slope, 10);
        expect([scaled.df, left.df]).toEqual([plain.df, plain.df]);
        if (plain.standardError === null) return;
        expect(scaled.standardError).toBeCloseTo(plain.standardError, 9);
        expect(left.standardError).toBeCloseTo(plain.standardError, 9);
      }),
    );
  });

  test("adding a line adds its slope; order of points does not matter; turning time turns signs", () => {
    fc.assert(
      fc.property(varied, fc.integer({ min: -9, max: 9 }), (y, b) => {
        const x = y.map((_, index) => index);
        const tilted = y.map((value, index) => value + b * index + 7);
        for (const slopeOf of [linearTrend, senSlope]) {
          const plain = ok(slopeOf({ y }));
          expect(ok(slopeOf({ y: tilted })).slope).toBeCloseTo(plain.slope + b, 9);
          const back = ok(slopeOf({ x: [...x].reverse(), y: [...y].reverse() }));
          expect(back.slope).toBeCloseTo(plain.slope, 9);
          expect(ok(slopeOf({ y: [...y].reverse() })).slope).toBeCloseTo(-plain.slope, 9);
          if (plain.interval.status === "ok") {
            expect(plain.interval.lower).toBeLessThanOrEqual(plain.slope + 1e-12);
            expect(plain.interval.upper).toBeGreaterThanOrEqual(plain.slope - 1e-12);
          }
        }
        const test = ok(mannKendall(y));
        const turned = ok(mannKendall([...y].reverse()));
        expect([turned.s, turned.variance]).toEqual([0 - test.s, test.variance]);
        expect(turned.p).toBe(test.p);
      }),
    );
  });

  test("Mann–Kendall knows ranks only, stays in bounds, and passes over missing values", () => {
    fc.assert(
      fc.property(varied, (y) => {
        const test = ok(mannKendall(y));
        expect(ok(mannKendall(y.map((value) => Math.exp(value / 20))))).toEqual(test);
        expect(Math.abs(test.tau)).toBeLessThanOrEqual(1 + 1e-15);
        expect(test.p).toBeGreaterThan(0);
        expect(test.p).toBeLessThanOrEqual(1);
        expect(mannKendall(y.flatMap((value) => [value, null]))).toEqual(test);
      }),
    );
  });

  test("S counted pair by pair", () => {
    fc.assert(
      fc.property(varied, (y) => {
        let s = 0;
        for (let j = 0; j < y.length; j++)
          for (let i = 0; i < j; i++) s += Math.sign((y[j] ?? 0) - (y[i] ?? 0));
        expect(ok(mannKendall(y)).s).toBe(s + 0);
      }),
    );
  });

  test("Cochran–Armitage: shifting or stretching scores keeps z, swapping success and failure turns it", () => {
    const group = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([successes, failures]) => ({ successes, trials: successes + failures }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 12 }), (groups) => {
        const plain = cochranArmitage(groups);
        const stretched = cochranArmitage(groups.map((item, index) => ({ ...item, score: 5 * index - 3 })));
        const swapped = cochranArmitage(
          groups.map(({ successes, trials }) => ({ successes: trials - successes, trials })),
        );
        expect([stretched.status, swapped.status]).toEqual([plain.status, plain.status]);
        if (plain.status !== "ok" || stretched.status !== "ok" || swapped.status !== "ok") return;
        expect(stretched.z).toBeCloseTo(plain.z, 9);
        expect(stretched.slope).toBeCloseTo(plain.slope / 5, 12);
        expect(swapped.z).toBeCloseTo(-plain.z, 9);
      }),
    );
  });
});

describe("edge cases", () => {
  test("too little data", () => {
    for (const slopeOf of [linearTrend, senSlope]) {
      expect(slopeOf({ y: [] })).toMatchObject({ reason: "no-observations" });
      expect(slopeOf({ y: [null, null] })).toMatchObject({ reason: "no-observations" });
      expect(slopeOf({ y: [3, null] })).toMatchObject({ reason: "single-observation" });
      expect(slopeOf({ x: [2, 2], y: [1, 3] })).toMatchObject({ reason: "same-time" });
      expect(slopeOf({ y: [1, null, 4] })).toMatchObject({ slope: 1.5, interval: { reason: "two-points" } });
    }
    expect(mannKendall([])).toMatchObject({ reason: "no-observations" });
    expect(mannKendall([3])).toMatchObject({ reason: "single-observation" });
    expect(mannKendall([3, 3, 3])).toMatchObject({ reason: "no-variation" });
    expect(linearTrend({ y: [1, 2, 4], weights: [0, 0, 0] })).toMatchObject({ reason: "no-observations" });
    expect(cochranArmitage([])).toMatchObject({ reason: "no-trials" });
    expect(cochranArmitage([{ successes: 0, trials: 0 }])).toMatchObject({ reason: "no-trials" });
    const none = { successes: 0, trials: 5 };
    expect(cochranArmitage([none, none])).toMatchObject({ reason: "no-variation" });
    expect(cochranArmitage([{ successes: 2, trials: 5 }])).toMatchObject({ reason: "same-time" });
  });

  test("points on a line: a slope, no test", () => {
    const found = ok(linearTrend({ y: [0.1, 0.2, 0.30000000000000004, 0.4] }));
    expect(found).toMatchObject({ standardError: 0, t: null, p: null, interval: { reason: "perfect-fit" } });
    expect(found.slope).toBeCloseTo(0.1, 15);
    expect(ok(linearTrend({ y: [5, 5, 5] }))).toMatchObject({ slope: 0, p: null });
    expect(ok(ok(senSlope({ y: [1, 2, 3, 4] })).interval)).toMatchObject({ lower: 1, upper: 1 });
  });

  test("an outlier hardly moves the Theil–Sen slope", () => {
    const y = [10, 11, 12, 13, 14, 15, 16, 17, 18, -500];
    expect(ok(senSlope({ y })).slope).toBe(1);
    expect(ok(linearTrend({ y })).slope).toBeLessThan(-20);
  });

  test("long series take no longer than a sort", () => {
    const y = Float64Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 10_007);
    expect(ok(mannKendall(y)).n).toBe(200_000);
    expect(() => senSlope({ y })).toThrow(expect.objectContaining({ code: "trend.too-many-points" }));
  });

  test.each([
    [() => linearTrend({ y: [1, 2], x: [1] }), "trend.lengths-differ", ["x"]],
    [() => linearTrend({ y: [1, 2], weights: [1, -1] }), "parameter.out-of-range", ["weights", 1]],
    [() => linearTrend({ y: [1, Number.NaN] }), "argument.not-a-number", ["y", 1]],
    [() => mannKendall("12" as unknown as number[]), "argument.not-a-list", ["values"]],
    [() => senSlope({ y: [1, 2, 4], level: 95 }), "level.out-of-range", ["level"]],
    [() => cochranArmitage(3 as unknown as []), "trend.groups-not-a-list", ["groups"]],
    [
      () => cochranArmitage([{ successes: 3, trials: 2 }]),
      "parameter.out-of-range",
      ["groups", 0, "successes"],
    ],
  ])("a mistake is named: %s", (call, code, path) => {
    expect(call).toThrow(expect.objectContaining({ code, path }));
  });
});
