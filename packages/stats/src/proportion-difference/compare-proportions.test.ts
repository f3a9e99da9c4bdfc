import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figures from "../../fixtures/python/comparisons.json" with { type: "json" };
import { newcombeDifference } from "../newcombe-difference.js";
import type { ProportionCounts } from "../proportion-interval/proportion-counts.js";
import {
  type CompareProportionsOptions,
  compareProportions,
  type ProportionDifferenceMethodName,
} from "./compare-proportions.js";
import { proportionDifferenceMethods } from "./registry.js";

const ids = proportionDifferenceMethods.map((method) => method.id as ProportionDifferenceMethodName);

function compared(a: ProportionCounts, b: ProportionCounts, options?: CompareProportionsOptions) {
  const found = compareProportions(a, b, options);
  if (found.status !== "ok") throw new Error(found.reason);
  return found;
}

test("agrees with statsmodels, and Miettinen–Nurminen with a numerical maximisation", () => {
  // statsmodels 0.13.5 confint_proportions_2indep; SciPy 1.10.1 brentq on the restricted likelihood; fixtures/python/comparisons.py.
  expect(figures.difference.length).toBe(64);
  for (const row of figures.difference) {
    const [method, ...numbers] = row as [ProportionDifferenceMethodName, ...number[]];
    const [xa = 0, na = 0, xb = 0, nb = 0, level = 0, lower = 0, upper = 0] = numbers;
    const found = compared({ successes: xa, trials: na }, { successes: xb, trials: nb }, { method, level });
    expect(Math.abs(found.interval.lower - lower), row.join(" ")).toBeLessThan(1e-11);
    expect(Math.abs(found.interval.upper - upper), row.join(" ")).toBeLessThan(1e-11);
  }
});

test("published limits of 56/70 − 48/80", () => {
  // Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, case (a): methods 1, 6 and 10.
  const a = { successes: 48, trials: 80 };
  const b = { successes: 56, trials: 70 };
  const limits = (method: ProportionDifferenceMethodName) => {
    const { lower, upper } = compared(a, b, { method }).interval;
    return [lower.toFixed(4), upper.toFixed(4)];
  };
  expect(limits("wald")).toEqual(["0.0575", "0.3425"]);
  expect(limits("miettinen-nurminen")).toEqual(["0.0528", "0.3382"]);
  expect(limits("newcombe")).toEqual(["0.0524", "0.3339"]);
});

describe("laws", () => {
  const counts = fc
    .tuple(fc.nat(300), fc.nat(300), fc.double({ min: 0.6, max: 1, noNaN: true }))
    .map(([x, y, factor]) => ({ successes: x * factor, trials: (x + y + 1) * factor }));

  test.each(ids)("%s: swapping a and b, or successes and failures, turns the interval around", (method) => {
    const failures = ({ successes, trials }: ProportionCounts) => ({ successes: trials - successes, trials });
    fc.assert(
      fc.property(counts, counts, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (a, b, level) => {
        const there = compared(a, b, { method, level });
        expect(there.interval.lower).toBeGreaterThanOrEqual(-1);
        expect(there.interval.upper).toBeLessThanOrEqual(1);
        expect(there.interval.lower).toBeLessThanOrEqual(there.interval.upper);
        for (const back of [
          compared(b, a, { method, level }),
          compared(failures(a), failures(b), { method, level }),
        ]) {
          expect(back.difference).toBeCloseTo(-there.difference, 12);
          expect(back.interval.lower).toBeCloseTo(-there.interval.upper, 9);
        }
        const wider = compared(a, b, { method, level: (1 + level) / 2 }).interval;
        expect(wider.lower).toBeLessThanOrEqual(there.interval.lower + 1e-9);
        expect(wider.upper).toBeGreaterThanOrEqual(there.interval.upper - 1e-9);
      }),
      { numRuns: 50 },
    );
  });

  test("the N − 1 test and Miettinen–Nurminen tell the same: 0 is outside exactly when p < 1 − level", () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const { interval, tests } = compared(a, b, { method: "miettinen-nurminen" });
        const test = tests.nMinusOneChiSquared;
        fc.pre(test.status === "ok" && Math.abs(test.p - 0.05) > 1e-9);
        expect(interval.lower > 0 || interval.upper < 0).toBe(test.status === "ok" && test.p < 0.05);
      }),
    );
  });
});

test("difference is b − a, and its default is newcombeDifference", () => {
  const a = { successes: 102, trials: 213 };
  const b = { successes: 51, trials: 213 };
  const found = compared(a, b);
  expect(found.difference).toBeCloseTo(-51 / 213, 14);
  const earlier = newcombeDifference({ a, b });
  if (earlier.status !== "ok") throw new Error(earlier.reason);
  expect(found.interval).toEqual(earlier.interval);
  expect(found.tests.pooledZ).toEqual({ status: "ok", z: earlier.z, p: earlier.p });
});

test("what the data cannot support", () => {
  const none = { successes: 0, trials: 0 };
  const some = { successes: 3, trials: 9 };
  expect(compareProportions(none, some)).toMatchObject({ reason: "no-trials" });
  const weighted = compared({ successes: 2.5, trials: 9.5 }, some);
  expect(weighted.tests.fisher).toMatchObject({ reason: "counts-not-whole" });
  expect(weighted.tests.pooledZ.status).toBe("ok");
  const flat = compared({ successes: 0, trials: 9 }, { successes: 0, trials: 12 });
  expect(flat.tests).toMatchObject({
    pooledZ: { reason: "no-variation" },
    nMinusOneChiSquared: { reason: "no-variation" },
    fisher: { reason: "no-variation" },
  });
  const tiny = compared(
    { successes: 0.2, trials: 0.4 },
    { successes: 0.1, trials: 0.5 },
    { method: "miettinen-nurminen" },
  );
  expect([tiny.interval.lower, tiny.interval.upper]).toEqual([-1, 1]);
});

test("mistakes are named", () => {
  const some = { successes: 3, trials: 9 };
  expect(() => compareProportions(some, { successes: 10, trials: 9 })).toThrow(
    expect.objectContaining({ code: "parameter.out-of-range", path: ["b", "successes"] }),
  );
  expect(() => compareProportions(some, some, { method: "newcomb" as "newcombe" })).toThrow(
    expect.objectContaining({ code: "method.unknown" }),
  );
});
