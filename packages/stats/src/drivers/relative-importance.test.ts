import fc from "fast-check";
import { describe, expect, test } from "vitest";
import numpy from "../../fixtures/python/relative-weights.json" with { type: "json" };
import r from "../../fixtures/r/relative-importance.json" with { type: "json" };
import {
  type NamedColumn,
  type RelativeImportance,
  type RelativeImportanceInput,
  type RelativeImportanceName,
  relativeImportance,
} from "../index.js";

function ok(input: Omit<RelativeImportanceInput, "missing">): RelativeImportance {
  const outcome = relativeImportance({ ...input, missing: "listwise" });
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome;
}
const importances = (found: RelativeImportance) => found.predictors.map((one) => one.importance);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
function near(found: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(found.length).toBe(expected.length);
  for (const [index, value] of expected.entries())
    expect(Math.abs((found[index] ?? Number.NaN) - value)).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(value)),
    );
}

interface Case {
  readonly id: string;
  readonly outcome: number[];
  readonly weights?: number[];
  readonly predictors: { readonly name: string; readonly values: number[] }[];
}
const dataOf = ({ outcome, predictors, weights }: Case) => ({
  outcome,
  predictors,
  ...(weights && { weights }),
});

// R 4.2.2: type I sums of squares of lm() over every order, fixtures/r/relative-importance.R; tolerance 1e-9.
describe.each(r.cases)("R: $id", (one) => {
  const data = dataOf(one as Case);
  test("lmg", () => {
    const found = ok({ ...data, method: "lmg" });
    near([found.rSquared], [one.rSquared], 1e-12);
    near(importances(found), one.lmg, 1e-12);
    near(
      found.predictors.map((p) => p.vif),
      one.vif,
      1e-9,
    );
    near(
      found.predictors.map((p) => p.standardisedCoefficient),
      one.standardisedCoefficient,
      1e-11,
    );
    near(
      found.predictors.map((p) => p.correlation),
      one.correlation,
      1e-12,
    );
  });
  test("pratt", () => near(importances(ok({ ...data, method: "pratt" })), one.pratt, 1e-11));
  // numpy 1.24.2, scipy 1.10.1 sqrtm, fixtures/python/relative-weights.py.
  test("johnson", () => {
    const expected = numpy.cases.find(({ id }) => id === one.id)?.johnson ?? [];
    near(importances(ok({ ...data, method: "johnson" })), expected, 1e-9);
  });
});

// Grömping (2006), Journal of Statistical Software 17(1), prints R² of the swiss data as 70.67 %.
test("the published R² of the swiss data", () => {
  const swiss = r.cases.find(({ id }) => id === "swiss") as Case;
  expect(Math.round(ok({ ...dataOf(swiss), method: "lmg" }).rSquared * 1e4) / 100).toBe(70.67);
});

const value = fc.integer({ min: -5, max: 5 });
const tables = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 9, max: 16 })).chain(([size, n]) =>
  fc.record({
    columns: fc.array(fc.array(value, { minLength: n, maxLength: n }), { minLength: size, maxLength: size }),
    outcome: fc.array(value, { minLength: n, maxLength: n }),
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n }),
  }),
);
const named = (columns: readonly (readonly (number | null)[])[]): NamedColumn[] =>
  columns.map((values, index) => ({ name: `x${index}`, values }));
const methods: readonly RelativeImportanceName[] = ["lmg", "johnson", "pratt"];

