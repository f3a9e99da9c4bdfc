import { expect, test } from "vitest";
import r from "../../fixtures/r/boundaries.json" with { type: "json" };
import { minimumDetectableChange } from "./minimum-detectable-change.js";
import { sampleSizeForDifference } from "./sample-size-for-difference.js";
import { sampleSizeForNetShare } from "./sample-size-for-net-share.js";
import { sampleSizeForProportion } from "./sample-size-for-proportion.js";

// R 4.2.2, fixtures/r/boundaries.R.
const figures = r.planning;
const near = (outcome: object, expected: number) => {
  const found = outcome as { readonly unrounded?: number; readonly value?: number };
  const actual = found.unrounded ?? found.value ?? Number.NaN;
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * expected);
};

test("the design effect counts for net shares and for differences", () => {
  near(
    sampleSizeForNetShare({ margin: 0.05, variance: 0.6, designEffect: 1.5, population: 2000 }),
    figures.nps5deff15of2000,
  );
  near(
    sampleSizeForDifference({ difference: 0.05, variances: [0.6, 0.6], designEffect: 1.5 }),
    figures.difference5deff15,
  );
});

test("one variance may be 0, both may not", () => {
  near(minimumDetectableChange({ n: 400, variances: [0.6, 0] }), figures.changeOneSided);
  near(minimumDetectableChange({ n: 400, variances: [0, 0.6] }), figures.changeOneSided);
  expect(minimumDetectableChange({ n: 400, variances: [0, 0] }).status).toBe("not-computable");
  expect(sampleSizeForDifference({ difference: 1, variances: [0, 0] }).status).toBe("not-computable");
});

test("any power above half of α", () => {
  near(sampleSizeForDifference({ difference: 0.05, variances: [0.6, 0.6], power: 0.08 }), figures.power08);
});

test("less than one answer is not corrected for the population", () => {
  near(sampleSizeForProportion({ margin: 0.99, population: 2 }), figures.margin099);
});

test("a proportion of 0 or 1 cannot be planned for", () => {
  for (const proportion of [0, 1])
    expect(sampleSizeForProportion({ margin: 0.1, proportion }).status).toBe("not-computable");
});
