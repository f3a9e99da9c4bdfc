import fc from "fast-check";
import { expect, test } from "vitest";
import r from "../../fixtures/r/comparisons.json" with { type: "json" };
import { type QuantileType, quantile } from "../quantile.js";

function of(values: readonly number[], p: number, type: QuantileType): number {
  const found = quantile(values, p, { type });
  if (found.status !== "ok") throw new Error(found.reason);
  return found.value;
}

test("types 1 to 9 agree with R's quantile(type = )", () => {
  // R 4.2.2, fixtures/r/comparisons.R; six lists, thirteen probabilities.
  expect(r.quantiles.length).toBe(54);
  for (const { values, type, q } of r.quantiles) {
    for (const [index, p] of r.probs.entries()) {
      const wanted = q[index] ?? Number.NaN;
      const label = `type ${type}, p = ${p}, n = ${values.length}`;
      expect(Math.abs(of(values, p, type as QuantileType) - wanted), label).toBeLessThan(1e-12 * 100);
    }
  }
});

test("every type stays within the values, rises with p, and does not mind the order", () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
  const p = fc.double({ min: 0, max: 1, noNaN: true });
  const type = fc.integer({ min: 1, max: 9 }) as fc.Arbitrary<QuantileType>;
  fc.assert(
    fc.property(values, p, p, type, (values, one, other, type) => {
      const low = of(values, Math.min(one, other), type);
      const high = of(values, Math.max(one, other), type);
      expect(low).toBeLessThanOrEqual(high + 1e-6);
      expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6);
      expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
      expect(of([...values].reverse(), one, type)).toBe(of(values, one, type));
    }),
  );
});

test("a type that is none is refused", () => {
  expect(() => quantile([1, 2], 0.5, { type: 10 as 9 })).toThrow(
    expect.objectContaining({ code: "parameter.out-of-range", path: ["type"] }),
  );
  expect(() => quantile([1, 2], 0.5, 7 as never)).toThrow(
    expect.objectContaining({ code: "argument.not-an-object" }),
  );
});
