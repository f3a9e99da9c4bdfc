import { describe, expect, test } from "vitest";
import { defineIndex, explainIndex, fitIndex, type IndexTable, renderFormula, scoreIndex } from "../index.js";

const provenance = { status: "illustrative", source: "test" } as const;
const title = { en: "T", zh: "题" };
const leaf = {
  kind: "indicator",
  title,
  provenance,
  unit: "u",
  source: "statistic",
  normalise: { method: "identity" },
};

function over(algorithm: object, children: readonly object[], more: object = {}) {
  return defineIndex({
    formatVersion: 1,
    id: "test.cohort",
    version: "1.0.0",
    title,
    provenance,
    scale: { lower: 0, upper: 100 },
    root: "all",
    nodes: { a: leaf, b: leaf, all: { kind: "cohort", title, provenance, algorithm, children } },
    ...more,
  });
}
const table: IndexTable = { units: ["u", "v", "w", "x"], columns: { a: [2, 10, 6, null], b: [9, 1, 5, 3] } };
const both = [
  { node: "a", weight: 3 },
  { node: "b", weight: 1 },
];

describe("cohort nodes", () => {
  test("ranks look at all units, and the result says so", () => {
    const definition = over({ method: "rank", ties: "average" }, [{ node: "a" }]);
    const result = scoreIndex(definition, {
      units: ["u", "v", "w", "x"],
      columns: { a: [7, 9, 7, null], b: [0, 0, 0, 0] },
    });
    expect(result.nodes["all"]?.values).toEqual([2.5, 1, 2.5, null]);
    expect(result.nodes["all"]?.reasons).toEqual([null, null, null, "missing"]);
    expect(result.nodes["all"]?.trace?.["tied"]).toBe(2);
    expect(result.comparable).toBe(false);
    const prose = explainIndex(result, 0).nodes[0]?.steps?.zh;
    expect(prose).toContain("名次");
    expect(renderFormula(definition, "all", "prose", { lang: "zh" })).toContain("名次");
  });

  test("Borda points with weights", () => {
    const result = scoreIndex(over({ method: "borda" }, both), table);
    expect(result.nodes["all"]?.values.slice(0, 3)).toEqual([0.5, 1.5, 1]);
  });

  test("TOPSIS is fitted once and then scores one unit by itself", () => {
    const definition = over({ method: "topsis", normalisation: "min-max" }, both);
    const calibrated = fitIndex(definition, table);
    const batch = scoreIndex(calibrated, table);
    // By hand: (0,1), (1,0), (½,½) with weights ¾ and ¼.
    expect(batch.nodes["all"]?.values).toEqual([0.25, 0.75, 0.5, null]);
    expect(batch.comparable).toBe(true);
    const one = scoreIndex(calibrated, { units: ["w"], columns: { a: [6], b: [5] } });
    expect(one.nodes["all"]?.values).toEqual([0.5]);
    expect(renderFormula(calibrated, "all", "text")).toContain("all = ");
    const own = scoreIndex(
      over({ method: "topsis", normalisation: "min-max" }, both, { scope: "batch" }),
      table,
    );
    expect(own.nodes["all"]?.values).toEqual(batch.nodes["all"]?.values);
    expect(own.comparable).toBe(false);
  });

  test("data that carry no order give no value and a warning", () => {
    const definition = over({ method: "topsis", normalisation: "min-max" }, both);
    const calibrated = fitIndex(definition, { units: ["u", "v"], columns: { a: [1, 1], b: [2, 3] } });
    const result = scoreIndex(calibrated, table);
    expect(result.nodes["all"]?.values).toEqual([null, null, null, null]);
    expect(result.warnings.map(({ code }) => code)).toContain("index.not-fitted-node");
  });

  test("a ranking of the definition ranks rounded or unrounded scores", () => {
    const ranking = { of: "b", order: "descending", ties: "minimum" };
    const near = { ...table, columns: { a: [1, 1, 1, 1], b: [71.4, 71.1, 65, null] } };
    const ranks = (more: object) =>
      scoreIndex(over({ method: "rank" }, [{ node: "a" }], { ranking: { ...ranking, ...more } }), near).ranks;
    expect(ranks({})).toEqual([1, 2, 3, null]);
    expect(ranks({ rounded: 0 })).toEqual([1, 1, 3, null]);
  });
});

test("bounds tell how far the missing values leave a score open", () => {
  const whole = (missing: object) => ({
    kind: "aggregate",
    title,
    provenance,
    method: "arithmetic-mean",
    children: both,
    missing,
  });
  const definition = defineIndex({
    ...over({ method: "rank" }, [{ node: "a" }]),
    root: "top",
    nodes: {
      a: leaf,
      b: leaf,
      all: whole({ policy: "bounds" }),
      top: { kind: "formula", title, provenance, expression: { op: "subtract", of: [100, "all"] } },
    },
  });
  const { nodes } = scoreIndex(definition, { units: ["u", "v"], columns: { a: [40, 40], b: [20, null] } });
  expect(nodes["all"]?.values).toEqual([35, null]);
  expect(nodes["all"]?.bounds).toEqual({ lower: [35, 30], upper: [35, 55] });
  expect(nodes["top"]?.bounds).toEqual({ lower: [65, 45], upper: [65, 70] });
});
