import { expect, test } from "vitest";
import r from "../../fixtures/r/boundaries.json" with { type: "json" };
import { cochranArmitage } from "./cochran-armitage.js";
import { kendallScore } from "./kendall-score.js";
import { linearTrend } from "./linear-trend.js";

test("kendallScore agrees with R's cor.test where both lists have ties, in any order", () => {
  // R 4.2.2, fixtures/r/boundaries.R: z without continuity correction, S and pairs counted one by one.
  expect(r.kendall.length).toBe(5);
  for (const { x, y, s, untied, z } of r.kendall) {
    const found = kendallScore(x, y);
    expect(found.s).toBe(s);
    expect(found.untied).toBe(untied);
    if (s !== 0) expect(Math.abs(found.s / Math.sqrt(found.variance) - z)).toBeLessThan(1e-12);
    expect(kendallScore([...x].reverse(), [...y].reverse())).toEqual(found);
  }
});

test("kendallScore of one or two points", () => {
  expect(kendallScore([1], [2])).toEqual({ s: 0, untied: 0, variance: 0 });
  // Var S of two points is 1: S is −1 or 1 with equal chance.
  expect(kendallScore([1, 2], [2, 1])).toEqual({ s: -1, untied: 1, variance: 1 });
});

test("cochranArmitage: all successes, and scores that are one score but for rounding", () => {
  const all = { successes: 5, trials: 5 };
  expect(cochranArmitage([all, all])).toMatchObject({ reason: "no-variation" });
  for (const score of [0.1, 0.7, 1 / 3]) {
    const groups = [3, 7, 11].map((trials, index) => ({ successes: index + 1, trials, score }));
    expect(cochranArmitage(groups)).toMatchObject({ reason: "same-time" });
    // A group without trials has no say.
    expect(cochranArmitage([...groups, { successes: 0, trials: 0, score: 9 }])).toMatchObject({
      reason: "same-time",
    });
  }
  // Scores whose squares are 0 in floating point differ by nothing that a variance could see.
  const apart = [0, 1e-200].map((score) => ({ successes: 2, trials: 5, score }));
  expect(cochranArmitage(apart)).toMatchObject({ reason: "same-time" });
});

test("linearTrend: a perfect line is one at any size of y", () => {
  for (const size of [1e-9, 1e7]) {
    const found = linearTrend({ y: [0.1, 0.2, 0.30000000000000004, 0.4].map((value) => value * size) });
    expect(found).toMatchObject({ standardError: 0, interval: { reason: "perfect-fit" } });
  }
  expect(linearTrend({ y: [0, 0, 0] })).toMatchObject({ slope: 0, interval: { reason: "perfect-fit" } });
});

test("linearTrend: weights may be as large as numbers go", () => {
  // By hand: means 5/3 and 3, Sxy = 8, Sxx = 22/3.
  const y = [1, 2, 5, 4];
  const plain = linearTrend({ y, weights: [1, 2, 1, 2] });
  const large = linearTrend({ y, weights: [1e300, 2e300, 1e300, 2e300] });
  if (plain.status !== "ok" || large.status !== "ok") throw new Error("no line");
  expect(large.slope).toBeCloseTo(plain.slope, 14);
  expect(plain.slope).toBeCloseTo(12 / 11, 14);
});
