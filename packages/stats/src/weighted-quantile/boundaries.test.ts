import { expect, test } from "vitest";
import { weightedQuantile } from "./weighted-quantile.js";
import { cumulative } from "./weighted-quantile-rule.js";

test("at p = 0 the averaged rule takes the smallest value, however little it weighs", () => {
  const found = weightedQuantile([1, 2, 3], [1e-13, 1, 1], 0, { rule: "averaged-inverse-cdf" });
  expect(found).toMatchObject({ value: 1 });
});

test("weights may be as large or as small as numbers go", () => {
  for (const unit of [1e-300, 1e300])
    for (const rule of ["inverse-cdf", "interpolated"] as const)
      expect(weightedQuantile([4, 5, 9], [unit, 2 * unit, unit], 0.5, { rule })).toMatchObject({ value: 5 });
});

test("sums of weights keep what single additions lose, wherever the small ones stand", () => {
  expect(cumulative([1, ...new Array<number>(10).fill(1e-16)]).at(-1)).toBe(1.000000000000001);
  // 1 + 1.2e-16 is nearer to 1 + ε than to 1; without the first or the last small weight it is not.
  expect(cumulative([3e-17, 1, 3e-17, 3e-17, 3e-17]).at(-1)).toBe(1 + Number.EPSILON);
});
