import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coefficientOfVariationWeights } from "./coefficient-of-variation-weights.js";
import { criticWeights } from "./critic-weights.js";
import { entropyWeights } from "./entropy-weights.js";
import { merecWeights } from "./merec-weights.js";
import { standardDeviationWeights } from "./standard-deviation-weights.js";
import type { WeightOutcome } from "./weight-outcome.js";

const weightsOf = (outcome: WeightOutcome) => {
  if (outcome.status !== "ok") throw new Error(outcome.reason);
  return outcome.weights;
};
const rounded = (outcome: WeightOutcome, digits: number) =>
  weightsOf(outcome).map((value) => Number(value.toFixed(digits)));
const codeOf = (call: () => unknown) => {
  try {
    return call();
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe("published tables", () => {
  test("entropy: Elsayed, Dawood and Karthikeyan, International Journal of Engineering Trends and Technology 46 (2017) 60–66", () => {
    const table = [
      [7, 312, 1891, 6613, 163],
      [72, 88, 728, 941804, 1078],
      [10, 252, 2594, 3466, 117471],
      [10, 145, 980, 2371, 86329],
      [65, 54, 350, 501, 29897],
      [29, 48, 380, 912, 34051],
      [7, 476, 3300, 78470, 2212],
      [70, 87, 650, 733, 819000],
      [4, 86, 591, 3015, 103],
      [12, 79, 579, 3240, 96098],
      [21, 45, 261, 1253, 453],
      [1, 72, 530, 4333, 0.1048],
    ];
    expect(rounded(entropyWeights(table), 6)).toEqual([0.104991, 0.069124, 0.071373, 0.449937, 0.304575]);
  });
  test("CRITIC: Tuş and Aytaç Adalı, Opsearch 56 (2019) 528–538", () => {
    const table = [
      [5000, 3, 3, 4, 3, 2],
      [680, 5, 3, 2, 2, 1],
      [2000, 3, 2, 3, 4, 3],
      [600, 4, 3, 1, 2, 2],
      [800, 2, 4, 3, 3, 4],
    ];
    expect(rounded(criticWeights(table), 3)).toEqual([0.157, 0.249, 0.168, 0.121, 0.154, 0.151]);
  });
  test("MEREC: Keshavarz-Ghorabaee and others, Symmetry 13 (2021) 525", () => {
    const table = [
      [450, 8000, 54, 145],
      [10, 9100, 2, 160],
      [100, 8200, 31, 153],
      [220, 9300, 1, 162],
      [5, 8400, 23, 158],
    ];
    const directions = ["up", "up", "down", "down"] as const;
    expect(rounded(merecWeights(table, { directions }), 4)).toEqual([0.5752, 0.0141, 0.4016, 0.0091]);
  });
  test("standard deviation: Jahan and Edwards, Materials & Design 49 (2013) 1000–1008", () => {
    const table = [
      [0, 0, 0],
      [0.39, 0.3, 0.77],
      [0.17, 0.36, 0.8],
      [0.35, 0.29, 0.93],
      [0.3, 0.4, 0.94],
      [0.84, 0.71, 1],
      [1, 1, 0.99],
    ];
    expect(rounded(standardDeviationWeights(table, { scale: "as-given" }), 2)).toEqual([0.35, 0.31, 0.34]);
  });
});

const methods = {
  entropy: entropyWeights,
  critic: criticWeights,
  merec: merecWeights,
  "standard-deviation": standardDeviationWeights,
  "coefficient-of-variation": coefficientOfVariationWeights,
};
const entries = Object.entries(methods);
const tables = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 3, max: 12 }))
  .chain(([width, height]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );
const near = (one: WeightOutcome, two: WeightOutcome, order = (index: number) => index) => {
  expect(two.status).toBe(one.status);
  if (one.status !== "ok" || two.status !== "ok") return;
  for (const [index, weight] of one.weights.entries())
    expect(two.weights[order(index)]).toBeCloseTo(weight, 10);
};

describe.each(entries)("laws of %s", (_, method) => {
  test("weights are at least 0 and sum to 1", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const result = method(table);
        if (result.status !== "ok") return;
        expect(Math.min(...result.weights)).toBeGreaterThanOrEqual(0);
        expect(result.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 13);
      }),
    );
  });
  test("another unit of measurement changes nothing, however large or small", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(1e-200, 0.001, 3, 1e200), (table, unit) => {
        near(method(table), method(table.map(([first = 0, ...rest]) => [first * unit, ...rest])));
      }),
    );
  });
  test("the order of units and of indicators changes nothing", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const width = table[0]?.length ?? 0;
        const turned = [...table].reverse().map((row) => [...row].reverse());
        near(method(table), method(turned), (index) => width - 1 - index);
      }),
    );
  });
  test("a matrix and named columns say the same; units with a gap are left out only on request", () => {
    const rows = [
      [1, 5],
      [2, 3],
      [4, 9],
    ];
    const columns = { b: [1, 2, 4, null], a: [5, 3, 9, 7] };
    near(method(rows), method({ columns }, { missing: "complete-units" }));
    const result = method({ columns }, { missing: "complete-units" });
    expect(result).toMatchObject({ indicators: ["b", "a"], units: 3, droppedUnits: 1 });
    expect(codeOf(() => method({ columns }))).toBe("weights.missing-value");
  });
  test("one unit, no unit and a table without differences give no weights", () => {
    expect(method([[1, 2]])).toMatchObject({ status: "not-computable", reason: "single-unit" });
    expect(method([[null, 2]], { missing: "complete-units" })).toMatchObject({ reason: "no-units" });
    expect(
      method([
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    ).toMatchObject({ status: "not-computable" });
  });
  test("what is no table is refused", () => {
    for (const table of [
      undefined,
      {},
      [],
      [[]],
      [[1], [1, 2]],
      [["1"]],
      [[Number.NaN]],
      { columns: { a: "12" } },
      { columns: {} },
    ])
      expect(codeOf(() => method(table as never))).toMatch(/^weights\.(not-a-table|ragged)$/);
  });
  test("a key that could reach a prototype stays an id", () => {
    const table = JSON.parse('{"columns": {"__proto__": [1, 2, 9], "constructor": [4, 3, 1]}}');
    expect(method(table)).toMatchObject({ status: "ok", indicators: ["__proto__", "constructor"] });
  });
});

