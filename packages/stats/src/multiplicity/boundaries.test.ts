import { expect, test } from "vitest";
import { homogeneityTest } from "./homogeneity-test.js";
import { pairwiseComparisons } from "./pairwise-comparisons.js";

test("inconsistency is the share of Q beyond its expectation", () => {
  // By hand: mean 15, Q = 2 · 25/4 = 12.5, one degree of freedom, I² = 11.5/12.5 (Higgins and Thompson 2002).
  const apart = homogeneityTest([
    { value: 10, variance: 4 },
    { value: 20, variance: 4 },
  ]);
  if (apart.status !== "ok") throw new Error(apart.reason);
  expect([apart.q, apart.inconsistency]).toEqual([12.5, 0.92]);
  const close = homogeneityTest([
    { value: 14, variance: 4 },
    { value: 15, variance: 4 },
  ]);
  expect(close).toMatchObject({ q: 0.125, inconsistency: 0 });
});

test("each pair names its two groups", () => {
  const found = pairwiseComparisons([1, 2, 4, 8].map((value) => ({ value, variance: 1 })));
  if (found.status !== "ok") throw new Error(found.reason);
  expect(found.pairs.map(({ a, b }) => `${a}${b}`)).toEqual(["01", "02", "03", "12", "13", "23"]);
});

test("a thousand groups are taken", () => {
  const groups = Array.from({ length: 1000 }, (_, index) => ({ value: index % 2, variance: 0.25 }));
  // By hand: mean ½, each group adds (½)²/0.25 = 1.
  expect(homogeneityTest(groups)).toMatchObject({ q: 1000, df: 999, mean: 0.5 });
});
