import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rational, weightToNumber } from "./rational.js";

describe("rational", () => {
  test.each([
    ["6/16", 6, 16],
    ["-1/3", -1, 3],
    ["0/7", 0, 7],
    ["0.1/0.3", 1, 3],
    ["2.50/4", 250, 400],
  ])("%s", (text, numerator, denominator) => {
    expect(rational(text)).toEqual({ numerator, denominator });
  });

  test.each([
    "6/0",
    "0.5",
    "1 / 3",
    "1/-3",
    "+1/3",
    "1e3/7",
    "/3",
    "3/",
    "1/2/3",
    ".5/2",
    "",
    "a/b",
    "１/３",
    "1/3\n",
  ])("%j is none", (text) => expect(rational(text)).toBeUndefined());

  test("values beyond a number are none, in either direction", () => {
    expect(rational(`${"9".repeat(400)}/1`)).toBeUndefined();
    expect(rational(`1/${"9".repeat(400)}`)).toBeUndefined();
    expect(rational(`0.${"0".repeat(400)}1/1`)).toBeUndefined();
  });

  test("reads back any quotient of whole numbers", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1 }), (a, b) => {
        expect(rational(`${a}/${b}`)).toEqual({ numerator: a, denominator: b });
        expect(weightToNumber(`${a}/${b}`)).toBe(a / b);
      }),
    );
  });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, "0.25", "x", null, {}])("%s is no weight", (weight) => {
  expect(() => weightToNumber(weight as number)).toThrow(
    expect.objectContaining({ code: "formula.bad-rational" }),
  );
});
