import { isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defineIndex, type IndexDefinition, renderFormulaPage, scoreIndex } from "../index.js";

const provenance = { status: "illustrative", source: "test" } as const;
const title = { en: "T", zh: "题" };
const graded = (bands: readonly object[], more: object = {}): IndexDefinition =>
  defineIndex({
    formatVersion: 1,
    id: "test.severity",
    version: "1.0.0",
    title,
    provenance,
    scale: { lower: 0, upper: 100 },
    root: "x",
    nodes: {
      x: {
        kind: "indicator",
        title,
        provenance,
        unit: "u",
        source: "statistic",
        normalise: { method: "identity" },
      },
      turned: { kind: "formula", title, provenance, expression: { op: "negate", of: ["x"] } },
    },
    grades: {
      of: "x",
      onFailedCondition: "band-that-fits",
      bands: bands.map((band) => ({ title, ...band })),
      ...more,
    },
  });
const gradesOf = (definition: IndexDefinition, x: readonly number[]) =>
  scoreIndex(definition, { units: x.map((_, row) => `u${row}`), columns: { x: [...x] } }).grades?.map(
    ({ grade }) => grade,
  );

const refusal = (bands: readonly object[]) => {
  try {
    graded(bands);
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return [thrown.code, thrown.path];
    throw thrown;
  }
  return "accepted";
};

describe("bands bounded from above", () => {
  test("the boundary belongs where the definition says", () => {
    const bands = [{ id: "A", upTo: 10 }, { id: "B", upTo: 20 }, { id: "C" }];
    expect(gradesOf(graded(bands), [-5, 9.9, 10, 19, 20, 99])).toEqual(["A", "A", "B", "B", "C", "C"]);
    const included = graded(bands, { boundary: "upper-included" });
    expect(gradesOf(included, [-5, 10, 10.1, 20, 20.1])).toEqual(["A", "A", "B", "B", "C"]);
  });

  test("they grade as bands from below grade the turned value, quotas and ties included", () => {
    const turn = { "lower-included": "upper-included", "upper-included": "lower-included" } as const;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom("lower-included" as const, "upper-included" as const),
        fc.constantFrom("lower" as const, "keep" as const),
        fc.constantFrom("1/4", "1/2", "3/4"),
        (x, boundary, quotaTies, quota) => {
          const less = graded([{ id: "A", upTo: 10, quota }, { id: "B", upTo: 20 }, { id: "C" }], {
            boundary,
            quotaTies,
          });
          const more = graded([{ id: "A", from: -10, quota }, { id: "B", from: -20 }, { id: "C" }], {
            of: "turned",
            boundary: turn[boundary],
            quotaTies,
          });
          expect(gradesOf(less, x)).toEqual(gradesOf(more, x));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("are refused out of order, or mixed with bounds from below", () => {
    expect(refusal([{ id: "A", upTo: 20 }, { id: "B", upTo: 10 }, { id: "C" }])).toEqual([
      "index.bands-not-ascending",
      ["grades", "bands", 1],
    ]);
    expect(refusal([{ id: "A", upTo: 20 }, { id: "B", from: 10 }, { id: "C" }])).toEqual([
      "index.bands-not-ascending",
      ["grades", "bands", 1],
    ]);
    expect(
      refusal([
        { id: "A", upTo: 20 },
        { id: "B", upTo: 30 },
      ]),
    ).toEqual(["index.bands-not-ascending", ["grades", "bands", 1]]);
  });

  test("stand on the page with their sign", () => {
    const page = renderFormulaPage(graded([{ id: "A", upTo: 10 }, { id: "C" }]), { lang: "zh" });
    expect(page).toContain("< 10");
    expect(page).toContain("上限");
  });
});

describe("bands bounded by a quota alone", () => {
  const bands = [{ id: "A", quota: "1/4" }, { id: "B", from: 50 }, { id: "C" }];

  test("take the best, and the rest goes to the band that it reaches", () => {
    expect(gradesOf(graded(bands, { quotaTies: "lower" }), [90, 80, 40, 60])).toEqual(["A", "B", "C", "B"]);
  });

  test("need their quota, and no bound stands above a lesser one", () => {
    expect(refusal([{ id: "A" }, { id: "B", from: 50 }, { id: "C" }])).toEqual([
      "index.bands-not-descending",
      ["grades", "bands", 0],
    ]);
  });
});
