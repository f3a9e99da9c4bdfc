import { expect, test } from "vitest";
import python from "../../fixtures/python/boundaries.json" with { type: "json" };
import { betaDistribution } from "./beta.js";
import { binomialDistribution } from "./binomial.js";
import { chiSquaredDistribution } from "./chi-squared.js";
import { fDistribution } from "./f.js";
import { gammaDistribution } from "./gamma.js";
import { tDistribution } from "./t.js";

test("F far out and with few degrees of freedom agrees with mpmath", () => {
  // mpmath 1.2, 700 digits, fixtures/python/boundaries.py.
  expect(python.f.length).toBe(8);
  for (const [x = 0, df1 = 0, df2 = 0, lower = 0, upper = 0] of python.f) {
    const label = `F(${x}; ${df1}, ${df2})`;
    expect(Math.abs(fDistribution.cdf(x, df1, df2) - lower), label).toBeLessThanOrEqual(1e-12 * lower);
    expect(Math.abs(fDistribution.survival(x, df1, df2) - upper), label).toBeLessThanOrEqual(1e-12 * upper);
  }
});

test("at and beyond the ends of the support", () => {
  // By definition: nothing lies below the support, all of it at or below its end.
  expect([binomialDistribution.cdf(-1, 10, 0.4), binomialDistribution.survival(-1, 10, 0.4)]).toEqual([0, 1]);
  expect([binomialDistribution.cdf(3, 10, 0), binomialDistribution.survival(3, 10, 0)]).toEqual([1, 0]);
  expect([binomialDistribution.cdf(3, 10, 1), binomialDistribution.survival(3, 10, 1)]).toEqual([0, 1]);
  expect([betaDistribution.cdf(0, 0.5, 2), betaDistribution.cdf(1, 0.5, 2)]).toEqual([0, 1]);
  expect([betaDistribution.survival(0, 0.5, 2), betaDistribution.survival(1, 0.5, 2)]).toEqual([1, 0]);
  for (const x of [0, -1, 5e-324]) {
    expect(chiSquaredDistribution.cdf(x, 3)).toBe(0);
    expect(chiSquaredDistribution.survival(x, 3)).toBe(1);
  }
  expect([fDistribution.cdf(0, 1, 2), fDistribution.survival(0, 1, 2)]).toEqual([0, 1]);
  expect([gammaDistribution.cdf(0, 2, 3), gammaDistribution.survival(0, 2, 3)]).toEqual([0, 1]);
  expect(gammaDistribution.cdf(1e308, 2, 1e-6)).toBe(1);
  expect(gammaDistribution.survival(1e308, 2, 1e-6)).toBe(0);
  expect([tDistribution.cdf(0, 3), tDistribution.survival(0, 3)]).toEqual([0.5, 0.5]);
});
