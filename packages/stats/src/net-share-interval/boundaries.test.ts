import { expect, test } from "vitest";
import { netShareInterval } from "./net-share-interval.js";
import { netShareLaw } from "./net-share-law.js";

test("the law of net shares without lower answers is binomial", () => {
  // Three answers, upper or middle with chance ½: (1, 3, 3, 1)/8 on 0…3.
  const near = (law: Float64Array, wanted: number[]) =>
    wanted.forEach((probability, index) => {
      expect(law[index]).toBeCloseTo(probability, 15);
    });
  near(netShareLaw(0.5, 0.5, 0, 3), [0, 0, 0, 0.125, 0.375, 0.375, 0.125]);
  near(netShareLaw(0, 0.5, 0.5, 3), [0.125, 0.375, 0.375, 0.125, 0, 0, 0]);
  near(netShareLaw(0.5, 0, 0.5, 3), [0.125, 0, 0.375, 0, 0.375, 0, 0.125]);
});

test("counts on either side must be whole for the exact bootstrap", () => {
  for (const [upper, lower] of [
    [0.5, 0.25],
    [0.25, 0.5],
  ] as const)
    expect(netShareInterval({ upper, lower, n: 10, method: "nps-bootstrap" })).toMatchObject({
      reason: "counts-not-whole",
    });
});

test("a method that keeps to the scale has no raw limits; t with hardly an observation has none at all", () => {
  const score = netShareInterval({ upper: 0.9, lower: 0, n: 5, method: "nps-score" });
  expect(score.status).toBe("ok");
  expect(score).not.toHaveProperty("rawUpper");
  expect(netShareInterval({ upper: 0.5, lower: 0.2, n: 1.0001, method: "nps-t" })).toMatchObject({
    reason: "single-observation",
  });
});
