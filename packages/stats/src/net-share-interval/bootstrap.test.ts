import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figures from "../../fixtures/python/net-share-laws.json" with { type: "json" };
import { netShareInterval } from "./net-share-interval.js";
import { netShareLaw } from "./net-share-law.js";

function limits(up: number, middle: number, down: number, level = 0.95) {
  const n = up + middle + down;
  const interval = netShareInterval({ upper: up / n, lower: down / n, n, level, method: "nps-bootstrap" });
  if (interval.status !== "ok") throw new Error(interval.reason);
  return interval;
}

test("agrees with the convolution in whole numbers", () => {
  // Python integers, fixtures/python/net-share-laws.py: exact percentile limits, multiples of 1/n.
  expect(figures.bootstrap.length).toBe(48);
  for (const [up = 0, middle = 0, down = 0, level = 0, lower = 0, upper = 0] of figures.bootstrap) {
    const found = limits(up, middle, down, level);
    expect([found.lower, found.upper], `${up} ${middle} ${down} ${level}`).toEqual([lower + 0, upper + 0]);
  }
});

test("the law has the mean and variance of a sum of n answers, for many answers too", () => {
  for (const [u, l, n] of [
    [0.5, 0.2, 100],
    [0.02, 0.9, 5000],
    [0.4, 0.6, 1001],
    [0.5, 0, 77],
    [0.3, 0.3, 100_000],
  ] as const) {
    const law = netShareLaw(u, 1 - u - l, l, n);
    let [total, mean, square] = [0, 0, 0];
    law.forEach((probability, index) => {
      total += probability;
      mean += probability * (index - n);
      square += probability * (index - n - n * (u - l)) ** 2;
    });
    expect(total).toBeCloseTo(1, 10);
    expect(mean / n).toBeCloseTo(u - l, 10);
    expect(square / n / (u + l - (u - l) ** 2)).toBeCloseTo(1, 8);
  }
});

describe("laws", () => {
  const counts = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60)).filter(([u, m, l]) => u + m + l > 0);

  test("mirrors exactly, stays in −1…1, holds the estimate at usual levels, grows with the level", () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.5, max: 0.999, noNaN: true }), ([u, m, l], level) => {
        const found = limits(u, m, l, level);
        const mirrored = limits(l, m, u, level);
        expect(mirrored.lower).toBeCloseTo(-found.upper, 14);
        expect(mirrored.upper).toBeCloseTo(-found.lower, 14);
        expect(found.lower).toBeGreaterThanOrEqual(-1);
        expect(found.upper).toBeLessThanOrEqual(1);
        expect(found.lower).toBeLessThanOrEqual(found.upper);
        const wider = limits(u, m, l, (1 + level) / 2);
        expect(wider.lower).toBeLessThanOrEqual(found.lower);
        expect(wider.upper).toBeGreaterThanOrEqual(found.upper);
        const usual = limits(u, m, l);
        const estimate = (u - l) / (u + m + l);
        expect(usual.lower).toBeLessThanOrEqual(estimate + 1e-12);
        expect(usual.upper).toBeGreaterThanOrEqual(estimate - 1e-12);
      }),
    );
  });
});

test("what it refuses", () => {
  const method = "nps-bootstrap";
  expect(netShareInterval({ upper: 0.5, lower: 0.2, n: 10.4, method })).toMatchObject({
    reason: "counts-not-whole",
  });
  expect(netShareInterval({ upper: 0.55, lower: 0.2, n: 10, method })).toMatchObject({
    reason: "counts-not-whole",
  });
  expect(netShareInterval({ upper: 0.5, lower: 0.2, n: 1e6, method })).toMatchObject({
    reason: "too-many-answers",
  });
});
