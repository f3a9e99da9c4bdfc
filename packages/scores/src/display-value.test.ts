import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayValue } from "./display-value.js";

const up = (digits: number) => ({ digits, mode: "half-up" }) as const;
const even = (digits: number) => ({ digits, mode: "half-even" }) as const;

describe("displayValue", () => {
  test.each([
    [3.75, up(1), "3.8"],
    [3.65, up(1), "3.7"],
    [3.65, even(1), "3.6"],
    // 1.005 and 2.675 lie below their digits in binary.
    [1.005, up(2), "1.01"],
    [2.675, even(2), "2.68"],
    [2.665, even(2), "2.66"],
    [-2.5, up(0), "-3"],
    [-2.5, even(0), "-2"],
    [-0.4, up(0), "0"],
    [-0, up(1), "0.0"],
    [9.96, up(1), "10.0"],
    [1e-7, up(7), "0.0000001"],
    [5e-8, up(7), "0.0000001"],
    [1.5e-7, even(7), "0.0000002"],
    [1e21, up(2), "1000000000000000000000.00"],
    [0.6865 * 10, up(2), "6.87"],
  ])("%d with %o is %s", (value, display, text) => {
    expect(displayValue(value, display)).toBe(text);
  });

  test("the text is nearest, to half a unit of its last place", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom("half-up" as const, "half-even" as const),
        (value, digits, mode) => {
          const text = displayValue(value, { digits, mode });
          expect(text).toMatch(digits > 0 ? /^-?\d+\.\d+$/ : /^-?\d+$/);
          expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
          expect(displayValue(Number(text), { digits, mode })).toBe(text);
        },
      ),
    );
  });

  test.each([
    [Number.NaN, up(1)],
    ["3", up(1)],
    [3, undefined],
    [3, { digits: 1.5, mode: "half-up" }],
    [3, { digits: 1, mode: "down" }],
    [3, { digits: 99, mode: "half-up" }],
  ])("%j with %j is refused", (value, display) => {
    expect(() => (displayValue as (...input: readonly unknown[]) => unknown)(value, display)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^document\./) }),
    );
  });
});
