import fc from "fast-check";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/python/rounding.json" with { type: "json" };
import type { RoundingMode } from "../expression.js";
import { roundingModes } from "./registry.js";
import { roundDecimal } from "./round-decimal.js";
import { roundText } from "./round-text.js";

const modes = fixture.modes as RoundingMode[];

describe("agrees with Python's decimal module (fixtures/python/rounding.py), exactly", () => {
  test.each(modes.map((mode, index) => [mode, index] as const))("%s", (mode, index) => {
    for (const [value, digits, results] of fixture.cases as [number, number, number[]][])
      expect(roundDecimal(value, digits, mode), `${value} to ${digits}`).toBe(results[index]);
  });

  test("the fixture is not empty", () => expect(fixture.cases.length).toBeGreaterThan(1000));
});

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.tuple(fc.integer({ min: -1e7, max: 1e7 }), fc.integer({ min: 0, max: 9 })).map(([n, k]) => n / 10 ** k),
);
const digit = fc.integer({ min: -15, max: 15 });
const mode = fc.constantFrom(...modes);

describe("laws", () => {
  test("rounding again changes nothing", () => {
    fc.assert(
      fc.property(number, digit, mode, mode, (x, digits, first, second) => {
        const once = roundDecimal(x, digits, first);
        expect(roundDecimal(once, digits, second)).toBe(once);
      }),
    );
  });

  test("arithmetic and the digits of the text give the same", () => {
    fc.assert(
      fc.property(number, digit, mode, (x, digits, m) => {
        expect(roundDecimal(x, digits, m)).toBe(roundText(roundingModes[m].rule, x, digits) + 0);
      }),
      { numRuns: 3000 },
    );
  });

  test("floor and ceiling enclose, down and up enclose in size", () => {
    fc.assert(
      fc.property(number, digit, (x, digits) => {
        expect(roundDecimal(x, digits, "floor")).toBeLessThanOrEqual(x);
        expect(roundDecimal(x, digits, "ceiling")).toBeGreaterThanOrEqual(x);
        expect(Math.abs(roundDecimal(x, digits, "down"))).toBeLessThanOrEqual(Math.abs(x));
        expect(Math.abs(roundDecimal(x, digits, "up"))).toBeGreaterThanOrEqual(Math.abs(x));
      }),
    );
  });

  test("a sign is kept by the modes that know no direction, and floor mirrors ceiling", () => {
    fc.assert(
      fc.property(
        number,
        digit,
        fc.constantFrom<RoundingMode>("half-up", "half-even", "up", "down"),
        (x, d, m) => {
          expect(roundDecimal(-x, d, m) + 0).toBe(-roundDecimal(x, d, m) + 0);
          expect(roundDecimal(-x, d, "floor") + 0).toBe(-roundDecimal(x, d, "ceiling") + 0);
        },
      ),
    );
  });

  test("never −0, never beyond the range of numbers", () => {
    fc.assert(
      fc.property(number, digit, mode, (x, digits, m) => {
        const result = roundDecimal(x, digits, m);
        expect(Number.isFinite(result)).toBe(true);
        expect(Object.is(result, -0)).toBe(false);
      }),
    );
  });
});

describe("hostile callers", () => {
  test.each([
    [Number.NaN, 2, "half-up", "formula.not-a-number"],
    [Number.POSITIVE_INFINITY, 2, "half-up", "formula.not-a-number"],
    ["2.5", 2, "half-up", "formula.not-a-number"],
    [2.5, 1.5, "half-up", "document.wrong-type"],
    [2.5, 16, "half-up", "document.wrong-type"],
    [2.5, "1", "half-up", "document.wrong-type"],
    [2.5, 1, "bankers", "document.not-allowed"],
    [2.5, 1, "toString", "document.not-allowed"],
    [2.5, 1, undefined, "document.not-allowed"],
  ])("%s to %s by %s", (value, digits, m, code) => {
    expect(() => roundDecimal(value as number, digits as number, m as RoundingMode)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