describe("edge cases", () => {
  test("a constant indicator: weight 0 where the measure is 0, none where it is undefined", () => {
    const table = [
      [1, 5],
      [2, 5],
      [4, 5],
    ];
    for (const method of [entropyWeights, merecWeights, coefficientOfVariationWeights]) {
      expect(method(table)).toMatchObject({ weights: [1, 0] });
      expect(method(table)).toMatchObject({ warnings: [{ code: "weights.constant-indicator" }] });
    }
    expect(standardDeviationWeights(table, { scale: "as-given" })).toMatchObject({ weights: [1, 0] });
    for (const method of [criticWeights, standardDeviationWeights])
      expect(method(table)).toMatchObject({
        reason: "constant-indicator",
        message: { zh: expect.stringContaining("“2”") },
      });
  });
  test("zeros count as 0 · ln 0 = 0 and are not moved", () => {
    const moved = entropyWeights([
      [1e-9, 1],
      [2, 4],
      [3, 1e-9],
    ]);
    const exact = entropyWeights([
      [0, 1],
      [2, 4],
      [3, 0],
    ]);
    expect(weightsOf(exact)[0]).not.toBe(weightsOf(moved)[0]);
    expect(weightsOf(exact)[0]).toBeCloseTo(weightsOf(moved)[0] ?? 0, 7);
  });
  test("values outside the domain of a method are outcomes with the indicator named", () => {
    expect(entropyWeights({ columns: { speed: [1, -2] } })).toMatchObject({
      reason: "negative-value",
      message: { en: expect.stringContaining('"speed" has the value -2') },
    });
    expect(
      entropyWeights([
        [0, 1],
        [0, 2],
      ]),
    ).toMatchObject({ reason: "zero-indicator" });
    expect(
      merecWeights([
        [0, 1],
        [1, 2],
      ]),
    ).toMatchObject({ reason: "not-positive" });
    expect(
      coefficientOfVariationWeights([
        [-1, 1],
        [1, 2],
      ]),
    ).toMatchObject({ reason: "mean-not-positive" });
    expect(criticWeights([[1], [2]])).toMatchObject({ reason: "single-indicator" });
    expect(
      criticWeights([
        [1, 10],
        [2, 20],
        [3, 30],
      ]),
    ).toMatchObject({ reason: "no-conflict" });
    expect(
      criticWeights([
        [1, 10],
        [2, 20],
        [3, 31],
      ]),
    ).toMatchObject({ status: "ok" });
  });
  test("entropy is not indifferent to a shift: the input must be said", () => {
    const shifted = entropyWeights([
      [101, 1],
      [102, 4],
      [103, 2],
    ]);
    expect(weightsOf(shifted)[0]).toBeLessThan(
      weightsOf(
        entropyWeights([
          [1, 1],
          [2, 4],
          [3, 2],
        ]),
      )[0] ?? 0,
    );
  });
  test("directions: by id, by column, and a name that is unknown", () => {
    const columns = { cost: [3, 1, 2, 5], trust: [9, 7, 8, 1] };
    const byId = criticWeights({ columns }, { directions: { cost: "down" } });
    near(byId, criticWeights({ columns }, { directions: ["down", "up"] }));
    near(byId, criticWeights({ columns: { ...columns, cost: columns.cost.map((x) => -x) } }));
    expect(codeOf(() => criticWeights({ columns }, { directions: { costs: "down" } }))).toBe(
      "weights.unknown-indicator",
    );
    expect(codeOf(() => criticWeights({ columns }, { directions: ["down"] }))).toBe("weights.length");
    expect(codeOf(() => criticWeights({ columns }, { directions: { cost: "lower" as never } }))).toBe(
      "document.not-allowed",
    );
  });
});
