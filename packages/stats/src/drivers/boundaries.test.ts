import { expect, test } from "vitest";
import { importancePerformance } from "./importance-performance.js";
import { relativeImportance } from "./relative-importance.js";

const predictors = [
  { name: "speed", values: [1, 2, 3, 4, 5, 3] },
  { name: "staff", values: [2, 1, 4, 3, 5, 1] },
];
const outcome = [2, 2, 5, 3, 6, 3];

test("shares are parts of R², and the effective n is Kish's", () => {
  const found = relativeImportance({ predictors, outcome, weights: [1, 1, 2, 2, 4, 2], method: "lmg" });
  if (found.status !== "ok") throw new Error(found.reason);
  const shares = found.predictors.map(({ share }) => share ?? 0);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  for (const { share, importance } of found.predictors)
    expect(share).toBeCloseTo(importance / found.rSquared, 12);
  // (1 + 1 + 2 + 2 + 4 + 2)²/(1 + 1 + 4 + 4 + 16 + 4) = 144/30.
  expect(found.effectiveN).toBeCloseTo(4.8, 12);
  expect(found.warnings).toEqual([]);
  expect(found).not.toHaveProperty("sample");
});

test("two predictors need four rows", () => {
  const first = (count: number) =>
    relativeImportance({
      predictors: predictors.map(({ name, values }) => ({ name, values: values.slice(0, count) })),
      outcome: outcome.slice(0, count),
      method: "lmg",
    });
  expect(first(3)).toMatchObject({ status: "not-computable" });
  expect(first(4).status).toBe("ok");
});

test("weights may be as large or as small as numbers go", () => {
  const of = (unit: number) => {
    const weights = [1, 1, 2, 2, 4, 2].map((weight) => weight * unit);
    const found = relativeImportance({ predictors, outcome, weights, method: "lmg" });
    return found.status === "ok" ? [found.rSquared, found.effectiveN] : [];
  };
  const plain = of(1);
  for (const unit of [1e300, 1e-300])
    for (const [index, value] of of(unit).entries())
      expect(value).toBeCloseTo(plain[index] ?? Number.NaN, 12);
  expect(of(1e300)).toHaveLength(2);
});

test("an outcome without variation, and a negative part of Pratt's, are told", () => {
  expect(relativeImportance({ predictors, outcome: [3, 3, 3, 3, 3, 3], method: "lmg" })).toMatchObject({
    status: "not-computable",
  });
  // A suppressor: it rises with the first and hardly with the outcome.
  const found = relativeImportance({
    predictors: [
      { name: "a", values: [1, 2, 3, 4, 5, 6] },
      { name: "b", values: [1, 2, 3, 5, 4, 6] },
    ],
    outcome: [1, 2, 3, 3, 5, 5.5],
    method: "pratt",
  });
  expect(found.status === "ok" && found.warnings).toHaveLength(1);
  const [, b] = found.status === "ok" ? found.predictors : [];
  expect(b?.importance).toBeLessThan(0);
});

test("an item on a cut line says so, an item off it by a thousandth of the range does not", () => {
  const items = [
    { name: "low", importance: -500, performance: 0 },
    { name: "on", importance: 0, performance: 500 },
    { name: "near", importance: -1, performance: 501 },
    { name: "high", importance: 500, performance: 1000 },
  ];
  const found = importancePerformance({ items, cuts: { importance: 0, performance: 500 } });
  if (found.status !== "ok") throw new Error(found.reason);
  expect(found.items.map(({ name, onLine, quadrant }) => [name, quadrant, ...onLine])).toEqual([
    ["low", "low-priority"],
    ["on", "keep-up", "importance", "performance"],
    ["near", "overkill"],
    ["high", "keep-up"],
  ]);
});

test("a driver without any importance is no negative one; weights whose product underflows count", () => {
  // The second driver is orthogonal to the first and to the outcome.
  const found = relativeImportance({
    predictors: [
      { name: "a", values: [1, 1, -1, -1, 1, 1, -1, -1] },
      { name: "b", values: [1, -1, 1, -1, 1, -1, 1, -1] },
    ],
    outcome: [2, 2, 1, 1, 3, 3, 1, 1],
    weights: [1, 1, 1, 1, 1, 1, 1, 1].map((weight) => weight * 1e-170),
    method: "lmg",
  });
  if (found.status !== "ok") throw new Error(found.reason);
  expect(found.predictors[1]?.importance).toBeCloseTo(0, 14);
  expect(found.warnings).toEqual([]);
  expect(found.n).toBe(8);
  // Means 2.5 and 1 of two halves: 4.5 of a total of 5.5 in squares.
  expect(found.rSquared).toBeCloseTo(4.5 / 5.5, 12);
});
