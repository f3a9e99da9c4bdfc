import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapInterval } from "./bootstrap-interval.js";
import { bootstrapIntervalMethods } from "./bootstrap-method/registry.js";
import { permutationTest } from "./permutation-test.js";
import { randomStream } from "./random-stream.js";

const meanOf = (indices: Uint32Array, data: ArrayLike<number>) =>
  indices.reduce((sum, index) => sum + (data[index] ?? 0), 0) / indices.length;

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe("random stream", () => {
  test("every index has the same chance", () => {
    const stream = randomStream(3);
    const counts = new Array<number>(7).fill(0);
    for (let draw = 0; draw < 70_000; draw++) {
      const index = stream.index(7);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(22.5); // 0.999 quantile with 6 degrees of freedom
  });

  test("neighbouring small seeds do not start alike", () => {
    const first = Array.from({ length: 1000 }, (_, seed) => randomStream(seed).uniform());
    const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
    const spread = first.reduce((sum, value) => sum + (value - mean) ** 2, 0) / first.length;
    expect(Math.abs(spread - 1 / 12)).toBeLessThan(0.01);
  });

  test.each([-1, 0.5, 4294967296, Number.NaN, "7", undefined])("refuses the seed %s", (seed) => {
    expect(() => randomStream(seed as number)).toThrow(code("seed.out-of-range"));
  });

  test("refuses an index below nothing", () => {
    expect(() => randomStream(1).index(0)).toThrow(code("parameter.out-of-range"));
  });
});

describe("bootstrap interval", () => {
  const data = [3, 4, 4, 5, 7, 8, 12, 15, 21, 40];
  const plain = { data, statistic: meanOf, resamples: 400, seed: 12 };

  test("data and sampleSize lead to the same figures", () => {
    const byData = bootstrapInterval(plain);
    const bySize = bootstrapInterval({
      sampleSize: data.length,
      statistic: (indices) => meanOf(indices, data),
      resamples: 400,
      seed: 12,
    });
    expect(bySize).toEqual(byData);
    expect(bootstrapInterval({ ...plain, data: Float64Array.from(data) })).toEqual(byData);
  });

  test("moves and scales with the data", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("percentile" as const, "basic" as const, "bca" as const),
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: 1, max: 8 }),
        (method, shift, scale) => {
          const moved = data.map((value) => value * scale + shift);
          const from = bootstrapInterval({ ...plain, method });
          const to = bootstrapInterval({ ...plain, method, data: moved });
          if (from.status !== "ok" || to.status !== "ok") throw new Error("no interval");
          expect(to.lower).toBeCloseTo(from.lower * scale + shift, 8);
          expect(to.upper).toBeCloseTo(from.upper * scale + shift, 8);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("a higher level gives a wider interval", () => {
    const widths = [0.5, 0.8, 0.95, 0.99].map((level) => {
      const interval = bootstrapInterval({ ...plain, level, method: "bca" });
      return interval.status === "ok" ? interval.upper - interval.lower : 0;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(widths[0]).toBeGreaterThan(0);
  });

  test("a statistic that reorders its indices changes nothing", () => {
    const sorted = bootstrapInterval({
      ...plain,
      method: "bca",
      statistic: (indices, values) => meanOf(indices.sort(), values),
    });
    const left = bootstrapInterval({ ...plain, method: "bca" });
    if (sorted.status !== "ok" || left.status !== "ok") throw new Error("no interval");
    expect(sorted.lower).toBeCloseTo(left.lower, 10);
    expect(sorted.upper).toBeCloseTo(left.upper, 10);
  });

  test("counts resamples without a statistic", () => {
    const ratio = (indices: Uint32Array) => {
      const hits = indices.filter((index) => index === 0).length;
      return hits === 0 ? null : indices.length / hits;
    };
    const interval = bootstrapInterval({ sampleSize: 4, statistic: ratio, resamples: 1000, seed: 2 });
    if (interval.status !== "ok") throw new Error(interval.reason);
    // Expected share 0.75^4 = 0.316.
    expect(interval.nulls).toBeGreaterThan(260);
    expect(interval.nulls).toBeLessThan(370);
    expect(
      bootstrapInterval({ sampleSize: 4, statistic: ratio, resamples: 99, seed: 2, method: "bca" }),
    ).toMatchObject({ reason: "no-acceleration" });
  });

  test.each([
    ["no-observations", { data: [] }],
    ["single-observation", { data: [4] }],
    ["no-variation", { data: [4, 4, 4] }],
    ["statistic-undefined", { statistic: () => null }],
    [
      "no-replicates",
      { statistic: (indices: Uint32Array) => (indices.every((value, at) => value === at) ? 3 : null) },
    ],
    [
      "estimate-outside-replicates",
      {
        method: "bca" as const,
        statistic: (indices: Uint32Array) =>
          indices.every((value, at) => value === at) ? 99 : (indices[0] ?? 0),
      },
    ],
  ])("%s", (reason, change) => {
    expect(bootstrapInterval({ ...plain, ...change })).toMatchObject({ status: "not-computable", reason });
  });

  test("no observation moves the statistic: acceleration 0", () => {
    const identity = (indices: Uint32Array) => {
      if (indices.length < 10) return 5;
      return indices.every((value, at) => value === at) ? 4.5 : (indices[0] ?? 0);
    };
    const interval = bootstrapInterval({
      sampleSize: 10,
      statistic: identity,
      resamples: 200,
      seed: 1,
      method: "bca",
    });
    expect(interval).toMatchObject({ status: "ok", acceleration: 0 });
  });

  test.each([
    ["resampling.data-or-size", { sampleSize: 3 }],
    ["resampling.data-or-size", { data: undefined }],
    ["argument.not-a-list", { data: "abcdef" }],
    ["argument.not-a-function", { statistic: "mean" }],
    ["statistic.not-a-number", { statistic: () => Number.NaN }],
    ["statistic.not-a-number", { statistic: () => undefined }],
    ["parameter.out-of-range", { resamples: 3 }],
    ["argument.not-a-number", { resamples: undefined }],
    ["seed.out-of-range", { seed: undefined }],
    ["level.out-of-range", { level: 95 }],
    ["method.unknown", { method: "BCa" }],
    ["resampling.too-large", { data: undefined, sampleSize: 1_000_000, resamples: 1_000_000 }],
    ["resampling.too-large", { data: undefined, sampleSize: 200_000, method: "bca" }],
    ["result.not-representable", { data: [1e308, -1e308, 0], statistic: overflowing, method: "basic" }],
  ])("refuses: %s", (wanted, change) => {
    expect(() => bootstrapInterval({ ...plain, ...change } as never)).toThrow(code(wanted));
  });

  test("what the statistic throws is passed on", () => {
    const statistic = () => {
      throw new RangeError("mine");
    };
    expect(() => bootstrapInterval({ ...plain, statistic })).toThrow(RangeError);
  });

  test("every method is described in both languages", () => {
    for (const method of bootstrapIntervalMethods) {
      expect(method.title.zh).not.toBe("");
      expect(method.source).toMatch(/\d{4}/);
    }
  });
});

function overflowing(indices: Uint32Array, data: ArrayLike<number>): number {
  return data[indices[0] ?? 0] ?? 0;
}

describe("permutation test", () => {
  const netScores = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 1, maxLength: 6 });

  test("the sum distribution agrees with visiting every division", () => {
    const meanDifference = (a: readonly number[], b: readonly number[]) =>
      b.reduce((sum, value) => sum + value, 0) / b.length -
      a.reduce((sum, value) => sum + value, 0) / a.length;
    const ratings = fc.array(fc.integer({ min: -4, max: 10 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(ratings, ratings, (a, b) => {
        const fast = permutationTest({ a, b });
        const slow = permutationTest({ a, b, statistic: meanDifference });
        if (fast.status !== "ok" || slow.status !== "ok") throw new Error("no test");
        expect([fast.procedure, slow.procedure]).toEqual(["sum-distribution", "enumeration"]);
        expect(fast.p).toBeCloseTo(slow.p, 12);
        expect(fast.pGreater).toBeCloseTo(slow.pGreater, 12);
        expect(fast.pLess).toBeCloseTo(slow.pLess, 12);
      }),
      { numRuns: 60 },
    );
  });

  test("swapping the samples turns the sign, order changes nothing, p lies in 0…1", () => {
    fc.assert(
      fc.property(netScores, netScores, (a, b) => {
        const there = permutationTest({ a, b });
        const back = permutationTest({ a: b, b: [...a].reverse() });
        if (there.status !== "ok" || back.status !== "ok") throw new Error("no test");
        expect(back.difference).toBeCloseTo(-there.difference, 12);
        expect(back.p).toBeCloseTo(there.p, 12);
        expect(back.pLess).toBeCloseTo(there.pGreater, 12);
        expect(there.p).toBeGreaterThan(0);
        expect(there.p).toBeLessThanOrEqual(1);
        expect(there.pLess + there.pGreater).toBeGreaterThanOrEqual(1 - 1e-12);
      }),
      { numRuns: 100 },
    );
  });

  test("Monte Carlo comes near the exact answer and is never 0", () => {
    const a = [1, 1, 1, 0, 1, 1, 0, 1];
    const b = [-1, -1, 0, -1, -1, 0, -1, -1];
    const exact = permutationTest({ a, b });
    const drawn = permutationTest({ a, b, method: "monte-carlo", seed: 5, permutations: 4999 });
    if (exact.status !== "ok" || drawn.status !== "ok") throw new Error("no test");
    expect(drawn.p).toBeGreaterThanOrEqual(1 / 5000);
    expect(Math.abs(drawn.p - exact.p)).toBeLessThan(0.002);
  });

  test("a probability below the smallest double is not 0", () => {
    const a = new Array<number>(6000).fill(0);
    const b = new Array<number>(170).fill(1);
    const result = permutationTest({ a, b });
    expect(result.status === "ok" && result.p).toBe(Number.MIN_VALUE);
  });

  test("divisions without a statistic are counted", () => {
    const statistic = (a: readonly number[], b: readonly number[]) =>
      a.includes(5) ? null : (b[0] ?? 0) - (a[0] ?? 0);
    const result = permutationTest({ a: [1, 2], b: [5, 7], statistic });
    expect(result).toMatchObject({ procedure: "enumeration", permutations: 6, nulls: 3 });
  });

  test.each([
    ["no-observations", { a: [] }],
    ["statistic-undefined", { statistic: () => null }],
    ["exact-too-large", { a: floats(40), b: floats(41) }],
  ])("%s", (reason, change) => {
    expect(permutationTest({ a: [1, 2], b: [3, 4], ...change })).toMatchObject({ reason });
  });

  test.each([
    ["document.not-allowed", { method: "approximate" }],
    ["seed.out-of-range", { method: "monte-carlo", permutations: 99 }],
    ["argument.not-a-number", { method: "monte-carlo", seed: 1 }],
    ["parameter.out-of-range", { method: "monte-carlo", seed: 1, permutations: 0 }],
    ["resampling.too-large", { method: "monte-carlo", seed: 1, permutations: 1e6, a: floats(20_000) }],
    ["argument.not-a-list", { a: "12" }],
    ["argument.not-a-function", { statistic: 3 }],
    ["result.not-representable", { a: [-1.7e308], b: [1.7e308] }],
  ])("refuses: %s", (wanted, change) => {
    expect(() => permutationTest({ a: [1, 2], b: [3, 4], ...change } as never)).toThrow(code(wanted));
  });
});

function floats(count: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.sqrt(index + 2));
}
