import { describe, expect, test } from "vitest";
import nearMedian from "../../fixtures/python/t-quantile-near-median.json" with { type: "json" };
import { betaDistribution } from "./beta.js";
import { binomialDistribution } from "./binomial.js";
import { chiSquaredDistribution } from "./chi-squared.js";
import { fDistribution } from "./f.js";
import { gammaDistribution } from "./gamma.js";
import { normalDistribution } from "./normal.js";
import { tDistribution } from "./t.js";

const refuses = (call: () => number, code: string) =>
  expect(call).toThrow(expect.objectContaining({ name: "CxMetricsError", code }));

test("t quantiles near the median and far out agree with mpmath to 1e-12", () => {
  // fixtures/python/t-quantile-near-median.py (mpmath 1.4.1, 60 digits); R's qt is off by up to 4e-8 there.
  for (const [p = 0, df = 0, expected = 0] of nearMedian.rows) {
    const actual = tDistribution.quantile(p, df);
    expect(Math.abs(actual / expected - 1), `p ${p}, df ${df}`).toBeLessThan(1e-12);
  }
});

test("one degree of freedom is the Cauchy distribution", () => {
  for (const x of [-1e9, -3, -0.2, 0.7, 40]) {
    expect(tDistribution.cdf(x, 1)).toBeCloseTo(0.5 + Math.atan(x) / Math.PI, 14);
  }
});

test("two degrees of freedom are the exponential distribution, far tails included", () => {
  for (const x of [1e-9, 0.5, 3, 200, 1400]) {
    expect(chiSquaredDistribution.survival(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
    expect(chiSquaredDistribution.cdf(x, 2) / -Math.expm1(-x / 2)).toBeCloseTo(1, 13);
  }
});

test("the t distribution squared is F with 1 degree of freedom", () => {
  for (const [x, df] of [
    [0.3, 2],
    [4, 9.5],
    [12, 60],
  ] as const) {
    expect(fDistribution.survival(x * x, 1, df) / (2 * tDistribution.survival(x, df))).toBeCloseTo(1, 12);
  }
});

describe("beyond the support the cdf is 0 or 1", () => {
  test.each([
    [gammaDistribution.cdf(-3, 2), 0],
    [gammaDistribution.survival(-3, 2), 1],
    [gammaDistribution.cdf(1e308, 2, 1e300), 1],
    [chiSquaredDistribution.cdf(0, 3), 0],
    [fDistribution.survival(-1, 3, 4), 1],
    [betaDistribution.cdf(-0.1, 2, 3), 0],
    [betaDistribution.survival(1.5, 2, 3), 0],
    [binomialDistribution.cdf(-1, 5, 0.4), 0],
    [binomialDistribution.cdf(5.5, 5, 0.4), 1],
    [binomialDistribution.survival(2, 5, 1), 1],
    [binomialDistribution.survival(2, 5, 0), 0],
    [binomialDistribution.cdf(0, 0, 0.5), 1],
    [normalDistribution.cdf(-1e300), 0],
    [normalDistribution.cdf(1e308, -1e308, 1e308), normalDistribution.cdf(2)],
  ])("%d is %d", (actual, expected) => expect(actual).toBe(expected));
});

describe("probabilities at the ends", () => {
  test("give the end of a bounded support", () => {
    expect(gammaDistribution.quantile(0, 2)).toBe(0);
    expect(chiSquaredDistribution.quantile(0, 2)).toBe(0);
    expect(fDistribution.quantile(0, 2, 3)).toBe(0);
    expect([0, 1].map((p) => betaDistribution.quantile(p, 2, 3))).toEqual([0, 1]);
    expect([0, 1].map((p) => binomialDistribution.quantile(p, 12, 0.3))).toEqual([0, 12]);
    expect([0.2, 0.9].map((p) => binomialDistribution.quantile(p, 12, 1))).toEqual([12, 12]);
    expect(binomialDistribution.quantile(0.9, 12, 0)).toBe(0);
  });

  test("are refused where the support has no end", () => {
    const code = "probability.out-of-range";
    for (const p of [0, 1, -0.1, 1.1, -0]) {
      refuses(() => normalDistribution.quantile(p), code);
      refuses(() => tDistribution.quantile(p, 3), code);
    }
    for (const p of [1, -1e-9, 2]) {
      refuses(() => gammaDistribution.quantile(p, 2), code);
      refuses(() => chiSquaredDistribution.quantile(p, 2), code);
      refuses(() => fDistribution.quantile(p, 2, 2), code);
    }
    refuses(() => betaDistribution.quantile(1.5, 2, 2), code);
    refuses(() => tDistribution.quantile(1e-300, 0.1), code);
    refuses(() => fDistribution.quantile(1 - 1e-12, 2, 0.01), code);
    refuses(() => normalDistribution.quantile(0.999, 1e308, 1e308), code);
  });
});

test("parameters outside their range are refused by name", () => {
  const code = "parameter.out-of-range";
  refuses(() => normalDistribution.cdf(1, 0, 0), code);
  refuses(() => tDistribution.cdf(1, 0), code);
  refuses(() => tDistribution.quantile(0.3, 1e13), code);
  refuses(() => chiSquaredDistribution.survival(1, -2), code);
  refuses(() => fDistribution.cdf(1, 2, 1e-7), code);
  refuses(() => betaDistribution.quantile(0.3, 0, 1), code);
  refuses(() => gammaDistribution.quantile(0.3, 1, 0), code);
  refuses(() => binomialDistribution.cdf(1, 2.5, 0.3), code);
  refuses(() => binomialDistribution.quantile(0.5, 2, 1.3), code);
  refuses(() => gammaDistribution.cdf(Number.POSITIVE_INFINITY, 2), "argument.not-a-number");
  expect(() => tDistribution.cdf(1, 0)).toThrow("df must be between 0.000001 and 1000000000000; found 0.");
});
