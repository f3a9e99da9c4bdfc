import fc from "fast-check";
import { describe, expect, test } from "vitest";
import statsmodels from "../fixtures/python/proportions.json" with { type: "json" };
import r from "../fixtures/r/tests-and-means.json" with { type: "json" };
import { differenceByStandardErrors } from "./difference-by-standard-errors.js";
import { normalDistribution } from "./distributions/normal.js";
import { meanInterval } from "./mean-interval.js";
import { newcombeDifference } from "./newcombe-difference.js";
import type { SampleSummary } from "./sample-summary.js";
import { welchTest } from "./welch-test.js";

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}
const near = (actual: number, expected: number, tolerance = 1e-10) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(1e-3, Math.abs(expected)));
const summary = ([mean = 0, standardDeviation = 0, n = 0]: number[]): SampleSummary => ({
  mean,
  standardDeviation,
  n,
});

// R 4.2.2, fixtures/r/tests-and-means.R; tolerance 1e-10 relative.
test("welchTest agrees with R's t.test", () => {
  expect(r.welch.length).toBe(10);
  for (const row of r.welch) {
    const found = ok(welchTest({ a: summary(row.a), b: summary(row.b), level: row.level }));
    near(found.t, row.t);
    near(found.df, row.df);
    expect(Math.abs(found.p / row.p - 1)).toBeLessThan(1e-10);
    near(found.interval.lower, row.lower);
    near(found.interval.upper, row.upper);
  }
});

test("meanInterval agrees with R's t.test", () => {
  for (const row of r.mean) {
    const found = ok(meanInterval({ mean: row.mean, standardDeviation: row.sd, n: row.values.length }));
    near(found.lower, row.lower);
    near(found.upper, row.upper);
  }
});

test("newcombeDifference agrees with statsmodels and R", () => {
  // statsmodels 0.13.5 confint_proportions_2indep(method="newcomb") and proportions_ztest; R prop.test(correct = FALSE).
  for (const [xa, na, xb, nb, lower, upper, z, p] of statsmodels.difference as (number | null)[][]) {
    const counts = { a: { successes: xa ?? 0, trials: na ?? 0 }, b: { successes: xb ?? 0, trials: nb ?? 0 } };
    const found = ok(newcombeDifference(counts));
    near(found.interval.lower, lower ?? 0);
    near(found.interval.upper, upper ?? 0);
    if (z === null || p === null) {
      expect([found.z, found.p]).toEqual([null, null]);
    } else {
      near(found.z ?? Number.NaN, z ?? 0);
      near(found.p ?? Number.NaN, p ?? 0);
    }
  }
  for (const { counts, chiSquared, p } of r.pooled) {
    const [xa = 0, na = 0, xb = 0, nb = 0] = counts;
    const found = ok(
      newcombeDifference({ a: { successes: xa, trials: na }, b: { successes: xb, trials: nb } }),
    );
    near((found.z ?? Number.NaN) ** 2, chiSquared);
    near(found.p ?? Number.NaN, p);
  }
});

test("newcombeDifference, published case 56/70 and 48/80: 0.0524 to 0.3339", () => {
  // Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, case (a), method 10.
  const found = ok(
    newcombeDifference({ a: { successes: 48, trials: 80 }, b: { successes: 56, trials: 70 } }),
  );
  expect([found.interval.lower.toFixed(4), found.interval.upper.toFixed(4)]).toEqual(["0.0524", "0.3339"]);
});

test("differenceByStandardErrors keeps the sign and does not pool", () => {
  const found = ok(
    differenceByStandardErrors({
      a: { value: 0.42, standardError: 0.03 },
      b: { value: 0.3, standardError: 0.04 },
    }),
  );
  near(found.difference, -0.12);
  near(found.standardError, 0.05);
  near(found.z, -2.4);
  // R 4.2.2: 2 * pnorm(-2.4)
  near(found.p, 0.0163950718492);
  near(found.interval.upper, -0.12 + 1.959963984540054 * 0.05);
});

