import { inspect } from "node:util";
import { expect, test } from "vitest";
import * as stats from "./index.js";

/** Members of otherwise sound arguments, combined with one another. */
const hostile: unknown[] = [
  undefined,
  null,
  Number.NaN,
  -0,
  5e-324,
  1e308,
  -1,
  0.5,
  1,
  3,
  1e12,
  "0.5",
  {},
  [1],
];

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Either a CxMetricsError with all placeholders filled, or a result whose numbers are finite and no zero negative. */
function survives(call: (...values: never[]) => unknown, values: unknown[]): void {
  let result: unknown;
  try {
    result = call(...(values as never[]));
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: "CxMetricsError" });
    expect(JSON.stringify(thrown)).not.toMatch(/\{\w+\}/);
    return;
  }
  const found = numbersIn(result);
  const label = inspect({ values, result }, { depth: 4 });
  expect(found.every(Number.isFinite) && !found.some((number) => Object.is(number, -0)), label).toBe(true);
}

function everyThree(visit: (a: unknown, b: unknown, c: unknown) => void): void {
  for (const a of hostile) for (const b of hostile) for (const c of hostile) visit(a, b, c);
}

test("two proportions and pairs", () => {
  const sound = { successes: 3, trials: 8 };
  everyThree((a, b, c) => {
    const one = { successes: a, trials: b };
    for (const method of ["newcombe", "agresti-caffo", "wald"])
      survives(stats.compareProportions, [one, sound, { method }]);
    survives(stats.compareProportions, [sound, one, { level: c }]);
    survives(stats.fisherExact, [{ a: one, b: { successes: b, trials: c } }]);
    survives(stats.nMinusOneChiSquared, [{ a: one, b: sound }]);
    survives(stats.mcNemar, [{ onlyBefore: a, onlyAfter: b }, { method: c }]);
    survives(stats.mcNemar, [{ onlyBefore: a, onlyAfter: b }, { method: "asymptotic-corrected" }]);
  });
  for (const a of hostile)
    for (const b of hostile)
      survives(stats.compareProportions, [
        { successes: a, trials: b },
        sound,
        { method: "miettinen-nurminen" },
      ]);
});

test("plans", () => {
  const variances = [0.6, 0.5];
  everyThree((a, b, c) => {
    survives(stats.sampleSizeForProportion, [{ margin: a, proportion: b, population: c }]);
    survives(stats.sampleSizeForProportion, [{ margin: 0.05, designEffect: a, population: b, level: c }]);
    survives(stats.sampleSizeForNetShare, [{ margin: a, variance: b, population: c }]);
    survives(stats.sampleSizeForNetShare, [{ margin: 0.05, upper: a, lower: b, form: c }]);
    survives(stats.sampleSizeForDifference, [{ difference: a, variances: [b, c] }]);
    survives(stats.sampleSizeForDifference, [
      { difference: 0.05, variances, level: a, power: b, designEffect: c },
    ]);
    survives(stats.sampleSizeForNetShareDifference, [{ difference: a, variances: [b, 0.5], form: c }]);
    survives(stats.minimumDetectableChange, [{ n: a, variances: [b, c] }]);
    survives(stats.minimumDetectableChange, [{ n: [a, b], variances, power: c }]);
  });
});

test("lists", () => {
  everyThree((a, b, c) => {
    survives(stats.mannWhitney, [
      [a, b, 3],
      [c, 2],
    ]);
    survives(stats.mannWhitney, [[1, 2], [3], { method: a, continuityCorrection: b }]);
    survives(stats.adjustPValues, [[a, b, c]]);
    survives(stats.adjustPValues, [[0.5, a, null], b]);
    survives(stats.homogeneityTest, [
      [
        { value: a, variance: b },
        { value: 3, variance: c },
      ],
    ]);
    survives(stats.pairwiseComparisons, [
      [
        { value: a, variance: b },
        { value: 3, variance: c },
      ],
    ]);
    survives(stats.quantile, [[a, 1e308, -1e308], b, { type: c }]);
    survives(stats.weightedQuantile, [[a, 7], [b, c], 0.4]);
    for (const rule of ["averaged-inverse-cdf", "interpolated"])
      survives(stats.weightedQuantile, [[a, 1e308, -1e308], [b, c, 1], 0.4, { rule }]);
  });
  for (let type = 1; type <= 9; type++)
    for (const p of [0, 5e-324, 0.3, 0.5, 1])
      survives(stats.quantile, [[-1.7e308, 1.7e308, -0], p, { type }]);
});