describe("laws", () => {
  test("importances sum to R², and only Pratt's can be negative", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...methods), ({ columns, outcome, weights }, method) => {
        const found = relativeImportance({
          predictors: named(columns),
          outcome,
          weights,
          method,
          missing: "listwise",
        });
        fc.pre(found.status === "ok");
        if (found.status !== "ok") return;
        const worst = Math.max(...found.predictors.map((p) => p.vif));
        expect(found.rSquared).toBeGreaterThanOrEqual(0);
        expect(found.rSquared).toBeLessThanOrEqual(1);
        expect(Math.abs(sum(importances(found)) - found.rSquared)).toBeLessThan(1e-13 * worst + 1e-12);
        if (method !== "pratt") expect(Math.min(...importances(found))).toBeGreaterThanOrEqual(0);
        expect(found.warnings.length > 0).toBe(importances(found).some((part) => part < -1e-12));
      }),
      { numRuns: 150 },
    );
  });

  test("Johnson equals LMG for two predictors", () => {
    fc.assert(
      fc.property(tables, ({ columns, outcome }) => {
        fc.pre(columns.length >= 2);
        const data = { predictors: named(columns.slice(0, 2)), outcome, missing: "listwise" as const };
        const [a, b] = [
          relativeImportance({ ...data, method: "lmg" }),
          relativeImportance({ ...data, method: "johnson" }),
        ];
        expect(a.status).toBe(b.status);
        if (a.status === "ok" && b.status === "ok") near(importances(a), importances(b), 1e-12);
      }),
      { numRuns: 100 },
    );
  });

  test("order of rows and predictors, scale of weights and columns change nothing; a weight is a number of rows", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...methods), ({ columns, outcome, weights }, method) => {
        const missing = "listwise" as const;
        const plain = relativeImportance({ predictors: named(columns), outcome, weights, method, missing });
        fc.pre(plain.status === "ok");
        if (plain.status !== "ok") return;
        const backwards = <T>(list: readonly T[]) => [...list].reverse();
        const turned = relativeImportance({
          predictors: backwards(named(columns.map((c) => backwards(c).map((x) => 1e6 + x * 1e-3)))),
          outcome: backwards(outcome).map((y) => -3e100 * y),
          weights: backwards(weights).map((w) => w * 1e-9),
          method,
          missing,
        });
        const repeated = <T>(list: readonly T[]) =>
          list.flatMap((item, row) => Array<T>(weights[row] ?? 0).fill(item));
        const written = relativeImportance({
          predictors: named(columns.map(repeated)),
          outcome: repeated(outcome),
          method,
          missing,
        });
        const worst = Math.max(...plain.predictors.map((p) => p.vif));
        if (turned.status !== "ok" || written.status !== "ok") throw new Error("a law broke");
        // A shift by 1e6 with steps of 1e-3 costs nine digits.
        near(backwards(importances(turned)), importances(plain), 1e-6 * worst);
        near(importances(written), importances(plain), 1e-12 * worst);
      }),
      { numRuns: 100 },
    );
  });

  test("uncorrelated predictors: every method gives the squared correlation", () => {
    const predictors = { a: [1, 1, -1, -1, 1, 1, -1, -1], b: [1, -1, 1, -1, 1, -1, 1, -1] };
    const outcome = [9, 4, 5, 1, 8, 5, 3, 2];
    for (const method of methods)
      for (const one of ok({ predictors, outcome, method }).predictors) {
        near([one.importance], [one.correlation ** 2], 1e-15);
        near([one.vif], [1], 1e-15);
      }
  });
});

/** A linear congruential sequence: many predictors that correlate. */
function manyDrivers(size: number, n: number): { predictors: NamedColumn[]; outcome: number[] } {
  let state = 7;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff - 0.5;
  };
  const mood = Array.from({ length: n }, next);
  const columns = Array.from({ length: size }, () => mood.map((m) => m + next()));
  const outcome = mood.map(
    (m, row) => m + next() + sum(columns.map((c, j) => (c[row] ?? 0) * (j % 3))) / size,
  );
  return { predictors: named(columns), outcome };
}

describe("drawn orders", () => {
  test("lie within five Monte Carlo errors of the exact figures, and repeat under their seed", () => {
    const data = manyDrivers(12, 300);
    const exact = ok({ ...data, method: "lmg" });
    const sample = { permutations: 2000, seed: 5 };
    const drawn = ok({ ...data, method: "lmg", sample });
    expect(drawn.sample).toEqual({ ...sample, generator: "xoroshiro128plus" });
    for (const [index, one] of drawn.predictors.entries()) {
      const gap = Math.abs(one.importance - (exact.predictors[index]?.importance ?? 0));
      expect(gap).toBeLessThan(5 * (one.monteCarloError ?? 0));
      expect(one.monteCarloError).toBeLessThan(0.01);
    }
    near([sum(importances(drawn))], [drawn.rSquared], 1e-12);
    expect(ok({ ...data, method: "lmg", sample })).toEqual(drawn);
    expect(ok({ ...data, method: "lmg", sample: { ...sample, seed: 6 } })).not.toEqual(drawn);
  });

  test("the error falls with the root of their number", () => {
    const data = manyDrivers(12, 300);
    const error = (permutations: number) =>
      ok({ ...data, method: "lmg", sample: { permutations, seed: 3 } }).predictors[0]?.monteCarloError ?? 0;
    expect(error(400) / error(6400)).toBeGreaterThan(3);
    expect(error(400) / error(6400)).toBeLessThan(5);
  });

  test("are required above 20 predictors", () => {
    const data = manyDrivers(21, 60);
    expect(() => ok({ ...data, method: "lmg" })).toThrow(/sample: \{ permutations, seed \}/);
    expect(ok({ ...data, method: "lmg", sample: { permutations: 100, seed: 1 } }).predictors.length).toBe(21);
    expect(ok({ ...data, method: "johnson" }).predictors.length).toBe(21);
    expect(() => ok({ ...data, method: "johnson", sample: { permutations: 100, seed: 1 } })).toThrow(
      /takes no sample/,
    );
  });
});

