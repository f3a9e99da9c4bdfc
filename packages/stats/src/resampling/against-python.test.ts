import { describe, expect, test } from "vitest";
import figures from "../../fixtures/python/resampling.json" with { type: "json" };
import { bootstrapInterval } from "./bootstrap-interval.js";
import { permutationTest } from "./permutation-test.js";
import { randomStream } from "./random-stream.js";

// Figures: fixtures/python/resampling.py, on a generator written from its publication.

describe("random stream", () => {
  test.each(figures.streams)("seed $seed", ({ seed, index10, uniform, index3e9 }) => {
    const first = randomStream(seed);
    expect(index10.map(() => first.index(10))).toEqual(index10);
    const second = randomStream(seed);
    expect(uniform.map(() => second.uniform())).toEqual(uniform);
    const large = randomStream(seed);
    expect(index3e9.map(() => large.index(3_000_000_000))).toEqual(index3e9);
  });
});

type Statistic = (values: readonly number[]) => number;

const mean: Statistic = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

const statistics: Record<keyof typeof figures.bootstrap, Statistic> = {
  mean,
  variance: (values) =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1),
};

const bootstraps = (["mean", "variance"] as const).flatMap((name) =>
  figures.bootstrap[name].flatMap((wanted) =>
    (["percentile", "basic", "bca"] as const).map((method) => ({ name, method, wanted, seed: wanted.seed })),
  ),
);

test.each(bootstraps)("$method bootstrap of the $name, seed $seed", ({ name, method, wanted }) => {
  const { data, resamples, seed, level } = wanted;
  const statistic = (indices: Uint32Array) =>
    statistics[name](Array.from(indices, (index) => data[index] ?? 0));
  const interval = bootstrapInterval({
    sampleSize: data.length,
    statistic,
    resamples,
    seed,
    level,
    method,
  });
  if (interval.status !== "ok") throw new Error(interval.reason);
  const [lower = 0, upper = 0] = wanted[method];
  const scale = wanted.standardError * 1e-9;
  expect(Math.abs(interval.lower - lower)).toBeLessThan(scale);
  expect(Math.abs(interval.upper - upper)).toBeLessThan(scale);
  expect(Math.abs(interval.standardError - wanted.standardError)).toBeLessThan(scale);
  expect(Math.abs(interval.bias - wanted.bias)).toBeLessThan(scale);
  expect(interval).toMatchObject({ nulls: 0, resamples, seed, generator: "xoroshiro128plus" });
  if (method === "bca") {
    expect(interval.biasCorrection).toBeCloseTo(wanted.z0, 12);
    expect(interval.acceleration).toBeCloseTo(wanted.a, 12);
  } else expect([interval.biasCorrection, interval.acceleration]).toEqual([null, null]);
});

const exact = [
  ...figures.enumerated.map((wanted) => ({ wanted, of: `${wanted.a} and ${wanted.b}` })),
  ...figures.netScores.map((wanted) => ({
    wanted,
    of: `${wanted.a.length} and ${wanted.b.length} net scores`,
  })),
];

test.each(exact)("exact permutation test of $of", ({ wanted: { a, b, p, pGreater, pLess } }) => {
  const found = permutationTest({ a, b });
  if (found.status !== "ok") throw new Error(found.reason);
  for (const [got, want] of [
    [found.p, p],
    [found.pGreater, pGreater],
    [found.pLess, pLess],
  ] as const)
    expect(Math.abs(got - want)).toBeLessThan(1e-11 * want);
});

test.each(figures.monteCarlo)("Monte Carlo permutation test, seed $seed", (wanted) => {
  const { a, b, seed, permutations, p, pGreater, pLess } = wanted;
  const found = permutationTest({ a, b, seed, permutations, method: "monte-carlo" });
  expect(found).toMatchObject({ p, pGreater, pLess, seed, permutations, nulls: 0 });
});
