import { inspect } from "node:util";
import { expect, test } from "vitest";
import { cochranArmitage } from "../trend/cochran-armitage.js";
import { linearTrend } from "../trend/linear-trend.js";
import { mannKendall } from "../trend/mann-kendall.js";
import { senSlope } from "../trend/sen-slope.js";
import { controlChart } from "./control-chart.js";
import { cusumStep } from "./cusum-step.js";
import { ewmaStep } from "./ewma-step.js";
import { controlChartKinds } from "./registry.js";
import { detectSignals } from "./rules/detect-signals.js";
import { controlRules } from "./rules/registry.js";

const hostile: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  5e-324,
  1e-200,
  1e308,
  -1e308,
  -1,
  0.5,
  3,
  1e12,
  "3",
  Symbol("x"),
  {},
  [1],
  [],
  12n,
];

const few = [undefined, Number.NaN, -0, 5e-324, 1e308, 3];

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Either a CxMetricsError, or a result whose numbers are finite and without a negative zero. */
function survives(call: (...values: never[]) => unknown, ...values: unknown[]): void {
  let result: unknown;
  try {
    result = call(...(values as never[]));
  } catch (thrown) {
    if ((thrown as { name?: string }).name !== "CxMetricsError") throw thrown;
    if (/\{\w+\}/.test(JSON.stringify(thrown))) throw new Error(JSON.stringify(thrown));
    return;
  }
  const found = numbersIn(result);
  if (!found.every(Number.isFinite) || found.some((number) => Object.is(number, -0)))
    throw new Error(inspect({ values, result }, { depth: 6 }));
}

const sound = { count: 3, size: 9, value: 4, upper: 4, lower: 2 };
const members = [
  "baseline",
  "parameters",
  "sigma",
  "rules",
  "screening",
  "movingRangeDivisor",
  "dispersion",
  "lambda",
  "limits",
  "range",
  "k",
  "h",
  "points",
];

test.each(controlChartKinds.map(({ id }) => id))("controlChart %s", (kind) => {
  const steady = [sound, { ...sound, count: 5, value: 7, upper: 5 }, sound];
  for (const a of hostile) {
    survives(controlChart, { kind, points: [a, ...steady] });
    for (const b of few) {
      for (const one of [
        { count: a, size: b },
        { value: a },
        { upper: a, lower: b },
        { upper: a, size: b },
      ]) {
        survives(controlChart, { kind, points: [{ ...sound, ...one }, ...steady] });
        survives(controlChart, { kind, points: [...steady, { ...sound, ...one }], baseline: 3, sigma: b });
        survives(controlChart, {
          kind,
          points: [{ ...sound, ...one }],
          parameters: { centre: 0.3, standardDeviation: a, sigmaZ: b },
        });
      }
      survives(controlChart, {
        kind,
        points: steady,
        parameters: { centre: a, standardDeviation: b, sigmaZ: 1 },
      });
      survives(controlChart, { kind, points: steady, range: { min: a, max: b } });
      survives(controlChart, { kind, points: steady, k: a, h: b, lambda: a, movingRangeDivisor: b });
      survives(controlChart, { kind, points: steady, baseline: [a, b] });
      survives(controlChart, { kind, points: steady, rules: [a, b] });
    }
    for (const member of members) survives(controlChart, { kind, points: steady, [member]: a });
  }
  survives(controlChart, { kind, points: new Array(3) });
});

test("steps, rules and trends", () => {
  const rules = controlRules.map(({ id }) => id);
  for (const a of hostile) {
    survives(controlChart, a);
    survives(controlChart, { kind: a, points: [] });
    for (const b of few) {
      survives(detectSignals, a, b);
      survives(detectSignals, [1, a, b], { centre: 0, standardDeviation: 1 }, rules);
      survives(detectSignals, [1, 2, 3], { centre: a, standardDeviation: b }, rules);
      survives(detectSignals, [1, 2, 3], { centre: [a, 1, b], standardDeviation: [1, b, a] }, rules);
      survives(detectSignals, [1, 2, 3], { centre: 1, standardDeviation: 2, sigma: a }, b);
      for (const c of few) {
        survives(ewmaStep, { value: a, step: b }, c, { centre: 0, standardDeviation: 1 });
        survives(ewmaStep, c, a, { centre: b, standardDeviation: 1 });
        survives(ewmaStep, null, 3, { centre: a, standardDeviation: b, lambda: c, sigma: b });
        survives(cusumStep, { upperSum: a, lowerSum: b }, c, { centre: 0, standardDeviation: 1 });
        survives(cusumStep, c, a, { centre: b, standardDeviation: 1 });
        survives(cusumStep, null, 3, { centre: a, standardDeviation: b, k: c, h: b });
        survives(mannKendall, [a, b, c, 3]);
        for (const slopeOf of [linearTrend, senSlope]) {
          survives(slopeOf, { y: [a, b, c, 3] });
          survives(slopeOf, { x: [a, b, c, 3], y: [1, 2, 4, 3] });
          survives(slopeOf, { x: a, y: b, level: c });
          survives(slopeOf, { y: [1, 2, 4, 3], weights: [a, b, c, 3], level: 0.9 });
        }
        survives(cochranArmitage, [
          { successes: a, trials: b, score: c },
          { successes: 3, trials: 9, score: 2 },
        ]);
        survives(cochranArmitage, [{ successes: 3, trials: 1e12, score: a }, b, c]);
      }
    }
  }
  expect(numbersIn(controlChart({ kind: "c", points: [{ count: 4 }] })).length).toBeGreaterThan(3);
});