describe("laws", () => {
  const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
  const error = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

  test("swapping a and b changes signs only; the interval excludes 0 exactly when p < 1 − level", () => {
    fc.assert(
      fc.property(value, error, value, error, (x, sx, y, sy) => {
        const a = { value: x, standardError: sx };
        const b = { value: y, standardError: sy };
        const there = ok(differenceByStandardErrors({ a, b }));
        const back = ok(differenceByStandardErrors({ a: b, b: a }));
        expect(back.z).toBeCloseTo(-there.z, 12);
        expect(back.p).toBe(there.p);
        expect(back.interval.lower).toBeCloseTo(-there.interval.upper, 9);
        fc.pre(Math.abs(there.p - 0.05) > 1e-9);
        expect(there.interval.lower > 0 || there.interval.upper < 0).toBe(there.p < 0.05);
      }),
    );
  });

  test("Welch and the z test meet for large samples", () => {
    fc.assert(
      fc.property(value, error, value, error, (x, sx, y, sy) => {
        const n = 1e11;
        const t = ok(
          welchTest({
            a: { mean: x, standardDeviation: sx * Math.sqrt(n), n },
            b: { mean: y, standardDeviation: sy * Math.sqrt(n), n },
          }),
        );
        fc.pre(Math.abs(t.t) < 6);
        expect(t.p / (2 * normalDistribution.survival(Math.abs(t.t)))).toBeCloseTo(1, 6);
      }),
    );
  });

  test("Newcombe's interval stays in −1…1 and holds the difference", () => {
    const counts = fc
      .tuple(fc.nat(500), fc.nat(500))
      .map(([x, y]) => ({ successes: Math.min(x, y + 1), trials: y + 1 }));
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const { difference, interval } = ok(newcombeDifference({ a, b }));
        expect(interval.lower).toBeGreaterThanOrEqual(-1);
        expect(interval.upper).toBeLessThanOrEqual(1);
        expect(interval.lower).toBeLessThanOrEqual(difference);
        expect(interval.upper).toBeGreaterThanOrEqual(difference);
      }),
    );
  });
});

test("data that cannot carry a comparison", () => {
  const some = { mean: 3, standardDeviation: 1, n: 20 };
  expect(meanInterval({ ...some, n: 0 })).toMatchObject({ reason: "no-observations" });
  expect(meanInterval({ ...some, n: 1 })).toMatchObject({ reason: "single-observation" });
  expect(meanInterval({ ...some, n: 1 + 1e-9 })).toMatchObject({ reason: "single-observation" });
  expect(meanInterval({ ...some, standardDeviation: 0 })).toMatchObject({ reason: "no-variation" });
  expect(welchTest({ a: some, b: { ...some, n: 0 } })).toMatchObject({ reason: "no-observations" });
  expect(welchTest({ a: some, b: { ...some, n: 1 } })).toMatchObject({ reason: "single-observation" });
  const flat = { ...some, standardDeviation: 0 };
  expect(welchTest({ a: flat, b: flat })).toMatchObject({ reason: "no-variation" });
  expect(ok(welchTest({ a: flat, b: some })).df).toBeCloseTo(19, 12);
  const exact = { value: 3, standardError: 0 };
  expect(differenceByStandardErrors({ a: exact, b: exact })).toMatchObject({ reason: "no-variation" });
  const none = { successes: 0, trials: 0 };
  expect(newcombeDifference({ a: none, b: { successes: 1, trials: 2 } })).toMatchObject({
    reason: "no-trials",
  });
});

test("a mistake inside a member is named by its path", () => {
  const good = { mean: 3, standardDeviation: 1, n: 20 };
  expect(() => welchTest({ a: good, b: { ...good, n: -2 } })).toThrow(
    expect.objectContaining({ code: "parameter.out-of-range", path: ["b", "n"] }),
  );
  expect(() =>
    newcombeDifference({ a: { successes: 5, trials: 2 }, b: { successes: 1, trials: 2 } }),
  ).toThrow(expect.objectContaining({ code: "parameter.out-of-range", path: ["a", "successes"] }));
  expect(() => meanInterval({ ...good, degreesOfFreedom: 0 })).toThrow(
    expect.objectContaining({ code: "parameter.out-of-range", path: ["degreesOfFreedom"] }),
  );
});

test("degrees of freedom of a design replace n − 1", () => {
  const input = { mean: 3, standardDeviation: 1, n: 400 };
  // R 4.2.2: 3 - qt(0.975, 11) / 20
  expect(ok(meanInterval({ ...input, degreesOfFreedom: 11 })).lower).toBeCloseTo(2.88995074, 8);
});
