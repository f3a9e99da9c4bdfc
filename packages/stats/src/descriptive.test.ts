import fc from "fast-check";
import { expect, test } from "vitest";
import r from "../fixtures/r/tests-and-means.json" with { type: "json" };
import { compensatedSum } from "./compensated-sum.js";
import { kishEffectiveSize } from "./kish-effective-size.js";
import { median } from "./median.js";
import { quantile } from "./quantile.js";
import { sampleStandardDeviation } from "./sample-standard-deviation.js";

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });

test("quantile is R's type 7", () => {
  // R 4.2.2, fixtures/r/tests-and-means.R.
  for (const row of r.quantile) {
    for (const [index, p] of row.p.entries()) {
      expect(quantile(row.values, p)).toEqual({
        status: "ok",
        value: expect.closeTo(row.q[index] ?? Number.NaN, 12),
      });
    }
  }
});

test("sampleStandardDeviation is R's sd, and exactly 0 for equal values", () => {
  for (const row of r.mean) {
    expect(sampleStandardDeviation(row.values)).toEqual({ status: "ok", value: expect.closeTo(row.sd, 12) });
  }
  expect(sampleStandardDeviation([0.1, 0.1, 0.1])).toEqual({ status: "ok", value: 0 });
});

test("empty and single lists", () => {
  for (const call of [median, sampleStandardDeviation]) {
    expect(call([])).toMatchObject({ status: "not-computable", reason: "no-observations" });
  }
  expect(quantile([], 0.5)).toMatchObject({ reason: "no-observations" });
  expect(sampleStandardDeviation([4])).toMatchObject({ reason: "single-observation" });
  expect(median(new Float64Array([4]))).toEqual({ status: "ok", value: 4 });
  expect(compensatedSum([])).toBe(0);
});

test("a bad entry is named by its index", () => {
  expect(() => median([1, Number.NaN])).toThrow(
    expect.objectContaining({ code: "argument.not-a-number", path: ["values", 1] }),
  );
  expect(() => compensatedSum([1e308, 1e308])).toThrow(
    expect.objectContaining({ code: "result.not-representable" }),
  );
  expect(() => quantile([1, 2], 50)).toThrow(expect.objectContaining({ code: "probability.out-of-range" }));
});

test("neither order nor the caller's list is changed or matters", () => {
  fc.assert(
    fc.property(
      fc.array(finite, { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p) => {
        const before = [...values];
        const found = quantile(values, p);
        expect(values).toEqual(before);
        expect(quantile(values.toReversed(), p)).toEqual(found);
        if (found.status === "ok") {
          expect(found.value).toBeGreaterThanOrEqual(Math.min(...values) + 0);
          expect(found.value).toBeLessThanOrEqual(Math.max(...values) + 0);
        }
      },
    ),
  );
});

test("sums of integers and their thousandths are exact to the last place", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 400 }), (integers) => {
      const exact = integers.reduce((sum, value) => sum + value, 0);
      expect(compensatedSum(integers)).toBe(exact + 0);
      expect(Math.abs(compensatedSum(integers.map((value) => value / 1000)) - exact / 1000)).toBeLessThan(
        1e-6,
      );
    }),
  );
  expect(compensatedSum(Array.from({ length: 10_000_000 / 100 }, () => 0.1))).toBe(10_000);
});

test("kishEffectiveSize: n for equal weights, unchanged by scale, never above n", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 50 }),
      fc.double({ min: 0.001, max: 1000, noNaN: true }),
      (weights, factor) => {
        const size = (list: number[]) =>
          kishEffectiveSize({
            weightSum: compensatedSum(list),
            squaredWeightSum: compensatedSum(list.map((weight) => weight * weight)),
          });
        expect(size(weights)).toBeLessThanOrEqual(weights.length * (1 + 1e-12));
        expect(size(weights.map((weight) => weight * factor)) / size(weights)).toBeCloseTo(1, 12);
        expect(size(weights.map(() => factor)) / weights.length).toBeCloseTo(1, 12);
      },
    ),
  );
  expect(kishEffectiveSize({ weightSum: 0, squaredWeightSum: 0 })).toBe(0);
  expect(() => kishEffectiveSize({ weightSum: 3, squaredWeightSum: 0 })).toThrow(
    expect.objectContaining({ code: "weights.sums-disagree" }),
  );
});
