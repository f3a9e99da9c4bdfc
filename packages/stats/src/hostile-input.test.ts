import { inspect } from "node:util";
import { expect, test } from "vitest";
import * as stats from "./index.js";

/** Combined with one another. */
const hostile: unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  5e-324,
  1e308,
  -1,
  0.5,
  1,
  3,
  1e12,
  "0.5",
  Symbol("x"),
  {},
  [1],
];

/** In place of a whole argument. */
const alone: unknown[] = [
  ...hostile,
  Number.NEGATIVE_INFINITY,
  "",
  true,
  10n,
  [],
  () => 1,
  new Date(0),
  new Map(),
];

/** Numbers anywhere in a result. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Either a CxMetricsError or a result in which every number is finite and no zero is negative. */
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
  expect(typeof result === "number" || (typeof result === "object" && result !== null), label).toBe(true);
}

const distributions = Object.entries(stats).filter(([name]) => name.endsWith("Distribution"));

test.each(distributions)("%s", (_, distribution) => {
  for (const call of Object.values(distribution)) {
    for (const a of hostile) for (const b of hostile) for (const c of hostile) survives(call, [a, b, c]);
  }
});

type Call = (...values: never[]) => unknown;
const named: [string, Call, string[], readonly { readonly id: string }[]][] = [
  [
    "proportionInterval",
    stats.proportionInterval,
    ["successes", "trials", "level"],
    stats.proportionIntervalMethods,
  ],
  ["netShareInterval", stats.netShareInterval, ["upper", "lower", "n"], stats.netShareIntervalMethods],
  ["meanInterval", stats.meanInterval, ["mean", "standardDeviation", "n"], []],
  ["meanInterval by design", stats.meanInterval, ["level", "degreesOfFreedom", "n"], []],
  ["kishEffectiveSize", stats.kishEffectiveSize, ["weightSum", "squaredWeightSum"], []],
];
const sound = {
  successes: 3,
  trials: 8,
  upper: 0.4,
  lower: 0.1,
  n: 8,
  mean: 3,
  standardDeviation: 1,
  weightSum: 2,
};

test.each(named)("%s", (_, call, keys, methods) => {
  const choices = methods.length > 0 ? methods.map(({ id }) => ({ method: id })) : [{}];
  for (const whole of alone) survives(call, [whole]);
  for (const choice of choices) {
    for (const level of alone) survives(call, [{ ...sound, ...choice, level }]);
    for (const a of hostile) {
      for (const b of hostile) {
        for (const c of hostile) {
          const members = keys.map((key, index) => [key, [a, b, c][index]]);
          survives(call, [{ ...sound, ...choice, ...Object.fromEntries(members) }]);
        }
      }
    }
  }
  for (const method of [...alone, "__proto__", "constructor", "toString"])
    survives(call, [{ ...sound, method }]);
});

test("comparisons", () => {
  for (const a of hostile) {
    for (const b of hostile) {
      for (const c of hostile) {
        const one = {
          value: a,
          standardError: b,
          mean: a,
          standardDeviation: b,
          n: c,
          successes: a,
          trials: b,
        };
        const other = {
          value: 3,
          standardError: 1,
          mean: 3,
          standardDeviation: 1,
          n: 8,
          successes: 3,
          trials: 8,
        };
        for (const call of [stats.differenceByStandardErrors, stats.welchTest, stats.newcombeDifference]) {
          survives(call, [{ a: one, b: other }]);
          survives(call, [{ a: other, b: one }]);
          survives(call, [{ a: one, b: one }]);
          survives(call, [{ a, b, level: c }]);
        }
      }
    }
  }
});

test("lists", () => {
  for (const a of alone) {
    for (const b of alone) {
      const calls = [stats.compensatedSum, stats.quantile, stats.median, stats.sampleStandardDeviation];
      for (const call of calls) {
        survives(call, [a, b]);
        survives(call, [[a, b, 3], 0.4]);
        survives(call, [[1, 2, 4], a]);
      }
    }
  }
  survives(stats.compensatedSum, [[1e308, 1e308]]);
  survives(stats.quantile, [[-1.7e308, 1.7e308], 0.5]);
  survives(stats.sampleStandardDeviation, [[-1e300, 1e300]]);
  survives(stats.median, [new Array(3)]);
  survives(stats.median, [new Uint8Array(0)]);
  survives(stats.median, [new BigInt64Array(2)]);
  survives(stats.median, [new DataView(new ArrayBuffer(8))]);
});
