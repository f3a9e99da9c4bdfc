import { describe, expect, test } from "vitest";
import figures from "../../fixtures/python/special-functions.json" with { type: "json" };
import { deviance } from "./deviance.js";
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
