import { expect, test } from "vitest";
import { bracketedRoot } from "./bracketed-root.js";
import { newcombeDifference } from "./newcombe-difference.js";
import { welchTest } from "./welch-test.js";

test("a bracketed root is found to the last digits, in steep functions and at either end", () => {
  // Mathematical constants; x³ − 2x − 5 = 0 is Newton's own example (Wallis 1685), its root to 17 digits from OEIS A007493.
  const roots: [(x: number) => number, number, number, number][] = [
    [(x) => x * x - 2, 0, 2, Math.SQRT2],
    [(x) => Math.cos(x), 0, 3, Math.PI / 2],
    [(x) => x ** 3 - 2 * x - 5, 2, 3, 2.0945514815423265],
    [(x) => Math.exp(x) - 1e6, -100, 100, 6 * Math.LN10],
    [(x) => x - 2, 2, 7, 2],
    [(x) => x - 7, 2, 7, 7],
  ];
  for (const [f, from, to, root] of roots)
    expect(Math.abs(bracketedRoot(f, from, to) - root)).toBeLessThanOrEqual(4e-16 * root);
});

test("either sample of a comparison may be too small", () => {
  const none = { successes: 0, trials: 0 };
  const some = { successes: 3, trials: 9 };
  expect(newcombeDifference({ a: some, b: none })).toMatchObject({ reason: "no-trials" });
  const sample = (n: number) => ({ mean: 4, standardDeviation: 1, n });
  expect(welchTest({ a: sample(0), b: sample(9) })).toMatchObject({ reason: "no-observations" });
  expect(welchTest({ a: sample(1), b: sample(9) })).toMatchObject({ reason: "single-observation" });
  // Hardly more than one effective observation on both sides: the t quantile lies beyond all numbers.
  expect(welchTest({ a: sample(1.0001), b: sample(1.0001) })).toMatchObject({ reason: "single-observation" });
});
