import { isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bootstrapInterval } from "../resampling/bootstrap-interval.js";
import { permutationTest } from "../resampling/permutation-test.js";
import { cohenKappa } from "./cohen-kappa.js";
import { cronbachAlpha } from "./cronbach-alpha.js";
import { fleissKappa } from "./fleiss-kappa.js";
import { gwetAc1 } from "./gwet-ac1.js";
import { intraclassCorrelation } from "./intraclass-correlation.js";
import { kendallW } from "./kendall-w.js";
import { krippendorffAlpha } from "./krippendorff-alpha.js";
import { mcDonaldOmega } from "./mcdonald-omega.js";

const extreme = [
  0,
  -0,
  1,
  2,
  -1,
  0.1,
  1e-9,
  5e-324,
  -5e-324,
  1e-160,
  1e16,
  1e16 + 2,
  1e154,
  -1e154,
  1e308,
  -1e308,
];

const value = fc.constantFrom<unknown>(
  ...extreme,
  ...extreme,
  null,
  "a",
  "__proto__",
  Number.NaN,
  undefined,
  [],
  {},
);
const number = fc.constantFrom(...extreme);

function table(cell: fc.Arbitrary<unknown>): fc.Arbitrary<never> {
  return fc
    .integer({ min: 0, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 5 }),
    ) as fc.Arbitrary<never>;
}

/** Finite, and no negative zero. */
function sound(result: unknown): boolean {
  if (typeof result === "number") return Number.isFinite(result) && !Object.is(result, -0);
  if (typeof result !== "object" || result === null) return result !== undefined;
  return Object.values(result).every(sound);
}

function survives(call: () => unknown): void {
  let result: unknown;
  try {
    result = call();
  } catch (thrown) {
    if (!isCxMetricsError(thrown)) throw thrown;
    expect(JSON.stringify(thrown)).not.toMatch(/\{\w+\}/);
    return;
  }
  expect(sound(result), JSON.stringify(result)).toBe(true);
}

const bootstrap = { resamples: 20, seed: 1 };
const calls: Record<string, (input: never) => unknown> = {
  cohenKappa: (input) => cohenKappa(input, { weights: "quadratic", level: 0.999999999999 }),
  cohenKappaPairs: (input) => cohenKappa({ pairs: input }),
  fleissKappa: (input) => fleissKappa(input),
  fleissKappaRatings: (input) => fleissKappa({ ratings: input }),
  gwetAc1: (input) => gwetAc1(input),
  gwetAc1Ratings: (input) => gwetAc1({ ratings: input }),
  nominal: (input) => krippendorffAlpha(input, { level: "nominal", bootstrap }),
  ordinal: (input) => krippendorffAlpha(input, { level: "ordinal", bootstrap }),
  interval: (input) => krippendorffAlpha(input, { level: "interval", bootstrap }),
  ratio: (input) => krippendorffAlpha(input, { level: "ratio", bootstrap }),
  icc1: (input) => intraclassCorrelation(input, { form: "ICC(1,k)" }),
  icc2: (input) => intraclassCorrelation(input, { form: "ICC(2,1)", level: 1 - 1e-16 }),
  icc2k: (input) => intraclassCorrelation(input, { form: "ICC(2,k)", level: 1e-9 }),
  icc3: (input) => intraclassCorrelation(input, { form: "ICC(3,1)" }),
  kendallW: (input) => kendallW(input),
  cronbachAlpha: (input) => cronbachAlpha(input, { level: 0.999999 }),
  mcDonaldOmega: (input) => mcDonaldOmega(input),
};

test.each(Object.entries(calls))("%s survives extreme numbers", (_, call) => {
  fc.assert(
    fc.property(table(number), (input) => survives(() => call(input))),
    { numRuns: 300 },
  );
});

test.each(Object.entries(calls))("%s survives anything", (_, call) => {
  fc.assert(
    fc.property(table(value), (input) => survives(() => call(input))),
    { numRuns: 100 },
  );
});

test("resampling survives extreme numbers", () => {
  const list = fc.array(number, { maxLength: 5 });
  fc.assert(
    fc.property(
      list,
      list,
      fc.constantFrom("percentile" as const, "basic" as const, "bca" as const),
      (a, b, method) => {
        survives(() => permutationTest({ a, b }));
        survives(() => permutationTest({ a, b, method: "monte-carlo", seed: 1, permutations: 20 }));
        const statistic = (indices: Uint32Array) => a[indices[0] ?? 0] ?? null;
        survives(() => bootstrapInterval({ data: a, statistic, ...bootstrap, method }));
      },
    ),
    { numRuns: 300 },
  );
});
