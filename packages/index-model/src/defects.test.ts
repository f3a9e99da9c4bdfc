import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  defineIndex,
  explainIndex,
  fitIndex,
  type IndexDefinition,
  type IndexTable,
  type Normaliser,
  optimiseImportance,
  scoreIndex,
  treatments,
} from "./index.js";
import { choiceAt } from "./sensitivity/factor-value.js";

/**
 * Properties that released software for composite indices was seen to break (COINr 1.1.14, Compind 3.4, @economist/index-core,
 * pyDecision), each as it must hold here. Joint resampling of Sobol' indices: sensitivity/sensitivity.test.ts.
 */
const provenance = { status: "illustrative", source: "test" } as const;
const title = { en: "T", zh: "题" };
const identity: Normaliser = { method: "identity" };
const leaf = (normalise: Normaliser = identity) => ({
  kind: "indicator",
  title,
  provenance,
  unit: "u",
  source: "statistic",
  normalise,
});
const minMax = (direction: "more" | "less"): Normaliser => ({
  method: "min-max",
  direction,
  over: "pooled",
  cap: "none",
  whenConstant: "undefined",
});
function index(
  leaves: Record<string, unknown>,
  aggregate: object,
  weights?: readonly number[],
): IndexDefinition {
  return defineIndex({
    formatVersion: 1,
    id: "test.defects",
    version: "1.0.0",
    title,
    provenance,
    scale: { lower: 0, upper: 100 },
    root: "whole",
    nodes: {
      ...leaves,
      whole: {
        kind: "aggregate",
        title,
        provenance,
        method: "arithmetic-mean",
        children: Object.keys(leaves).map((node, at) => ({ node, weight: weights?.[at] ?? 1 })),
        missing: { policy: "renormalise", minimumAvailable: 0 },
        ...aggregate,
      },
    },
  });
}
const three = { a: leaf(), b: leaf(), c: leaf() };
const table = (
  a: readonly (number | null)[],
  b: readonly (number | null)[],
  c: readonly (number | null)[],
): IndexTable => ({
  units: a.map((_, row) => `u${row}`),
  columns: { a, b, c },
});
const whole = (definition: IndexDefinition, data: IndexTable) =>
  scoreIndex(definition, data).nodes["whole"]?.values;

