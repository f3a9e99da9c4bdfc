import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestWorstWeights } from "./best-worst-weights.js";
import { budgetAllocationWeights } from "./budget-allocation-weights.js";
import { combineWeights } from "./combine-weights.js";
import { delphiWeights } from "./delphi-weights.js";
import { driverWeights } from "./driver-weights.js";
import { equalWeights } from "./equal-weights.js";
import { fixedWeights } from "./fixed-weights.js";
import { rankOrderWeights } from "./rank-order-weights.js";

const codeOf = (call: () => unknown) => {
  try {
    return call();
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
};
const total = (weights: readonly number[]) => weights.reduce((a, b) => a + b, 0);

describe("fixed and equal weights", () => {
  test("decimals and fractions are exact", () => {
    expect(fixedWeights([0.1, "1/5", 0.7], { sum: "must-sum" }).exact).toEqual(["1/10", "1/5", "7/10"]);
    expect(fixedWeights(["1/3", "1/3", "1/3"], { sum: "must-sum" }).weights[0]).toBe(1 / 3);
    expect(fixedWeights([33.3, 33.3, 33.4], { sum: "must-sum", total: 100 }).exact[2]).toBe("167/500");
    expect(fixedWeights([1e-300, 1e300]).weights).toEqual([0, 1]);
    expect(fixedWeights([5e-324, 5e-324]).weights).toEqual([0.5, 0.5]);
  });
  test("sums that miss by the least digit are refused", () => {
    expect(codeOf(() => fixedWeights([0.1, 0.2, 0.7000001], { sum: "must-sum" }))).toBe("weights.wrong-sum");
    expect(codeOf(() => fixedWeights([0.33, 0.33, 0.33], { sum: "must-sum" }))).toBe("weights.wrong-sum");
    expect(codeOf(() => fixedWeights([0, 0]))).toBe("weights.zero-sum");
    for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY, "1/0", "half", "1/2/3", null, "0.5"])
      expect(codeOf(() => fixedWeights([bad as never]))).toBe("weights.not-a-fraction");
  });
  test("nearest numbers: exact division of whole numbers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
        expect(fixedWeights([a, b]).weights[0]).toBe(a / (a + b));
      }),
    );
  });
  test("equal per group sums to 1", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 20 }), (groups) => {
        expect(total(equalWeights(groups, { per: "group" }).weights)).toBeCloseTo(1, 13);
      }),
    );
    for (const bad of [0, -1, 1.5, Number.NaN, "3", undefined])
      expect(codeOf(() => equalWeights(bad as never))).toBe("weights.not-a-list");
  });
});

describe("rank order", () => {
  test("the centroid is the mean of the corners of the ordered simplex (Barron 1992, n = 4)", () => {
    const weights = rankOrderWeights([1, 2, 3, 4]).weights.map((weight) => Number(weight.toFixed(4)));
    expect(weights).toEqual([0.5208, 0.2708, 0.1458, 0.0625]);
  });
  test("a better rank never weighs less; only the order counts; equal ranks weigh alike", () => {
    const rules = ["rank-order-centroid", "rank-sum", "rank-reciprocal"] as const;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...rules),
        (ranks, rule) => {
          const { weights } = rankOrderWeights(ranks, { rule });
          expect(total(weights)).toBeCloseTo(1, 13);
          for (const [i, a] of ranks.entries())
            for (const [j, b] of ranks.entries()) {
              if (a < b) expect(weights[i]).toBeGreaterThan(weights[j] ?? 0);
              if (a === b) expect(weights[i]).toBe(weights[j]);
            }
          expect(
            rankOrderWeights(
              ranks.map((rank) => 10 * rank - 3),
              { rule },
            ).weights,
          ).toEqual(weights);
        },
      ),
    );
  });
});

describe("budgets and Delphi", () => {
  test("a budget that misses the total is refused with the expert, or rescaled", () => {
    const budgets = [
      [50, 50],
      [30, 60],
    ];
    expect(codeOf(() => budgetAllocationWeights(budgets))).toBe("weights.wrong-budget");
    expect(budgetAllocationWeights(budgets, { sum: "rescale" }).weights[0]).toBeCloseTo(
      (0.5 + 1 / 3) / 2,
      14,
    );
    expect(codeOf(() => budgetAllocationWeights([[0, 0]], { sum: "rescale" }))).toBe("weights.zero-sum");
    expect(codeOf(() => budgetAllocationWeights([[50, 50], [100]]))).toBe("weights.length");
  });
  test("one expert has weights, but neither dispersion nor agreement", () => {
    const { weights, dispersion, agreement } = budgetAllocationWeights([[60, 40]]);
    expect(weights).toEqual([0.6, 0.4]);
    expect(dispersion[0]).toMatchObject({ n: 1, standardDeviation: null, coefficientOfVariation: null });
    expect(agreement).toMatchObject({ status: "not-computable", reason: "too-few-raters" });
  });
  test("scaling all ratings of a round changes no weight", () => {
    const ratings = [
      [5, 3, 1],
      [4, 4, 2],
    ];
    const [one, two] = [ratings, ratings.map((row) => row.map((rating) => rating * 20))].map((round) =>
      delphiWeights([round]),
    );
    if (one?.status !== "ok" || two?.status !== "ok") throw new Error("not computable");
    for (const [index, weight] of one.weights.entries()) expect(two.weights[index]).toBeCloseTo(weight, 14);
  });
  test("the median stands for the panel where asked", () => {
    const result = delphiWeights(
      [
        [
          [5, 1],
          [4, 1],
          [1, 4],
        ],
      ],
      { pooling: "median" },
    );
    expect(result.status === "ok" && result.weights).toEqual([0.8, 0.2]);
  });
  test("an indicator without ratings, and ratings of 0, are outcomes", () => {
    expect(delphiWeights([[[5, null]]])).toMatchObject({ reason: "no-ratings" });
    expect(delphiWeights([[[0, 0]]])).toMatchObject({ reason: "all-zero" });
    expect(codeOf(() => delphiWeights([[[6, 1]]], { fullScore: 5 }))).toBe("document.wrong-type");
    expect(codeOf(() => delphiWeights([[[1, 2]], [[1, 2, 3]]]))).toBe("weights.length");
  });
});

