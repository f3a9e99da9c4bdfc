import fc from "fast-check";
import { expect, test } from "vitest";
import * as stats from "./index.js";

/** Drivers, response quality and disclosure with nonsense in place of any member: a finite result or a CxMetricsError. */
function survives(call: (...values: never[]) => unknown, values: readonly unknown[]): void {
  let result: unknown;
  try {
    result = call(...(values as never[]));
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: "CxMetricsError" });
    expect(JSON.stringify(thrown)).not.toMatch(/\{\w+\}/);
    return;
  }
  const numbersIn = (value: unknown): number[] =>
    typeof value === "number"
      ? [value]
      : typeof value === "object" && value !== null
        ? Object.values(value).flatMap(numbersIn)
        : [];
  const found = numbersIn(result);
  expect(found.every(Number.isFinite)).toBe(true);
  expect(found.some((number) => Object.is(number, -0))).toBe(false);
}

const number = fc.oneof(
  fc.double(),
  fc.constantFrom(-0, 5e-324, 1e308, -1.7e308, 1e-310, 3, 1, 0),
  fc.integer({ min: -3, max: 9 }),
);
const list = fc.array(fc.oneof({ weight: 6, arbitrary: number }, fc.constant(null), fc.anything()), {
  maxLength: 9,
});
const anything = fc.oneof(
  fc.anything({ withBigInt: true, withTypedArray: true, withNullPrototype: true }),
  number,
  list,
  fc.array(list, { maxLength: 5 }),
);
const runs = { numRuns: 400 };

/** A sound argument with one or more members replaced. */
const spoilt = (sound: Readonly<Record<string, unknown>>) =>
  fc
    .dictionary(fc.constantFrom(...Object.keys(sound)), anything, { maxKeys: 2 })
    .map((members) => ({ ...sound, ...members }));

const drivers = {
  predictors: { a: [1, 2, 4, 3, 9], b: [2, 0, 1, 1, 5] },
  outcome: [1, 2, 3, 5, 4],
  method: "lmg",
  weights: [1, 2, 1, 2, 1],
  missing: "listwise",
  bootstrap: { resamples: 20, seed: 1 },
  sample: { permutations: 5, seed: 1 },
};
const numeric = fc.array(number.filter(Number.isFinite), { minLength: 6, maxLength: 6 });

test("relativeImportance", () => {
  fc.assert(
    fc.property(spoilt(drivers), (input) => survives(stats.relativeImportance, [input])),
    runs,
  );
  const method = fc.constantFrom("lmg", "johnson", "pratt");
  fc.assert(
    fc.property(numeric, numeric, numeric, numeric, method, (a, b, outcome, weights, id) => {
      const input = { predictors: { a, b }, outcome, method: id, missing: "listwise" };
      survives(stats.relativeImportance, [input]);
      survives(stats.relativeImportance, [{ ...input, weights: weights.map(Math.abs) }]);
    }),
    runs,
  );
});

test("importancePerformance", () => {
  const item = spoilt({ name: "a", importance: 3, performance: 4 });
  const items = fc.oneof(fc.array(item, { maxLength: 4 }), anything);
  const cuts = fc.oneof(
    fc.constantFrom("means", "medians"),
    spoilt({ importance: 1, performance: 2 }),
    anything,
  );
  fc.assert(
    fc.property(items, cuts, (some, rule) =>
      survives(stats.importancePerformance, [{ items: some, cuts: rule }]),
    ),
    runs,
  );
});

test("response quality, one by one", () => {
  const calls = [
    stats.longString,
    stats.intraIndividualVariability,
    stats.mahalanobisDistances,
    stats.relativeSpeed,
    stats.failedChecks,
  ];
  fc.assert(
    fc.property(fc.constantFrom(...calls), anything, anything, (call, a, b) => {
      survives(call, [a]);
      survives(call, [a, b]);
      survives(call, [[a, b, 3], {}]);
    }),
    { numRuns: 800 },
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number), { maxLength: 8 }),
      spoilt({ flagAt: 2, clip: 3 }),
      (rows, options) => {
        survives(stats.relativeSpeed, [rows, options]);
        survives(stats.mahalanobisDistances, [rows]);
      },
    ),
    runs,
  );
  fc.assert(
    fc.property(list, spoilt({ windowMs: 10, most: 2 }), (times, rule) =>
      survives(stats.burstFlags, [times, rule]),
    ),
    runs,
  );
});

test("assessResponseQuality and duplicateResponses", () => {
  const row = spoilt({
    id: 1,
    answers: [1, 2, 3],
    durationMs: 4,
    timeMs: 5,
    respondent: "a",
    checks: { look: 4 },
  });
  const rows = fc.oneof(fc.array(row, { maxLength: 5 }), anything);
  const rules = spoilt({
    longString: { atLeast: 3 },
    lowVariability: { atMost: 1 },
    highVariability: { atLeast: 1 },
    mahalanobis: {},
    relativeSpeed: { flagAt: 2 },
    duplicates: { by: "answers" },
    bursts: { windowMs: 10, most: 1 },
    checks: { list: [{ item: "look", accept: [4] }] },
  });
  fc.assert(
    fc.property(rows, rules, spoilt({ leastReasons: 1 }), (some, given, options) => {
      survives(stats.assessResponseQuality, [some, given, options]);
      survives(stats.duplicateResponses, [some, { by: "answers", withinMs: 3 }]);
      survives(stats.duplicateResponses, [some, given]);
    }),
    runs,
  );
});

test("suppressSmallCells and reliabilitySuppression", () => {
  const count = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 20 }) }, number);
  const cells = fc.oneof(
    fc.array(count, { maxLength: 6 }),
    fc.array(fc.array(count, { minLength: 2, maxLength: 2 }), { maxLength: 4 }),
    anything,
  );
  fc.assert(
    fc.property(cells, spoilt({ minimum: 5, zeroAllowed: true }), (table, rule) =>
      survives(stats.suppressSmallCells, [table, rule]),
    ),
    runs,
  );
  const rule = fc.constantFrom("minimum-n", "relative-standard-error", "rse-log");
  fc.assert(
    fc.property(spoilt({ value: 0.3, n: 9, standardError: 0.1 }), rule, number, (estimate, id, limit) => {
      survives(stats.reliabilitySuppression, [estimate, { rule: id, limit }]);
    }),
    runs,
  );
});