describe("COINr", () => {
  test("a generalised mean skips missing values where its policy says so", () => {
    expect(whole(index(three, { method: "power-mean", exponent: 2 }), table([1], [null], [7]))).toEqual([5]);
  });

  test("with less-is-better the worst unit never gets the highest score", () => {
    const one = fitIndex(index({ a: leaf(minMax("less")) }, {}), table([1, 2, 4], [0, 0, 0], [0, 0, 0]));
    const scores = scoreIndex(one, table([1, 2, 4], [0, 0, 0], [0, 0, 0])).nodes["a"]?.values;
    expect(scores?.[0]).toBe(100);
    expect(scores?.[2]).toBe(0);
  });

  test("a constant indicator is undefined with a reason; its weight goes nowhere unless the policy says so, and coverage tells", () => {
    const leaves = { a: leaf(minMax("more")), b: leaf(minMax("more")) };
    const data = table([5, 5, 5], [1, 2, 3], [0, 0, 0]);
    const strict = fitIndex(index(leaves, { missing: { policy: "propagate" } }), data);
    const result = scoreIndex(strict, data);
    expect(result.nodes["a"]?.reasons).toEqual(["division-by-zero", "division-by-zero", "division-by-zero"]);
    expect(result.nodes["whole"]?.values).toEqual([null, null, null]);
    const lenient = scoreIndex(fitIndex(index(leaves, {}), data), data);
    expect(lenient.nodes["whole"]?.coverage).toEqual([0.5, 0.5, 0.5]);
    expect(lenient.warnings.map(({ code }) => code)).toContain("index.constant-reference");
  });

  test("a harmonic mean of a negative and a positive value has no value", () => {
    const result = scoreIndex(index(three, { method: "harmonic-mean" }), table([-1], [2], [null])).nodes[
      "whole"
    ];
    expect(result?.values).toEqual([null]);
    expect(result?.reasons).toEqual(["undefined-mean"]);
  });

  test("Copeland's rule can be a node like any other", () => {
    const duel = { kind: "cohort", title, provenance, algorithm: { method: "copeland" } };
    const children = ["a", "b", "c"].map((node) => ({ node, weight: 1 }));
    const { scale, ...head } = index(three, {});
    const definition = defineIndex({
      ...head,
      scale,
      root: "duels",
      nodes: { ...three, duels: { ...duel, children } },
    });
    // u0 beats u1 and u2 in two of three columns each, u1 beats u2.
    const { nodes } = scoreIndex(definition, table([3, 2, 1], [3, 1, 2], [1, 3, 2]));
    expect(nodes["duels"]?.values).toEqual([2, 0, -2]);
  });

  test("the logarithmic treatment changes what it is given", () => {
    const { example } = treatments.log;
    expect(JSON.stringify(example)).toContain("value");
    const treated = index({ a: { ...leaf(), treat: example.parameters } }, {});
    const fitted = fitIndex(treated, { units: ["u0", "u1", "u2"], columns: { a: [1, 10, 400] } });
    const { nodes } = scoreIndex(fitted, { units: ["u0", "u1", "u2"], columns: { a: [1, 10, 400] } });
    expect(nodes["a"]?.values).not.toEqual([1, 10, 400]);
  });

  test("a choice is drawn from its place in 0…1, not from the range of the sample", () => {
    expect([0.1, 0.2, 0.3].map((u) => choiceAt(u, 3))).toEqual([0, 0, 0]);
    expect([0.34, 0.66, 0.67, 1].map((u) => choiceAt(u, 3))).toEqual([1, 1, 2, 2]);
  });

  test("weights made for target importances are never negative", () => {
    const columns = [
      [1, 2, 3, 4, 5, 6],
      [6, 5, 4, 3, 2, 1.5],
      [2, 1, 4, 3, 6, 5],
    ];
    const found = optimiseImportance({ columns }, { target: [0.8, 0.1, 0.1] });
    if (found.status !== "ok") throw new Error(found.reason);
    expect(Math.min(...found.weights)).toBeGreaterThanOrEqual(0);
    expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  test("one level may hold several methods of aggregation", () => {
    const definition = index(three, { method: "geometric-mean" });
    const nodes = {
      ...definition.nodes,
      other: { ...definition.nodes["whole"], method: "harmonic-mean" },
      top: {
        ...definition.nodes["whole"],
        method: "arithmetic-mean",
        children: [
          { node: "whole", weight: 1 },
          { node: "other", weight: 1 },
        ],
      },
    };
    const result = scoreIndex(defineIndex({ ...definition, root: "top", nodes }), table([4], [4], [4]));
    expect(result.nodes["top"]?.values[0]).toBeCloseTo(4, 12);
  });
});

describe("Compind", () => {
  test("the root of a generalised mean covers the whole sum", () => {
    // √((1² + 4²) / 2) = 2.9155 and not (1² + 4²)^1 / 2 …
    const value = whole(index(three, { method: "power-mean", exponent: 2 }), table([1], [4], [null]))?.[0];
    expect(value).toBeCloseTo(Math.sqrt(8.5), 12);
  });

  test("units are standardised down their own column, whatever their number", () => {
    const z: Normaliser = { method: "z-score", direction: "more", over: "pooled", deviation: "population" };
    const data = table([1, 2, 3, 4], [10, 20, 30, 40], [-1, -2, -3, -4]);
    const { nodes } = scoreIndex(fitIndex(index({ a: leaf(z), b: leaf(z), c: leaf(z) }, {}), data), data);
    nodes["b"]?.values.forEach((value, row) => {
      expect(value).toBeCloseTo(nodes["a"]?.values[row] ?? 0, 12);
      expect(nodes["c"]?.values[row]).toBeCloseTo(-(value ?? 0), 12);
    });
  });

  test("the sign of a penalty matters", () => {
    const of = (penalty: string) =>
      whole(
        index(three, { method: "mpi", penalty, deviation: "population" }),
        table([80], [100], [120]),
      )?.[0] ?? 0;
    expect(of("negative")).toBeLessThan(100);
    expect(of("positive")).toBeCloseTo(200 - of("negative"), 12);
  });

  test("n or n − 1 is named, and is the same convention in every method", () => {
    const of = (deviation: string) =>
      whole(index(three, { method: "mpi", penalty: "negative", deviation }), table([90], [110], [null]))?.[0];
    expect(of("population")).toBeCloseTo(99, 12);
    expect(of("sample")).toBeCloseTo(98, 12);
  });
});

describe("@economist/index-core", () => {
  test("one missing leaf does not make the whole index NaN", () => {
    expect(whole(index(three, {}), table([30], [null], [50]))).toEqual([40]);
    expect(whole(index(three, { missing: { policy: "propagate" } }), table([30], [null], [50]))).toEqual([
      null,
    ]);
  });

  test("clamping is stated and recorded", () => {
    const goalposts: Normaliser = { method: "goalposts", worst: 0, best: 10 };
    const definition = index({ a: leaf(goalposts) }, {});
    const explained = explainIndex(scoreIndex(definition, table([12], [0], [0])), 0).nodes.find(
      ({ id }) => id === "a",
    );
    expect(explained?.leaf).toMatchObject({ raw: 12, capped: 10 });
    expect(explained?.value).toBe(100);
  });

  test("a value or a weight of 0 is a value or a weight", () => {
    expect(whole(index(three, {}), table([0], [60], [60]))).toEqual([40]);
    expect(whole(index(three, {}, [0, 1, 1]), table([0], [60], [60]))).toEqual([60]);
  });
});

describe("pyDecision", () => {
  test("nothing is added to zeros: a zero in an entropy column counts as 0 · ln 0 = 0", () => {
    const leaves = { a: leaf(), b: leaf() };
    const definition = index(leaves, {
      children: [{ node: "a" }, { node: "b" }],
      weighting: { method: "entropy", over: "pooled" },
    });
    const fitted = fitIndex(definition, table([0, 1], [1, 3], [0, 0]));
    // 1 − e: a = 1 (all in one unit), b = 1 − H(¼, ¾)/ln 2 = 0.188721875540867 (scipy.stats.entropy([1,3], base=2))
    const weights = fitted.calibration?.nodes["whole"]?.weights ?? [];
    expect(weights[0]).toBeCloseTo(1 / 1.188721875540867, 12);
  });

  test("AHP weights are the principal eigenvector by default", () => {
    const definition = index(three, {
      children: Object.keys(three).map((node) => ({ node })),
      weighting: {
        method: "ahp",
        input: [
          [1, 3, 5],
          ["1/3", 1, 3],
          ["1/5", "1/3", 1],
        ],
      },
    });
    // numpy.linalg.eig of the same matrix
    expect(whole(definition, table([1], [0], [0]))?.[0]).toBeCloseTo(0.6369855717447572, 10);
  });
});

test("whatever the data, no value is NaN or infinite", () => {
  const cell = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { freq: 5 });
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
  const methods = fc.constantFrom<object>(
    { method: "geometric-mean" },
    { method: "harmonic-mean" },
    { method: "power-mean", exponent: 0.5 },
    { method: "mpi", penalty: "negative", deviation: "sample" },
    { method: "mean-min", alpha: 1, beta: 0 },
    { method: "sum", missing: { policy: "zero" } },
    { method: "product", missing: { policy: "mean-of-others" } },
  );
  fc.assert(
    fc.property(rows, methods, (cells, method) => {
      const data = table(
        cells.map(([a]) => a),
        cells.map(([, b]) => b),
        cells.map(([, , c]) => c),
      );
      for (const { values } of Object.values(scoreIndex(index(three, method), data).nodes))
        for (const value of values) expect(value === null || Number.isFinite(value)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
