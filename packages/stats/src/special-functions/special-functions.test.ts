import { describe, expect, test } from "vitest";
import figures from "../../fixtures/python/special-functions.json" with { type: "json" };
import { betaQuantile, betaUpperQuantile } from "./beta-quantile.js";
import { criticalT } from "./critical-t.js";
import { criticalZ } from "./critical-z.js";
import { deviance } from "./deviance.js";
import { gammaQuantile } from "./gamma-quantile.js";
import { gammaTails } from "./incomplete-gamma.js";
import { logGamma1p } from "./log-gamma-1p.js";
import { log1pMinus } from "./log1p-minus.js";
import { millsRatio } from "./mills-ratio.js";
import { stirlingError } from "./stirling-error.js";

// mpmath with 50 digits; fixtures/python/special-functions.py.
const within = (actual: number, expected: number, tolerance: number) =>
  Math.abs(actual - expected) <= tolerance * Math.abs(expected);

describe("against mpmath, relative", () => {
  test.each(figures.log1pMinus)("log1pMinus(%d)", (u = 0, expected = 0) => {
    expect(log1pMinus(u)).toSatisfy((value: number) => within(value, expected, 2e-15));
  });
  test.each(figures.logGamma1p)("logGamma1p(%d)", (x = 0, expected = 0) => {
    expect(logGamma1p(x)).toSatisfy((value: number) => within(value, expected, x > 0.6 ? 1e-13 : 1e-15));
  });
  test.each(figures.deviance)("deviance(%d, %d)", (a = 0, m = 0, expected = 0) => {
    expect(deviance(a, m)).toSatisfy((value: number) => within(value, expected, 1e-14));
  });
  test.each(figures.millsRatio)("millsRatio(%d)", (z = 0, expected = 0) => {
    expect(millsRatio(z)).toSatisfy((value: number) => within(value, expected, 3e-14));
  });
  test.each(figures.stirlingError)("stirlingError(%d)", (n = 0, expected = 0) => {
    // Enters exponents, so its absolute error counts; it is large only where n is tiny.
    const tolerance = 1e-14 * Math.max(1, Math.abs(expected));
    expect(Math.abs(stirlingError(n) - expected)).toBeLessThan(tolerance);
  });
});

describe("far out in either tail", () => {
  test("beta quantiles whose other tail is tiny", () => {
    // Beta(1, 2) in closed form: P(X > x) = (1 − x)².
    expect(1 - betaQuantile(1 - 2 ** -40, 1, 2)).toSatisfy((y: number) => within(y, 2 ** -20, 1e-9));
    expect(1 - betaUpperQuantile(1e-14, 1, 2)).toSatisfy((y: number) => within(y, 1e-7, 1e-8));
    expect(betaUpperQuantile(1 - 2 ** -40, 2, 1)).toSatisfy((x: number) => within(x, 2 ** -20, 1e-12));
  });

  test("critical values at levels next to 1", () => {
    // t with two degrees of freedom in closed form: γ √(2/(1 − γ²)); mpmath 1.2 for z at γ = 1 − 2⁻⁵³.
    expect(criticalT(1 - 2 ** -40, 2)).toSatisfy((t: number) => within(t, 1048575.9999992847, 1e-12));
    expect(criticalZ(1 - 2 ** -53)).toSatisfy((z: number) => within(z, 8.292361075813595, 1e-13));
  });

  test("a gamma quantile that lies next to 0 although its lower tail is the larger", () => {
    // First term of the series, which is all there is: (p Γ(a + 1))^(1/a), mpmath 1.2.
    expect(gammaQuantile(0.001, 0.9, 0.1)).toSatisfy((x: number) => within(x, 9.82165964406662e-47, 1e-11));
  });

  test("gamma tails of a large shape, far beyond and far below", () => {
    expect(gammaTails(1e4, 2e4)).toMatchObject({ lower: 1, upper: 0 });
    expect(gammaTails(1e4, 5e3)).toMatchObject({ lower: 0, upper: 1 });
  });
});
