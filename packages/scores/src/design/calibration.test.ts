import { CxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import r from "../../fixtures/r/design.json" with { type: "json" };
import { calibratedStandardError } from "./calibrated-standard-error.js";
import { postStratify } from "./post-stratify.js";
import { type RakingInput, rakeWeights } from "./rake-weights.js";
import { trimWeights } from "./trim-weights.js";

const { records } = r;
const margins = [
  { name: "age", categories: records.age, targets: r.ages },
  { name: "sex", categories: records.sex, targets: r.sexes },
];
const design = { strata: records.stratum, clusters: records.cluster };

function close(found: readonly number[], wanted: readonly number[], relative: number): void {
  expect(found.length).toBe(wanted.length);
  found.forEach((number, index) => {
    const figure = wanted[index] ?? Number.NaN;
    expect(Math.abs(number - figure)).toBeLessThanOrEqual(relative * Math.abs(figure));
  });
}

function raked(input: Partial<RakingInput> = {}) {
  const result = rakeWeights({ weights: records.weight, margins, ...input });
  if (result.status !== "ok") throw new Error(result.reason);
  return result;
}

function error(input: Partial<Parameters<typeof calibratedStandardError>[0]>) {
  const result = calibratedStandardError({
    ratings: records.before,
    definition: "nps",
    weights: records.weight,
    margins,
    ...design,
    ...input,
  });
  if (result.status !== "ok") throw new Error(result.reason);
  return result;
}

describe("as R's survey has it (fixtures/r/design.R)", () => {
  test("post-stratification: weights to 1e-12, standard errors to 1e-10", () => {
    const { weights, maxGap } = postStratify(records.weight, records.cell, r.cellTargets);
    close(weights, r.postStratified.weights, 1e-12);
    expect(maxGap).toBeLessThan(1e-14);
    const cells = [{ name: "cells", categories: records.cell }];
    const found = error({ weights, margins: cells });
    expect(found.value).toBeCloseTo(r.postStratified.nps.value, 10);
    close([found.standardError], [r.postStratified.nps.standardError], 1e-10);
    close([found.standardError], [r.postStratified.calibrated], 1e-10);
    close([found.standardErrorOfFixedWeights], [r.postStratified.fixed], 1e-10);
    const rating = error({ weights, margins: cells, ratings: records.rating, definition: "csat.mean-5" });
    close([rating.standardError], [r.postStratified.rating.standardError], 1e-10);
    const equal = postStratify(
      records.weight.map(() => 1),
      records.cell,
      r.cellTargets,
    );
    const plain = error({ weights: equal.weights, margins: cells, strata: undefined, clusters: undefined });
    close([plain.standardError], [r.postStratifiedEqual.nps.standardError], 1e-10);
  });

  test("raking: weights to 1e-9, standard errors to 1e-8 (R stops its sweeps after ten)", () => {
    const { weights, iterations } = raked({ tolerance: 1e-12 });
    close(weights, r.raked.weights, 1e-9);
    expect(iterations).toBeLessThan(30);
    const found = error({ weights, regression: "equal" });
    close([found.standardError], [r.raked.nps.standardError], 1e-8);
    close([found.standardErrorOfFixedWeights], [r.raked.fixed], 1e-9);
    const rating = error({
      weights,
      regression: "equal",
      ratings: records.rating,
      definition: "csat.mean-5",
    });
    close([rating.standardError], [r.raked.rating.standardError], 1e-8);
    close([error({ weights }).standardError], [r.raked.calibrated], 1e-9);
  });

  test("trimming: what is cut off goes to the others in equal parts", () => {
    const { upper, weights } = r.trimmed;
    close(trimWeights(r.raked.weights, { upper }).weights, weights, 1e-9);
  });
});

describe("raking", () => {
  test("fits all margins, and scaling the weights changes nothing", () => {
    const categories = fc.array(
      fc.tuple(fc.nat(2), fc.nat(1), fc.double({ min: 0.1, max: 9, noNaN: true })),
      {
        minLength: 12,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(categories, fc.constantFrom(1e-6, 3, 1e9), (rows, factor) => {
        // One record per cell, so that every table can be fitted.
        const all = [...[0, 1, 2].flatMap((a) => [0, 1].map((b) => [a, b, 1] as const)), ...rows];
        const input = (scale: number) => ({
          weights: all.map(([, , weight]) => weight * scale),
          margins: [
            { name: "a", categories: all.map(([a]) => a), targets: { 0: 30, 1: 45, 2: 25 } },
            { name: "b", categories: all.map(([, b]) => b), targets: { 0: 60, 1: 40 } },
          ],
        });
        const found = rakeWeights(input(1));
        const scaled = rakeWeights(input(factor));
        if (found.status !== "ok" || scaled.status !== "ok") throw new Error("not converged");
        expect(found.maxGap).toBeLessThanOrEqual(1e-10);
        close(scaled.weights, found.weights, 1e-8);
        for (const { cells } of found.margins)
          for (const { after, target } of cells) expect(Math.abs(after - target)).toBeLessThan(1e-7);
      }),
      { numRuns: 40 },
    );
  });

  test("one margin is post-stratification", () => {
    const one = raked({ margins: [{ name: "cells", categories: records.cell, targets: r.cellTargets }] });
    close(one.weights, postStratify(records.weight, records.cell, r.cellTargets).weights, 1e-12);
  });

  test("bounds hold together with the margins", () => {
    const free = raked();
    const bounded = raked({ bounds: { lower: 0.5, upper: 1.6 } });
    const mean = bounded.weights.reduce((sum, weight) => sum + weight, 0) / bounded.weights.length;
    expect(Math.max(...free.weights) / mean).toBeGreaterThan(1.7);
    expect(Math.max(...bounded.weights) / mean).toBeLessThan(1.6 + 1e-9);
    expect(Math.min(...bounded.weights) / mean).toBeGreaterThan(0.5 - 1e-9);
    expect(bounded.maxGap).toBeLessThanOrEqual(1e-10);
    expect(bounded.trimmed).toBeGreaterThan(0);
    expect(bounded.designEffect.after).toBeLessThan(free.designEffect.after);
  });

  test("weights that cannot fit are an outcome with the gap that is left", () => {
    const contradiction = {
      weights: [1, 1],
      margins: [
        { name: "a", categories: ["x", "y"], targets: { x: 60, y: 40 } },
        { name: "b", categories: ["p", "q"], targets: { p: 30, q: 70 } },
      ],
    };
    expect(rakeWeights({ ...contradiction, maxIterations: 50 })).toMatchObject({
      status: "not-computable",
      reason: "raking-not-converged",
      iterations: 50,
      maxGap: 0.75,
    });
  });

  test.each([
    ["calibration.empty-cell", [{ name: "a", categories: ["x", "x"], targets: { x: 6, y: 4 } }]],
    ["calibration.category-without-target", [{ name: "a", categories: ["x", "y"], targets: { x: 6 } }]],
    [
      "calibration.totals-differ",
      [
        { name: "a", categories: ["x", "y"], targets: { x: 6, y: 4 } },
        { name: "b", categories: ["x", "y"], targets: { x: 6, y: 5 } },
      ],
    ],
    [
      "calibration.margin-repeated",
      [
        { name: "a", categories: ["x", "y"], targets: { x: 6, y: 4 } },
        { name: "a", categories: ["x", "y"], targets: { x: 6, y: 4 } },
      ],
    ],
    ["calibration.not-allowed", [{ name: "a", categories: ["x", "y"], targets: { x: 6, y: -4 } }]],
    ["calibration.not-allowed", [{ name: "a", categories: ["x", null], targets: { x: 6, y: 4 } }]],
    ["calibration.not-allowed", []],
    ["ratings.length-mismatch", [{ name: "a", categories: ["x"], targets: { x: 6 } }]],
  ])("%s", (code, given) => {
    const call = () => rakeWeights({ weights: [1, 2], margins: given as RakingInput["margins"] });
    expect(call).toThrow(CxMetricsError);
    expect(call).toThrow(expect.objectContaining({ code }));
  });

  test("names of objects are names of categories like others", () => {
    const categories = ["__proto__", "constructor", "constructor"];
    const targets = JSON.parse('{"__proto__": 10, "constructor": 30}');
    expect(postStratify([1, 1, 2], categories, targets).weights).toEqual([10, 10, 20]);
  });
});

describe("trimming", () => {
  test("keeps the total, and every weight inside its bounds", () => {
    const weights = fc.array(fc.double({ min: 0.1, max: 20, noNaN: true }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(
        weights,
        fc.double({ min: 1.05, max: 5, noNaN: true }),
        fc.constantFrom("equal", "proportional"),
        (given, multiple, redistribution) => {
          const total = given.reduce((sum, weight) => sum + weight, 0);
          const upper = (multiple * total) / given.length;
          const { weights: found } = trimWeights(given, { upper, redistribution } as never);
          expect(Math.max(...found)).toBeLessThanOrEqual(upper * (1 + 1e-9));
          expect(found.reduce((sum, weight) => sum + weight, 0) / total).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  test("bounds that no weights of this total can meet are refused", () => {
    expect(() => trimWeights([1, 2, 3], { upper: 1 })).toThrow(
      expect.objectContaining({ code: "calibration.bounds-not-allowed" }),
    );
  });
});

test("what the margins explain fully has no error left", () => {
  const ratings = records.age.map((age) => (age === "old" ? 10 : 3));
  const { weights } = raked();
  const { standardError, standardErrorOfFixedWeights } = error({ ratings, weights });
  expect(standardError).toBeLessThan(1e-9);
  expect(standardErrorOfFixedWeights).toBeGreaterThan(1);
});
