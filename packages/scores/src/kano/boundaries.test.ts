import { expect, test } from "vitest";
import { kanoCoefficients } from "./kano-coefficients.js";
import { tallyKano } from "./tally-kano.js";

test("the interval of worse is that of its share, turned around", () => {
  const counts = { attractive: 40, "one-dimensional": 30, "must-be": 20, indifferent: 10 };
  const found = kanoCoefficients({ ...counts, reverse: 3, questionable: 2, missing: 1 });
  if (found.status !== "ok") throw new Error(found.reason);
  // Wilson's limits of 50 in 100 by R's prop.test(50, 100, correct = FALSE): 0.4038315, 0.5961685.
  expect(found.worse).toBe(-0.5);
  expect(found.worseInterval.lower).toBeCloseTo(-0.5961685, 7);
  expect(found.worseInterval.upper).toBeCloseTo(-0.4038315, 7);
  expect(found.excluded).toEqual({ reverse: 3, questionable: 2, missing: 1 });
});

test("a pair that lacks either answer is missing", () => {
  expect(tallyKano([1, null, 1, null], [5, 5, null, null])).toMatchObject({
    "one-dimensional": 1,
    missing: 3,
    questionable: 0,
  });
});
