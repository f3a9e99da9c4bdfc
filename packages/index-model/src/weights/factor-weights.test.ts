import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factorWeights } from "./factor-weights.js";
import { loadingWeights } from "./loading-weights.js";
import { pcaWeights } from "./pca-weights.js";
import { symmetricEigen } from "./symmetric-eigen.js";
import { varimax } from "./varimax.js";
import type { WeightOutcome } from "./weight-outcome.js";

const weightsOf = (outcome: WeightOutcome) => {
  if (outcome.status !== "ok") throw new Error(outcome.reason);
  return outcome.weights;
};
const codeOf = (call: () => unknown) => {
  try {
    return call();
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};

describe("the Technology Achievement Index (OECD/JRC Handbook 2008, tables 17 and 18)", () => {
  // Patents, royalties, internet, exports, telephones, electricity, schooling, university; loadings printed to two decimals.
  const loadings = [
    [0.07, 0.97, 0.06, 0.06],
    [0.13, 0.07, -0.07, 0.93],
    [0.79, -0.21, 0.21, 0.42],
    [-0.64, 0.56, -0.04, 0.36],
    [0.37, 0.17, 0.38, 0.68],
    [0.82, -0.04, 0.25, 0.35],
    [0.88, 0.23, -0.09, 0.09],
    [0.08, 0.04, 0.96, 0.04],
  ];
  const published = [0.17, 0.15, 0.11, 0.06, 0.08, 0.12, 0.14, 0.17];
  test("weights follow from the printed loadings within their rounding", () => {
    const result = loadingWeights(loadings);
    if (result.status !== "ok") throw new Error(result.reason);
    for (const [index, weight] of published.entries())
      expect(Math.abs((result.weights[index] ?? 0) - weight)).toBeLessThan(0.0075);
    for (const [index, variance] of [2.64, 1.39, 1.19, 1.76].entries())
      expect(Math.abs((result.explainedVariances[index] ?? 0) - variance)).toBeLessThan(0.02);
    // Exports: loading −0.64 on the first factor, but the larger scaled square on the second.
    expect(result.factorOf).toEqual([1, 3, 0, 1, 3, 0, 0, 2]);
  });
  test("comparing plain loadings gives another weight for exports", () => {
    const other = loadingWeights(loadings, { assign: "loading" });
    expect(other.status === "ok" && other.factorOf[3]).toBe(0);
    expect(weightsOf(other)[3]).toBeGreaterThan(0.07);
  });
});

const tables = fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 }), {
  minLength: 6,
  maxLength: 15,
});

describe("laws", () => {
  test("eigenvectors rebuild the matrix", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const square = table.slice(0, 4).map((row, i) => row.map((value, j) => value + (table[j]?.[i] ?? 0)));
        const { values, vectors } = symmetricEigen(square);
        for (const [i, row] of square.entries())
          for (const [j, value] of row.entries()) {
            const rebuilt = values.reduce(
              (sum, v, k) => sum + v * (vectors[k]?.[i] ?? 0) * (vectors[k]?.[j] ?? 0),
              0,
            );
            expect(rebuilt).toBeCloseTo(value, 10);
          }
        expect([...values].sort((a, b) => b - a)).toEqual(values);
      }),
    );
  });
  test("varimax keeps communalities and never lowers its criterion", () => {
    const cell = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 4, maxLength: 8 }), (loadings) => {
        const rotated = varimax(loadings);
        const lengths = (rows: readonly (readonly number[])[]) =>
          rows.map((row) => row.reduce((sum, value) => sum + value * value, 0));
        for (const [index, length] of lengths(loadings).entries())
          expect(lengths(rotated)[index]).toBeCloseTo(length, 12);
        const criterion = (rows: readonly (readonly number[])[]) => {
          const h = lengths(rows).map((length) => (length === 0 ? 1 : length));
          return [0, 1, 2].reduce((total, factor) => {
            const squares = rows.map((row, index) => (row[factor] ?? 0) ** 2 / (h[index] ?? 1));
            const mean = squares.reduce((a, b) => a + b, 0) / squares.length;
            return total + squares.reduce((sum, value) => sum + (value - mean) ** 2, 0);
          }, 0);
        };
        expect(criterion(rotated)).toBeGreaterThanOrEqual(criterion(loadings) - 1e-10);
      }),
    );
  });
  test.each([
    ["pca", pcaWeights],
    ["factor", factorWeights],
  ] as const)("%s: linear rescaling and order of indicators change nothing", (_, method) => {
    fc.assert(
      fc.property(tables, (table) => {
        const one = method(table);
        const turned = method(table.map(([a = 0, b = 0, c = 0, d = 0]) => [d, 5 + 1e-6 * c, b, 1e9 * a - 7]));
        if (one.status !== "ok") return;
        // A near tie decides either way; far from it both agree.
        const gaps = one.eigenvalues.slice(1).map((value, index) => (one.eigenvalues[index] ?? 0) - value);
        if (Math.min(...gaps) < 1e-3 || one.eigenvalues.some((value) => Math.abs(value - 1) < 1e-6)) return;
        if (turned.status !== "ok") return;
        expect(weightsOf(one).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 13);
        if (_ === "factor") return;
        for (const [index, weight] of weightsOf(one).entries())
          expect(turned.weights[3 - index]).toBeCloseTo(weight, 8);
      }),
    );
  });
});

