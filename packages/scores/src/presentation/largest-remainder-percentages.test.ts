import fc from "fast-check";
import { expect, test } from "vitest";
import { largestRemainderPercentages } from "./largest-remainder-percentages.js";

function percentages(counts: readonly number[], digits?: number): readonly number[] {
  const found = largestRemainderPercentages(counts, digits);
  if (found.status !== "ok") throw new Error(found.reason);
  return found.percentages;
}

test.each([
  // Hamilton's method, en.wikipedia.org “Largest remainder method”: 100 seats, Hare quota.
  [[47_000, 16_000, 15_900, 12_000, 6_000, 3_100], 0, [47, 16, 16, 12, 6, 3]],
  [[1, 1, 1], 0, [34, 33, 33]],
  [[1, 1, 1], 2, [33.34, 33.33, 33.33]],
  [[2, 3, 1], 0, [33, 50, 17]],
  [[1, 0, 0], 0, [100, 0, 0]],
  [[1, 1, 1, 1, 1, 1], 0, [17, 17, 17, 17, 16, 16]],
  // 12.5 each: the larger part would come first, of equal ones the earlier.
  [[1, 1, 1, 1, 1, 1, 1, 1], 0, [13, 13, 13, 13, 12, 12, 12, 12]],
  [[29, 71], 0, [29, 71]],
  [[0.5, 1.5], 0, [25, 75]],
  [[1, 199], 0, [0, 100]],
] as const)("%j with %i digits is %j", (counts, digits, expected) => {
  expect(percentages(counts, digits)).toEqual(expected);
});

test("they add up to 100, keep the order of sizes, and stay within one unit", () => {
  const counts = fc.array(fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 1e6, noNaN: true })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(counts, fc.nat(6), (given, digits) => {
      fc.pre(given.some((count) => count > 1e-6));
      const found = percentages(given, digits);
      const unit = 10 ** -digits;
      const whole = found.map((part) => Math.round(part / unit));
      expect(whole.reduce((sum, part) => sum + part, 0)).toBe(Math.round(100 / unit));
      const total = given.reduce((sum, count) => sum + count, 0);
      for (const [index, part] of found.entries()) {
        expect(Math.abs(part - (100 * (given[index] ?? 0)) / total)).toBeLessThan(unit * 1.00001);
        for (const [other, count] of given.entries())
          if (count > (given[index] ?? 0)) expect(found[other]).toBeGreaterThanOrEqual(part);
      }
    }),
  );
});

test("nothing counted, vast counts, and what is no count", () => {
  expect(largestRemainderPercentages([0, 0])).toMatchObject({ reason: "nothing-counted" });
  expect(largestRemainderPercentages([])).toMatchObject({ reason: "nothing-counted" });
  expect(percentages([1e300, 1e300])).toEqual([50, 50]);
  const loosely = largestRemainderPercentages as (...input: readonly unknown[]) => unknown;
  for (const counts of [
    null,
    "12",
    [1, -1],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    new Array(10_001).fill(1),
  ])
    expect(() => loosely(counts)).toThrow(expect.objectContaining({ code: "parts.not-allowed" }));
  for (const digits of [-1, 7, 0.5, "2", null])
    expect(() => loosely([1], digits)).toThrow(expect.objectContaining({ code: "digits.not-allowed" }));
});