describe("drivers and combinations", () => {
  test("a negative importance is refused or counts as 0, and is told", () => {
    expect(driverWeights([0.4, -0.1])).toMatchObject({
      status: "not-computable",
      reason: "negative-importance",
    });
    expect(driverWeights([0.4, -0.1, 0.1], { negative: "zero" })).toMatchObject({
      weights: [0.8, 0, 0.2],
      warnings: [{ code: "weights.negative-as-zero" }],
    });
    expect(driverWeights([0, 0])).toMatchObject({ reason: "all-zero" });
  });
  test("sources that agree combine to themselves, except that a product sharpens", () => {
    const source = [0.5, 0.3, 0.2];
    for (const rule of ["linear", "geometric"] as const) {
      const result = combineWeights([source, source], { rule });
      if (result.status !== "ok") throw new Error(result.reason);
      for (const [index, weight] of source.entries()) expect(result.weights[index]).toBeCloseTo(weight, 14);
    }
    const product = combineWeights([source, source], { rule: "multiplicative" });
    expect(product.status === "ok" && product.weights[0]).toBeCloseTo(0.25 / 0.38, 14);
  });
  test("zeros, disjoint sources and misplaced shares", () => {
    expect(
      combineWeights(
        [
          [1, 0],
          [0, 1],
        ],
        { rule: "multiplicative" },
      ),
    ).toMatchObject({ reason: "disjoint-weights" });
    expect(
      combineWeights(
        [
          [1, 0],
          [0, 1],
        ],
        { rule: "geometric", shares: [1, 0] },
      ),
    ).toMatchObject({ weights: [1, 0] });
    expect(codeOf(() => combineWeights([[1, 2]]))).toBe("weights.not-a-list");
    expect(codeOf(() => combineWeights([[1, 2], [1]]))).toBe("weights.length");
    expect(
      codeOf(() =>
        combineWeights([
          [1, 2],
          [0, 0],
        ]),
      ),
    ).toBe("weights.zero-sum");
    expect(
      codeOf(() =>
        combineWeights(
          [
            [1, 2],
            [1, 1],
          ],
          { rule: "multiplicative", shares: [1, 2] },
        ),
      ),
    ).toBe("document.not-allowed");
  });
});

describe("best and worst", () => {
  test("consistent comparisons give their weights back with deviation 0", () => {
    const steps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(steps, (middle) => {
        const raw = [9, ...middle, 1];
        const result = bestWorstWeights({
          best: 0,
          worst: raw.length - 1,
          bestToOthers: raw.map((value) => 9 / value),
          othersToWorst: raw,
        });
        if (result.status !== "ok") throw new Error(result.reason);
        for (const [index, value] of raw.entries())
          expect(result.weights[index]).toBeCloseTo(value / total(raw), 9);
        expect(result.deviation).toBeCloseTo(0, 9);
        expect(result.inputConsistencyRatio).toBeCloseTo(0, 12);
      }),
    );
  });
  test("comparisons that disagree on best against worst are refused", () => {
    const base = { best: 0, worst: 2, bestToOthers: [1, 2, 4], othersToWorst: [4, 2, 1] };
    expect(codeOf(() => bestWorstWeights({ ...base, othersToWorst: [5, 2, 1] }))).toBe(
      "weights.bad-comparison",
    );
    expect(codeOf(() => bestWorstWeights({ ...base, bestToOthers: [2, 2, 4] }))).toBe(
      "weights.bad-comparison",
    );
    expect(codeOf(() => bestWorstWeights({ ...base, best: 3 }))).toBe("document.wrong-type");
    expect(codeOf(() => bestWorstWeights({ ...base, bestToOthers: [1, 0.5, 4] }))).toBe(
      "document.wrong-type",
    );
    expect(
      codeOf(() => bestWorstWeights({ best: 0, worst: 0, bestToOthers: [1, 1], othersToWorst: [1, 1] })),
    ).toBe("weights.bad-comparison");
  });
});
