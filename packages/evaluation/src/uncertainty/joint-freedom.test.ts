import fc from "fast-check";
import { expect, it } from "vitest";
import { jointFreedom } from "./joint-freedom.js";

it("is Welch and Satterthwaite's for two groups", () => {
  // Half the variance with 5 degrees of freedom, half with many: 1 / (0.25 / 5).
  expect(
    jointFreedom([
      { share: 0.5, df: 5 },
      { share: 0.5, df: Number.POSITIVE_INFINITY },
    ]),
  ).toBe(20);
  expect(jointFreedom([{ share: 1, df: Number.POSITIVE_INFINITY }])).toBe(Number.POSITIVE_INFINITY);
});

it("is never below the smallest group, even where shares cancel", () => {
  const part = fc.record({
    share: fc.double({ min: -1, max: 1, noNaN: true }),
    df: fc.double({ min: 1, max: 500, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      expect(jointFreedom(parts)).toBeGreaterThanOrEqual(Math.min(...parts.map(({ df }) => df)));
    }),
  );
});
