import { describe, expect, test } from "vitest";
import { index, leaf } from "../../fixtures/one-index.js";
import { explainIndex, scoreCommonLeaves, scoreIndex } from "../index.js";

const on = (...values: string[]) => leaf({ appliesTo: { attribute: "channel", values } });
const definition = index(
  {
    start: on("app"),
    speed: on("app", "web"),
    ease: on("app", "web", "phone"),
    index: {
      kind: "aggregate",
      method: "arithmetic-mean",
      missing: { policy: "renormalise", minimumAvailable: 0.5 },
      children: [
        { node: "start", weight: 2 },
        { node: "speed", weight: 1 },
        { node: "ease", weight: 1 },
      ],
    },
  },
  "index",
);
const table = {
  units: ["App", "Web", "Phone"],
  columns: { start: Float64Array.of(20, Number.NaN, Number.NaN), speed: [90, 80, null], ease: [90, 70, 95] },
  attributes: { channel: ["app", "web", "phone"] },
  periods: ["2026", "2026", "2026"],
};

test("the whole table is left with the one leaf that applies to every unit", () => {
  const { commonLeaves, leftOut, result } = scoreCommonLeaves(definition, table);
  expect(commonLeaves).toEqual(["ease"]);
  expect(leftOut).toEqual({ start: ["Web", "Phone"], speed: ["Phone"] });
  expect(result.nodes["index"]?.values).toEqual([90, 70, 95]);
});

describe("two units", () => {
  const { of, result } = scoreCommonLeaves(definition, table, ["Web", 0]);
  test("in the order asked for, on what both have", () => {
    expect(result.units).toEqual(["Web", "App"]);
    expect(result.nodes["index"]?.values).toEqual([75, 90]);
    // On the leaves of its own the app is behind: 20 for its start weighs half.
    expect(scoreIndex(definition, table).nodes["index"]?.values.slice(0, 2)).toEqual([55, 75]);
  });
  test("the result cites the reduced definition and explains itself", () => {
    expect(of.digest).not.toBe(result.definition.digest);
    expect(explainIndex(result, "App").nodes[0]?.parts.map((part) => part.effectiveWeight)).toEqual([
      0, 0.5, 0.5,
    ]);
  });
});

test("a unit compared with itself keeps its index", () => {
  const { commonLeaves, result } = scoreCommonLeaves(definition, table, ["App"]);
  expect(commonLeaves).toEqual(["start", "speed", "ease"]);
  expect(result.nodes["index"]?.values).toEqual([55]);
});

test.each([[["Wap"]], [[7]], [[undefined]], [[]], ["Web"]])("refused: %j", (units) => {
  expect(() => scoreCommonLeaves(definition, table, units as string[])).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^(index\.unknown-unit|document\.wrong-type)$/) }),
  );
});
