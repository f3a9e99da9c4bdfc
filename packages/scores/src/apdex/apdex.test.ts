import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apdex } from "./apdex.js";
import { apdexFromTimes } from "./apdex-from-times.js";

function ok<T extends { readonly status: string }>(found: T): Extract<T, { status: "ok" }> {
  if (found.status !== "ok") throw new Error(found.status);
  return found as Extract<T, { status: "ok" }>;
}

const counts = fc.record({ satisfied: fc.nat(500), tolerating: fc.nat(500), frustrated: fc.nat(500) });
const times = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 });

describe("apdex", () => {
  test("bounds, interval, and the mirror image", () => {
    fc.assert(
      fc.property(counts, ({ satisfied, tolerating, frustrated }) => {
        const found = apdex({ satisfied, tolerating, frustrated });
        if (found.status !== "ok") return;
        expect(found.value).toBeGreaterThanOrEqual(0);
        expect(found.value).toBeLessThanOrEqual(1);
        const mirrored = ok(apdex({ satisfied: frustrated, tolerating, frustrated: satisfied }));
        expect(found.value + mirrored.value).toBeCloseTo(1, 12);
        if (found.interval.status !== "ok") return;
        expect(found.interval.lower).toBeLessThanOrEqual(found.value + 1e-9);
        expect(found.interval.upper).toBeGreaterThanOrEqual(found.value - 1e-9);
        expect(found.interval.lower).toBeGreaterThanOrEqual(0);
        expect(found.interval.upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("times give what their counts give, and a longer target is never worse", () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 2000 }), (samples, thresholdMs) => {
        const found = ok(apdexFromTimes(samples, { thresholdMs }));
        expect(ok(apdex(found.counts)).value).toBe(found.value);
        expect(ok(apdexFromTimes(samples, { thresholdMs: thresholdMs + 1 })).value).toBeGreaterThanOrEqual(
          found.value,
        );
        expect(ok(apdexFromTimes(samples, { thresholdMs, boundary: "below" })).value).toBeLessThanOrEqual(
          found.value,
        );
        expect(ok(apdexFromTimes(Float64Array.from(samples), { thresholdMs })).value).toBe(found.value);
      }),
    );
  });

  test("the rule decides at T and 4 T, and only there", () => {
    const at = (time: number, boundary: "at-most" | "below") =>
      ok(apdexFromTimes([time], { thresholdMs: 500, boundary })).value;
    expect([at(500, "at-most"), at(500, "below"), at(499, "below")]).toEqual([1, 0.5, 1]);
    expect([at(2000, "at-most"), at(2000, "below"), at(2001, "at-most")]).toEqual([0.5, 0, 0]);
  });

  test("nothing, a single sample", () => {
    expect(apdexFromTimes([null, undefined], { thresholdMs: 500 })).toMatchObject({ reason: "no-samples" });
    expect(ok(apdexFromTimes([null, 700], { thresholdMs: 500 }))).toMatchObject({
      value: 0.5,
      missing: 1,
      standardError: null,
    });
  });

  test.each([
    ["apdex.time-not-allowed", [5, -1], { thresholdMs: 500 }],
    ["apdex.time-not-allowed", ["5"], { thresholdMs: 500 }],
    ["apdex.time-not-allowed", [Number.POSITIVE_INFINITY], { thresholdMs: 500 }],
    ["apdex.times-not-a-list", { length: 3 }, { thresholdMs: 500 }],
    ["apdex.threshold-not-allowed", [5], {}],
    ["apdex.threshold-not-allowed", [5], { thresholdMs: 0 }],
    ["apdex.threshold-not-allowed", [5], { thresholdMs: 5, boundary: "<" }],
    ["apdex.count-not-allowed", [5], { thresholdMs: 5, failures: -1 }],
    ["option.not-allowed", [5], { thresholdMs: 5, level: 1 }],
    ["option.unknown", [5], { threshold: 5 }],
  ])("%s: %j %j", (code, samples, options) => {
    expect(() => (apdexFromTimes as (...input: readonly unknown[]) => unknown)(samples, options)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
