import fc from "fast-check";
import { describe, expect, test } from "vitest";
import python from "../../fixtures/python/comparisons.json" with { type: "json" };
import r from "../../fixtures/r/comparisons.json" with { type: "json" };
import { type AdjustmentMethodName, adjustPValues } from "./adjust-p-values.js";
import { homogeneityTest } from "./homogeneity-test.js";
import { pairwiseComparisons } from "./pairwise-comparisons.js";
import { adjustmentMethods } from "./registry.js";

const ids = adjustmentMethods.map((method) => method.id as AdjustmentMethodName);
const groups = (values: readonly number[], variances: readonly number[]) =>
  values.map((value, index) => ({ value, variance: variances[index] ?? 0 }));
const near = (actual: number | null | undefined, expected: number, tolerance = 1e-10) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    tolerance * Math.max(1e-300, Math.abs(expected)),
  );

test("adjustPValues agrees with R's p.adjust", () => {
  // R 4.2.2, fixtures/r/comparisons.R.
  expect(r.adjusted.length).toBe(30);
  for (const { p, method, adjusted } of r.adjusted) {
    const found = adjustPValues(p, method as AdjustmentMethodName);
    expect(found.length).toBe(adjusted.length);
    for (const [index, wanted] of adjusted.entries()) {
      if (wanted === null) expect(found[index]).toBeNull();
      else expect(Math.abs((found[index] ?? Number.NaN) - wanted)).toBeLessThan(1e-14);
    }
  }
});

test("homogeneityTest agrees with a weighted regression in R and with statsmodels' combine_effects", () => {
  expect(r.homogeneity.length).toBe(4);
  for (const { values, variances, q, p, mean } of r.homogeneity) {
    const found = homogeneityTest(groups(values, variances));
    if (found.status !== "ok") throw new Error(found.reason);
    expect(Math.abs(found.q - q)).toBeLessThan(1e-10 * Math.max(1, q));
    near(found.p, p);
    near(found.mean, mean);
  }
  for (const [values, variances, q, mean] of python.homogeneity as [number[], number[], number, number][]) {
    const found = homogeneityTest(groups(values, variances));
    if (found.status !== "ok") throw new Error(found.reason);
    near(found.q, q);
    near(found.mean, mean);
  }
});

test("pairwiseComparisons agrees with R's pnorm and p.adjust", () => {
  for (const { values, variances, pairs, holm, bh } of r.homogeneity) {
    for (const [method, wanted] of [
      ["holm", holm],
      ["bh", bh],
    ] as const) {
      const found = pairwiseComparisons(groups(values, variances), { method });
      if (found.status !== "ok") throw new Error(found.reason);
      expect(found.pairs.length).toBe(pairs.length);
      for (const [index, pair] of found.pairs.entries()) {
        near(pair.test.status === "ok" ? pair.test.p : null, pairs[index] ?? 0);
        near(pair.adjustedP, wanted[index] ?? 0);
      }
    }
  }
});

describe("laws", () => {
  const ps = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 30 });

  test.each(ids)(
    "%s never lowers a p-value, keeps the order and nulls, and does not mind the order given",
    (method) => {
      fc.assert(
        fc.property(ps, (p) => {
          const found = adjustPValues(p, method);
          expect(found.map((value) => value === null)).toEqual(p.map((value) => value === null));
          for (const [i, value] of p.entries()) {
            if (value === null) continue;
            expect(found[i]).toBeGreaterThanOrEqual(value * (1 - 1e-15));
            expect(found[i]).toBeLessThanOrEqual(1);
            for (const [j, other] of p.entries()) {
              if (other !== null && other <= value) expect(found[j]).toBeLessThanOrEqual(found[i] ?? 0);
            }
          }
          expect(adjustPValues([...p].reverse(), method)).toEqual([...found].reverse());
          expect(adjustPValues([null, ...p], method)).toEqual([null, ...found]);
        }),
      );
    },
  );

  test("bonferroni ≥ holm ≥ hochberg ≥ bh", () => {
    fc.assert(
      fc.property(ps, (p) => {
        const rows = (["bonferroni", "holm", "hochberg", "bh"] as const).map((method) =>
          adjustPValues(p, method),
        );
        for (const [index, value] of p.entries()) {
          if (value === null) continue;
          for (let row = 1; row < rows.length; row++) {
            expect(rows[row]?.[index]).toBeLessThanOrEqual((rows[row - 1]?.[index] ?? 0) + 1e-15);
          }
        }
      }),
    );
  });

  test("Q does not mind a shift, the order, or the unit; for two groups it is z²", () => {
    const group = fc.record({
      value: fc.double({ min: -100, max: 100, noNaN: true }),
      variance: fc.double({ min: 0.01, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 8 }), (list) => {
        const q = (values: typeof list) => {
          const found = homogeneityTest(values);
          if (found.status !== "ok") throw new Error(found.reason);
          return found.q;
        };
        const first = q(list);
        const close = (other: number) =>
          expect(Math.abs(other - first)).toBeLessThan(1e-8 * Math.max(1, first));
        close(q(list.map((g) => ({ ...g, value: g.value + 50 }))));
        close(q([...list].reverse()));
        close(q(list.map((g) => ({ value: 100 * g.value, variance: 1e4 * g.variance }))));
        const pairs = pairwiseComparisons(list.slice(0, 2));
        const test = pairs.status === "ok" ? pairs.pairs[0]?.test : undefined;
        if (test?.status !== "ok") throw new Error("no test");
        expect(q(list.slice(0, 2))).toBeCloseTo(test.z ** 2, 6);
      }),
    );
  });
});

test("what the data cannot support, and mistakes", () => {
  const some = { value: 3, variance: 1 };
  const fixed = { value: 3, variance: 0 };
  expect(homogeneityTest([some])).toMatchObject({ reason: "too-few-groups" });
  expect(homogeneityTest([some, fixed])).toMatchObject({ reason: "no-variation" });
  expect(homogeneityTest([some, some])).toMatchObject({ q: 0, p: 1, inconsistency: 0 });
  expect(pairwiseComparisons([])).toMatchObject({ reason: "too-few-groups" });
  expect(pairwiseComparisons([fixed, fixed, some])).toMatchObject({
    pairs: [{ a: 0, b: 1, test: { reason: "no-variation" }, adjustedP: null }, { adjustedP: 1 }, { b: 2 }],
  });
  expect(() => adjustPValues([0.2, 1.2])).toThrow(
    expect.objectContaining({ code: "parameter.out-of-range", path: ["p", 1] }),
  );
  expect(() => adjustPValues(new Array(2) as null[])).toThrow(
    expect.objectContaining({ code: "argument.not-a-number" }),
  );
  expect(() => homogeneityTest(new Array(1001).fill(some))).toThrow(
    expect.objectContaining({ code: "groups.too-many" }),
  );
});
