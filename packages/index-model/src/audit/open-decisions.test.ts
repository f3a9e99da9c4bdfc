import { describe, expect, test } from "vitest";
import { index, leaf } from "../../fixtures/one-index.js";
import { auditIndex, fitIndex, scoreIndex } from "../index.js";
import { openDecisions } from "./open-decisions.js";

const table = {
  units: ["App", "Web", "Phone", "Branch"],
  columns: { a: [3, 9, 4, 7], b: [20, 11, 5, 13], c: [1, 8, 2, 2] },
};
const minMax = (direction: string, cap: string) => ({
  method: "min-max",
  direction,
  over: "pooled",
  cap,
  whenConstant: "undefined",
  onto: { lower: 1, upper: 11 },
});
const zScore = (direction: string) => ({
  method: "z-score",
  direction,
  over: "pooled",
  deviation: "sample",
  center: 100,
  spread: 10,
});
const root = (more: object) => ({
  kind: "aggregate",
  method: "arithmetic-mean",
  missing: { policy: "propagate" },
  children: ["a", "b", "c"].map((node) => ({ node })),
  ...more,
});

describe("openDecisions", () => {
  test.each(["more", "less"])(
    "scores any table as the fitted definition does (%s is better)",
    (direction) => {
      const definition = index(
        {
          a: leaf({ normalise: minMax(direction, "both") }),
          b: leaf({ normalise: zScore(direction) }),
          c: leaf({ normalise: minMax(direction, "none") }),
          root: root({ weighting: { method: "entropy", over: "pooled" } }),
        },
        "root",
      );
      // Entropy takes no negative values; z-scores around 100 have none.
      const fitted = fitIndex(definition, table);
      const open = openDecisions(fitted);
      expect(open.calibration).toBeUndefined();
      const other = { units: ["x", "y"], columns: { a: [1, 12], b: [7, 30], c: [0, 5] } };
      for (const data of [table, other]) {
        const [before, after] = [
          scoreIndex(fitted, data).nodes["root"],
          scoreIndex(open, data).nodes["root"],
        ];
        before?.values.forEach((value, row) => {
          expect(after?.values[row]).toBeCloseTo(value ?? Number.NaN, 10);
        });
      }
    },
  );

  test("frees weights from the sum that they must have", () => {
    const children = ["a", "b", "c"].map((node) => ({ node, weight: "1/3" }));
    const definition = index(
      { a: leaf(), b: leaf(), c: leaf(), root: root({ children, mustSum: 1 }) },
      "root",
    );
    expect(openDecisions(definition).nodes["root"]).toEqual({
      ...definition.nodes["root"],
      mustSum: undefined,
    });
    const { robustness } = auditIndex(definition, table, {
      seed: 1,
      draws: 100,
      criteria: ["robustness"],
    }).sections;
    expect(robustness?.values?.factors.slice(0, 3)).toEqual([
      "weight of a in root",
      "weight of b in root",
      "weight of c in root",
    ]);
  });
});

test("rank shifts have the share that geometry gives", () => {
  const children = ["a", "b"].map((node) => ({ node, weight: 1 }));
  const definition = index({ a: leaf(), b: leaf(), root: root({ children }) }, "root");
  const factors = ["a", "b"].map((node) => ({
    id: node,
    path: `nodes.root.children.${node}.weight`,
    range: { kind: "uniform" as const, lower: 0.75, upper: 1.25 },
  }));
  const { robustness } = auditIndex(
    definition,
    { units: ["x", "y"], columns: { a: [60, 40], b: [40, 62] } },
    { seed: 11, draws: 20_000, criteria: ["robustness"], factors },
  ).sections;
  // x is ahead where 20 w_a > 22 w_b: a triangle with the legs 1.25/1.1 − 0.75 and 1.25 − 1.1 · 0.75 in a square of 0.5 by 0.5.
  const share = ((1.25 / 1.1 - 0.75) * (1.25 - 1.1 * 0.75)) / 2 / 0.25;
  const error = Math.sqrt((share * (1 - share)) / 20_000);
  expect(Math.abs((robustness?.values?.meanRankShift ?? 9) - share)).toBeLessThan(4 * error);
});
