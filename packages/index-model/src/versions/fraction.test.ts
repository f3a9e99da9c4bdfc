import fc from "fast-check";
import { expect, test } from "vitest";
import { exactShares, fractionOf, fractionText } from "./fraction.js";

test("weights are read as they are written", () => {
  const text = (weight: unknown) => {
    const fraction = fractionOf(weight);
    return fraction && fractionText(fraction);
  };
  expect([0.1, "6/16", "2.5/3", 3, 1e-15, 1e15, 0, -0].map(text)).toEqual([
    "1/10",
    "3/8",
    "5/6",
    "3",
    "1/1000000000000000",
    "1000000000000000",
    "0",
    "0",
  ]);
  expect([Number.NaN, "0.5", {}, null, undefined].map(text)).toEqual(Array(5).fill(undefined));
});

test("tenths that no binary number holds share exactly", () => {
  expect(exactShares([0.1, 0.2, 0.3])).toEqual(["1/6", "1/3", "1/2"]);
  expect(exactShares([0, 0])).toBeUndefined();
  expect(exactShares([1, -1])).toBeUndefined();
});

test("scaling by a fraction changes no share", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 999 }),
      (weights, by) => {
        if (weights.every((weight) => weight === 0)) return;
        expect(exactShares(weights.map((weight) => `${weight * by}/7`))).toEqual(exactShares(weights));
      },
    ),
  );
});