describe("edge cases", () => {
  const equal = (r: number) => [
    [1, r, r],
    [r, 1, r],
    [r, r, 1],
  ];
  test("equal eigenvalues give no first component; none above the limit gives no factor", () => {
    expect(pcaWeights({ correlations: equal(0) })).toMatchObject({ reason: "tied-components" });
    expect(factorWeights({ correlations: equal(0) })).toMatchObject({ reason: "no-factor" });
    expect(factorWeights({ correlations: equal(0) }, { retain: { factors: 1 } })).toMatchObject({
      reason: "tied-components",
    });
  });
  test("equally correlated indicators weigh alike", () => {
    for (const weight of weightsOf(pcaWeights({ correlations: equal(0.4) })))
      expect(weight).toBeCloseTo(1 / 3, 14);
  });
  test("a loading against the component is a warning, or no weights at all", () => {
    const correlations = [
      [1, 0.6, -0.5],
      [0.6, 1, -0.4],
      [-0.5, -0.4, 1],
    ];
    const squared = pcaWeights({ correlations, indicators: ["speed", "ease", "complaints"] });
    expect(squared.status === "ok" && squared.loadings[2]).toBeLessThan(0);
    expect(squared).toMatchObject({
      warnings: [{ code: "weights.negative-loading", values: { id: "complaints" } }],
    });
    expect(pcaWeights({ correlations }, { of: "loadings" })).toMatchObject({ reason: "negative-loading" });
    expect(
      pcaWeights(
        {
          correlations: [
            [1, -0.5],
            [-0.5, 1],
          ],
        },
        { of: "loadings" },
      ),
    ).toMatchObject({ reason: "no-sign" });
  });
  test("more indicators than units is a warning, a constant indicator an outcome", () => {
    const few = pcaWeights([
      [1, 2, 5, 1],
      [2, 2, 3, 7],
      [5, 1, 4, 2],
    ]);
    expect(few).toMatchObject({
      status: "ok",
      warnings: [{ code: "weights.few-units" }, ...(few.status === "ok" ? few.warnings.slice(1) : [])],
    });
    expect(
      factorWeights([
        [1, 2],
        [1, 3],
        [1, 5],
      ]),
    ).toMatchObject({ reason: "constant-indicator" });
    expect(pcaWeights([[1, 2]])).toMatchObject({ reason: "single-unit" });
    expect(pcaWeights([[1], [2]])).toMatchObject({ reason: "single-indicator" });
  });
  test("factors that explain little are told", () => {
    const result = factorWeights({ correlations: equal(0.3) });
    expect(result).toMatchObject({ warnings: [{ code: "weights.little-explained" }] });
  });
  test("an indicator that belongs to two factors alike decides nothing", () => {
    expect(
      loadingWeights([
        [0.5, 0.5],
        [0.8, 0.1],
        [0.1, 0.8],
      ]),
    ).toMatchObject({ reason: "tied-loadings" });
  });
  test("what are no correlations or loadings is refused", () => {
    const refuse = (correlations: unknown) => codeOf(() => pcaWeights({ correlations } as never));
    expect(
      refuse([
        [1, 0.5],
        [0.4, 1],
      ]),
    ).toBe("weights.not-correlations");
    expect(
      refuse([
        [0.9, 0.5],
        [0.5, 1],
      ]),
    ).toBe("weights.not-correlations");
    expect(
      refuse([
        [1, 0.9, -0.9],
        [0.9, 1, 0.9],
        [-0.9, 0.9, 1],
      ]),
    ).toBe("weights.not-correlations");
    expect(
      refuse([
        [1, 2],
        [2, 1],
      ]),
    ).toBe("document.wrong-type");
    expect(refuse([[1, 0.5]])).toBe("weights.length");
    expect(
      codeOf(() =>
        loadingWeights([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toBe("weights.zero-sum");
  });
});