describe("bootstrap", () => {
  const data = manyDrivers(4, 120);
  test("repeats under its seed, covers the estimate, and widens with the level", () => {
    const run = (level: number, seed = 9) =>
      ok({ ...data, method: "lmg", bootstrap: { resamples: 300, seed, level } });
    const [narrow, wide] = [run(0.5), run(0.99)];
    expect(run(0.5)).toEqual(narrow);
    expect(run(0.5, 10)).not.toEqual(narrow);
    expect(narrow.bootstrap).toEqual({
      generator: "xoroshiro128plus",
      seed: 9,
      resamples: 300,
      failed: 0,
      level: 0.5,
    });
    for (const [index, { interval, importance }] of wide.predictors.entries()) {
      const inner = narrow.predictors[index]?.interval;
      if (interval?.status !== "ok" || inner?.status !== "ok") throw new Error("no interval");
      expect(interval.lower).toBeLessThan(importance);
      expect(interval.upper).toBeGreaterThan(importance);
      expect(interval.lower).toBeLessThanOrEqual(inner.lower);
      expect(interval.upper).toBeGreaterThanOrEqual(inner.upper);
      expect(interval.method).toBe("bootstrap-percentile");
    }
  });
  test("goes with every method and with drawn orders", () => {
    const bootstrap = { resamples: 50, seed: 1 };
    for (const method of methods)
      expect(ok({ ...data, method, bootstrap }).predictors[0]?.interval?.status).toBe("ok");
    const found = ok({ ...data, method: "lmg", bootstrap, sample: { permutations: 50, seed: 2 } });
    expect(found.predictors[0]?.interval?.status).toBe("ok");
  });
  test("says so when too many resamples fail", () => {
    const predictors = { a: [1, 0, 0, 0, 0, 0], b: [0, 1, 2, 3, 4, 4] };
    const found = ok({
      predictors,
      outcome: [1, 2, 2, 3, 5, 4],
      method: "lmg",
      bootstrap: { resamples: 50, seed: 1 },
    });
    expect(found.predictors[0]?.interval).toMatchObject({
      status: "not-computable",
      reason: "resamples-failed",
    });
    expect(found.bootstrap?.failed).toBeGreaterThan(5);
  });
});

describe("data that carry no figure", () => {
  const run = (input: Partial<RelativeImportanceInput>) =>
    relativeImportance({ predictors: {}, outcome: [], method: "lmg", missing: "listwise", ...input });
  const outcome = [1, 2, 2, 5, 4, 6];
  const a = [1, 2, 3, 4, 5, 6];

  test.each([
    ["no-observations", { predictors: { a: [] } }],
    ["no-observations", { predictors: { a: [null, 1] }, outcome: [1, null] }],
    ["no-observations", { predictors: { a }, outcome, weights: [0, 0, 0, 0, 0, 0] }],
    ["too-few-observations", { predictors: { a: [1, 2] }, outcome: [1, 3] }],
    ["too-few-observations", { predictors: { a: [1, 2, 3], b: [3, 1, 2] }, outcome: [1, 3, 2] }],
    ["constant-predictor", { predictors: { a, b: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1] }, outcome }],
    ["constant-predictor", { predictors: { a: [7, 7, 7, 7, 7, 1] }, outcome, weights: [1, 1, 1, 1, 1, 0] }],
    ["constant-outcome", { predictors: { a }, outcome: [3, 3, 3, 3, 3, 3] }],
    ["collinear-predictors", { predictors: { a, b: a.map((x) => 3 - 0.7 * x) }, outcome }],
    [
      "collinear-predictors",
      { predictors: { a, b: outcome, c: a.map((x, row) => x + (outcome[row] ?? 0)) }, outcome },
    ],
  ] as [string, Partial<RelativeImportanceInput>][])("%s", (reason, input) => {
    expect(run(input)).toMatchObject({ status: "not-computable", reason });
  });

  test("names the predictors and keeps the base", () => {
    const found = run({ predictors: { a, b: a.map((x) => 2 * x), c: [null, 1, 0, 1, 1, 0] }, outcome });
    expect(found).toMatchObject({ n: 5, missing: 1, zeroWeight: 0 });
    expect(found.status === "not-computable" && found.message.en).toContain("before them: b.");
  });

  test("rows without weight or value are counted apart", () => {
    const predictors = { a: [1, 2, 3, 4, 5, 6, 9, null] };
    const weights = [1, 1, 1, 1, 1, 1, 0, 0];
    const found = run({ predictors, outcome: [...outcome, 1, 1], weights });
    expect(found).toMatchObject({ status: "ok", n: 6, missing: 1, zeroWeight: 1, effectiveN: 6 });
    const alone = run({ predictors: { a }, outcome });
    expect(found.status === "ok" && found.predictors).toEqual(alone.status === "ok" && alone.predictors);
  });

  test("no relation at all has no shares", () => {
    const found = run({ predictors: { a: [1, 1, -1, -1] }, outcome: [1, -1, 1, -1] });
    expect(found).toMatchObject({ status: "ok", rSquared: 0, predictors: [{ importance: 0, share: null }] });
  });

  test("a perfect fit is 1", () => {
    expect(run({ predictors: { a }, outcome: a.map((x) => 1e300 * x) })).toMatchObject({
      status: "ok",
      rSquared: 1,
    });
  });

  test("values of extreme size are scaled", () => {
    const big = run({
      predictors: { a: a.map((x) => (x - 3.5) * 4e307) },
      outcome: outcome.map((y) => y * 1e-310),
    });
    const plain = run({ predictors: { a }, outcome });
    if (big.status !== "ok" || plain.status !== "ok") throw new Error("no figure");
    near(importances(big), importances(plain), 1e-9);
  });
});

