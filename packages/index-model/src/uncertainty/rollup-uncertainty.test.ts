import { describe, expect, test } from "vitest";
import { provenance, title } from "../../fixtures/one-index.js";
import { defineIndex, propagateUncertainty } from "../index.js";

const leaf = {
  kind: "indicator",
  title,
  provenance,
  unit: "%",
  source: "survey",
  normalise: { method: "identity" },
};
const rollup = (more: object = {}) => ({
  title,
  provenance,
  by: "bank",
  method: "arithmetic-mean",
  weights: { method: "column", column: "customers" },
  missing: { policy: "renormalise", minimumAvailable: "1/4" },
  ...more,
});
const uncertain = (rollups: object, more: object = {}) =>
  propagateUncertainty(
    defineIndex({
      formatVersion: 1,
      id: "test.rollup",
      version: "1.0.0",
      title,
      provenance,
      scale: { lower: 0, upper: 100 },
      root: "x",
      nodes: { x: leaf },
      rollups,
      ...more,
    }),
    {
      table: {
        units: ["a", "b", "c", "d"],
        columns: { x: [60, 80, 50, null], customers: [3, 1, 2, 5] },
        attributes: { bank: ["X", "X", "Y", "Y"], land: ["L", "L", "L", "L"] },
      },
      estimates: { x: [4, 3, 2, 1].map((standardError) => ({ standardError, inference: "sample" })) },
      independent: true,
    },
  );

describe("errors of gathered units", () => {
  // By hand: X = (3·60 + 80)/4 = 65, SE = √((3·4)² + 3²)/4 = √153/4; d has no value, so Y is c alone.
  test("a weighted mean of independent members", () => {
    const { rollups } = uncertain({ banks: rollup() });
    const [x, y] = rollups?.["banks"]?.["x"] ?? [];
    if (x?.status !== "ok" || y?.status !== "ok") throw new Error("no error");
    expect(x.value).toBe(65);
    expect(x.standardError).toBeCloseTo(Math.sqrt(153) / 4, 12);
    expect(x.interval.upper).toBeCloseTo(65 + (1.959963984540054 * Math.sqrt(153)) / 4, 9);
    expect([y.value, y.standardError]).toEqual([50, 2]);
  });

  test("levels compose", () => {
    const { rollups } = uncertain({
      banks: rollup(),
      lands: rollup({ by: "land", from: "banks", weights: { method: "equal" } }),
    });
    const [land] = rollups?.["lands"]?.["x"] ?? [];
    if (land?.status !== "ok") throw new Error("no error");
    expect(land.standardError).toBeCloseTo(Math.sqrt(153 / 16 + 4) / 2, 12);
  });

  test("other ways of gathering, and grades, are refused by name", () => {
    const grades = { of: "x", onFailedCondition: "band-that-fits", bands: [{ id: "A", title }] };
    const told = uncertain({ banks: rollup({ method: "minimum" }) }, { grades });
    expect(
      told.rollups?.["banks"]?.["x"]?.map((one) => one.status === "not-computable" && one.reason),
    ).toEqual(["rollup-method-not-carried", "rollup-method-not-carried"]);
    expect(told.grades?.reason).toBe("grades-not-carried");
    expect(told.grades?.message.zh).toMatch(/。$/);
  });
});
