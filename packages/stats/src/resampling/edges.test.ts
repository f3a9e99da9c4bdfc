import { expect, test } from "vitest";
import { bootstrapInterval } from "./bootstrap-interval.js";
import { permutationTest } from "./permutation-test.js";
import { randomStream } from "./random-stream.js";

const meanOf = (indices: Uint32Array, data: ArrayLike<number>) =>
  indices.reduce((sum, index) => sum + (data[index] ?? 0), 0) / indices.length;

const bcaOfMean = (data: readonly number[]) => {
  const interval = bootstrapInterval({ data, statistic: meanOf, resamples: 500, seed: 3, method: "bca" });
  if (interval.status !== "ok") throw new Error(interval.reason);
  return interval;
};

test("acceleration of a mean that is 0: (1 − 4·0.25³) / (6·1.25^1.5) = √5/20", () => {
  expect(bcaOfMean([-1, -1, -1, -1, 4]).acceleration).toBeCloseTo(Math.sqrt(5) / 20, 12);
});

test("the acceleration has no unit, however large the numbers", () => {
  const data = [3, 4, 4, 5, 7, 8, 12, 15, 21, 40];
  const huge = bcaOfMean(data.map((value) => value * 1e120));
  expect(huge.acceleration).toBeCloseTo(bcaOfMean(data).acceleration ?? Number.NaN, 12);
});

test("acceleration 0 where every leave-one-out value is 0 though replicates differ", () => {
  const median = (indices: Uint32Array, data: ArrayLike<number>) => {
    const values = [...indices].map((index) => data[index] ?? 0).sort((a, b) => a - b);
    const half = values.length >> 1;
    return values.length % 2 === 1
      ? (values[half] ?? 0)
      : ((values[half - 1] ?? 0) + (values[half] ?? 0)) / 2;
  };
  const interval = bootstrapInterval({
    data: [-2, -1, 0, 0, 0, 1, 3],
    statistic: median,
    resamples: 500,
    seed: 8,
    method: "bca",
  });
  expect(interval).toMatchObject({ status: "ok", acceleration: 0 });
});

test("two replicates are enough, and with a sample size alone the statistic has no data to read", () => {
  let calls = 0;
  const seen: number[] = [];
  const interval = bootstrapInterval({
    sampleSize: 3,
    statistic: (_, data) => {
      seen.push(data.length);
      calls++;
      return calls > 3 ? null : calls;
    },
    resamples: 20,
    seed: 1,
  });
  expect(interval).toMatchObject({ status: "ok", estimate: 1, nulls: 18 });
  expect(new Set(seen)).toEqual(new Set([0]));
});

test("a seed and a statistic of −0 are 0", () => {
  expect(randomStream(-0).seed).toBe(0);
  const result = permutationTest({ a: [1, 2], b: [3, 4], statistic: () => -0 });
  expect(result.status === "ok" && result.difference).toBe(0);
});

test("an exact test names no generator and leaves no division out", () => {
  expect(permutationTest({ a: [1, 2], b: [3, 4] })).toMatchObject({ nulls: 0, generator: null, seed: null });
});

test.each([{ b: [] }, { a: [] }])("without observations there is no test: %j", (change) => {
  expect(permutationTest({ a: [1, 2], b: [3, 4], ...change })).toMatchObject({ reason: "no-observations" });
});

test.each([
  ["a fraction among whole numbers", [0.5, 1], [2, 3.25]],
  ["whole numbers above a million", [1, 2], [3, 1_000_001]],
])("%s: every division is visited", (_, a, b) => {
  const result = permutationTest({ a, b });
  // The two samples lie apart: one division of six on each side.
  expect(result).toMatchObject({ procedure: "enumeration", permutations: 6 });
  expect(result.status === "ok" && result.pGreater).toBeCloseTo(1 / 6, 12);
  expect(result.status === "ok" && result.p).toBeCloseTo(1 / 3, 12);
});

test("whole numbers too far apart for the distribution of their sum, and too many to divide", () => {
  const spread = (shift: number) => Array.from({ length: 20 }, (_, at) => (at * 99_991 + shift) % 1_000_000);
  expect(permutationTest({ a: spread(1), b: spread(500_002) })).toMatchObject({ reason: "exact-too-large" });
});

test("drawn divisions without a statistic are counted and left out of the shares", () => {
  const statistic = (a: readonly number[], b: readonly number[]) =>
    a.includes(5) ? null : (b[0] ?? 0) - (a[0] ?? 0);
  const drawn = permutationTest({
    a: [1, 2],
    b: [5, 7],
    statistic,
    method: "monte-carlo",
    permutations: 2000,
    seed: 4,
  });
  if (drawn.status !== "ok") throw new Error(drawn.reason);
  // 5 is in the first sample in three divisions of six.
  expect(Math.abs(drawn.nulls / 2000 - 1 / 2)).toBeLessThan(0.05);
  // Without 5 in a: b₀ − a₀ reaches 4 in 3 of 4 orders of (1,2 | 5,7), 1 of 4 of (1,7 | 2,5), 0 of 4 of (2,7 | 1,5).
  expect(Math.abs(drawn.pGreater - 1 / 3)).toBeLessThan(0.05);
});