describe("mistakes", () => {
  const sound = {
    predictors: { a: [1, 2, 4, 3] },
    outcome: [1, 2, 3, 5],
    method: "lmg",
    missing: "listwise",
  };
  test.each([
    ["drivers.missing-policy", { missing: "pairwise" }],
    ["drivers.missing-policy", { missing: undefined, outcome: [1, 2, null, 5] }],
    ["method.unknown", { method: "shapley" }],
    ["drivers.no-predictors", { predictors: [] }],
    [
      "drivers.too-many-predictors",
      { predictors: Array.from({ length: 201 }, (_, i) => ({ name: `${i}`, values: [] })) },
    ],
    [
      "name.duplicate",
      {
        predictors: [
          { name: "a", values: [1, 2, 4, 3] },
          { name: "a", values: [1, 2, 4, 3] },
        ],
      },
    ],
    ["name.not-allowed", { predictors: [{ name: " ", values: [1, 2, 4, 3] }] }],
    ["name.not-allowed", { predictors: [{ values: [1, 2, 4, 3] }] }],
    ["argument.not-an-object", { predictors: [undefined, { name: "a", values: [1] }] }],
    ["argument.not-a-list", { predictors: { a: "1234" } }],
    ["argument.not-a-number", { predictors: { a: [1, 2, Number.NaN, 3] } }],
    ["argument.not-a-number", { outcome: [1, 2, "3", 4] }],
    ["argument.not-a-number", { weights: [1, 1, 1, null] }],
    ["parameter.out-of-range", { weights: [1, 1, 1, -1] }],
    ["lists.length-mismatch", { predictors: { a: [1, 2, 3] } }],
    ["lists.length-mismatch", { weights: [1, 2, 3] }],
    ["parameter.out-of-range", { bootstrap: { resamples: 5, seed: 1 } }],
    ["seed.out-of-range", { bootstrap: { resamples: 50 } }],
    ["level.out-of-range", { bootstrap: { resamples: 50, seed: 1, level: 95 } }],
    ["argument.not-an-object", { bootstrap: true }],
    ["seed.out-of-range", { sample: { permutations: 50, seed: 0.5 } }],
    ["parameter.out-of-range", { sample: { permutations: 1, seed: 1 } }],
  ] as [string, object][])("%s", (code, change) => {
    expect(() => relativeImportance({ ...sound, ...change } as RelativeImportanceInput)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test("too much work is refused before it starts", () => {
    const data = manyDrivers(20, 40);
    const bootstrap = { resamples: 100_000, seed: 1 };
    expect(() => ok({ ...data, method: "lmg", bootstrap })).toThrow(
      expect.objectContaining({ code: "drivers.too-much-work" }),
    );
  });

  test("names that are keys of objects are names like others", () => {
    const predictors = JSON.parse('{"__proto__": [1, 2, 4, 3], "constructor": [2, 0, 1, 9]}') as Record<
      string,
      number[]
    >;
    const found = relativeImportance({
      predictors,
      outcome: [1, 2, 3, 5],
      method: "lmg",
      missing: "listwise",
    });
    expect(found.status === "ok" && found.predictors.map((p) => p.name)).toEqual([
      "__proto__",
      "constructor",
    ]);
  });
});
