import fc from "fast-check";
import { describe, expect, test } from "vitest";
import python from "../../fixtures/python/comparisons.json" with { type: "json" };
import r from "../../fixtures/r/comparisons.json" with { type: "json" };
import { quantile } from "../quantile.js";
import { weightedQuantileRules } from "./registry.js";
import { type WeightedQuantileRuleName, weightedQuantile } from "./weighted-quantile.js";

const ids = weightedQuantileRules.map((rule) => rule.id as WeightedQuantileRuleName);

function of(
  values: readonly number[],
  weights: readonly number[],
  p: number,
  rule: WeightedQuantileRuleName,
): number {
  const found = weightedQuantile(values, weights, p, { rule });
  if (found.status !== "ok") throw new Error(found.reason);
  return found.value;
}

test("the inverse rules agree with svyquantile of survey", () => {
  // R 4.2.2, survey 4.1.1, qrule "math" and "school", fixtures/r/comparisons.R.
  expect(r.weighted.length).toBe(10);
  const names = new Map<string, WeightedQuantileRuleName>([
    ["math", "inverse-cdf"],
    ["school", "averaged-inverse-cdf"],
  ]);
  for (const { values, weights, rule, p, q } of r.weighted) {
    for (const [index, probability] of p.entries()) {
      const wanted = q[index];
      // Below the smallest value's own weight svyquantile gives the second value.
      if (wanted === null || wanted === undefined) continue;
      const found = of(values, weights, probability, names.get(rule) ?? "interpolated");
      expect(found, `${rule} ${values} ${weights} ${probability}`).toBeCloseTo(wanted, 12);
    }
  }
});

test("the interpolated rule agrees with its definition written in SciPy", () => {
  // SciPy 1.10.1 uniform.cdf, fixtures/python/comparisons.py.
  expect(python.weighted.length).toBe(24);
  for (const [values, weights, p, wanted] of python.weighted as [number[], number[], number, number][]) {
    expect(Math.abs(of(values, weights, p, "interpolated") - wanted)).toBeLessThan(1e-12);
  }
});

describe("laws", () => {
  const pairs = fc.array(
    fc.record({ value: fc.integer({ min: -20, max: 20 }), weight: fc.integer({ min: 0, max: 5 }) }),
    { minLength: 1, maxLength: 20 },
  );
  const p = fc.integer({ min: 0, max: 40 }).map((k) => k / 40);

  test.each(ids)(
    "%s: scale, order and weightless values do not matter; rises with p; stays in range",
    (rule) => {
      fc.assert(
        fc.property(
          pairs,
          p,
          p,
          fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
          (list, one, other, factor) => {
            fc.pre(list.some((pair) => pair.weight > 0));
            const values = list.map((pair) => pair.value);
            const weights = list.map((pair) => pair.weight);
            const found = of(values, weights, one, rule);
            const scaled = weights.map((weight) => weight * factor);
            expect(of(values, scaled, one, rule)).toBeCloseTo(found, 9);
            expect(of([...values].reverse(), [...weights].reverse(), one, rule)).toBeCloseTo(found, 10);
            expect(of([...values, 99], [...weights, 0], one, rule)).toBe(found);
            const held = list.filter((pair) => pair.weight > 0).map((pair) => pair.value);
            expect(found).toBeGreaterThanOrEqual(Math.min(...held) - 1e-9);
            expect(found).toBeLessThanOrEqual(Math.max(...held) + 1e-9);
            const low = of(values, weights, Math.min(one, other), rule);
            expect(low).toBeLessThanOrEqual(of(values, weights, Math.max(one, other), rule) + 1e-9);
          },
        ),
      );
    },
  );

  test("whole weights are repetitions for the inverse rules; equal weights are type 7 for the interpolated one", () => {
    fc.assert(
      fc.property(pairs, p, (list, p) => {
        fc.pre(list.some((pair) => pair.weight > 0));
        const values = list.map((pair) => pair.value);
        const weights = list.map((pair) => pair.weight);
        const repeated = list.flatMap((pair) => new Array<number>(pair.weight).fill(pair.value));
        for (const [rule, type] of [
          ["inverse-cdf", 1],
          ["averaged-inverse-cdf", 2],
        ] as const) {
          expect(quantile(repeated, p, { type })).toMatchObject({ value: of(values, weights, p, rule) });
        }
        const plain = quantile(values, p);
        const equal = of(values, new Array<number>(values.length).fill(0.7), p, "interpolated");
        expect(equal).toBeCloseTo(plain.status === "ok" ? plain.value : Number.NaN, 9);
      }),
    );
  });
});

test("what the data cannot support, and mistakes", () => {
  expect(weightedQuantile([], [], 0.5)).toMatchObject({ reason: "no-observations" });
  expect(weightedQuantile([3], [0], 0.5)).toMatchObject({ reason: "no-observations" });
  expect(() => weightedQuantile([3], [1, 2], 0.5)).toThrow(
    expect.objectContaining({ code: "weights.not-matching" }),
  );
  expect(() => weightedQuantile([3], [-1], 0.5)).toThrow(
    expect.objectContaining({ code: "parameter.out-of-range", path: ["weights", 0] }),
  );
  expect(() => weightedQuantile([3], [1], 0.5, { rule: "type7" as "interpolated" })).toThrow(
    expect.objectContaining({ code: "method.unknown" }),
  );
});
