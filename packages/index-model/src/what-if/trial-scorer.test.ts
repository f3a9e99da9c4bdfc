import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { index } from "../../fixtures/one-index.js";
import { type IndexTable, scoreIndex } from "../index.js";
import { trialScorer } from "./trial-scorer.js";

const goalposts = { method: "goalposts", worst: 10, best: 90 };
const leaf = (more: Readonly<Record<string, unknown>> = {}) => ({
  kind: "indicator",
  unit: "1",
  source: "operational",
  normalise: goalposts,
  ...more,
});
const mean = (children: readonly string[], method: string) => ({
  kind: "aggregate",
  method,
  children: children.map((node, k) => ({ node, weight: k + 1 })),
  missing: { policy: "renormalise", minimumAvailable: 0.4 },
});
const nodes = {
  ease: leaf(),
  speed: leaf({ normalise: { method: "log-goalposts", worst: 60, best: 5 } }),
  growth: leaf({ lag: "last", transform: { op: "subtract", of: ["x", "lag"] } }),
  again: leaf({ column: "ease" }),
  office: leaf({ appliesTo: { attribute: "kind", values: ["office"] } }),
  left: mean(["ease", "speed", "growth"], "arithmetic-mean"),
  right: mean(["again", "office", "left"], "geometric-mean"),
  all: mean(["left", "right"], "arithmetic-mean"),
};
const table: IndexTable = {
  units: ["a", "b", "c"],
  columns: {
    ease: [50, 20, null],
    speed: [30, 7, 12],
    growth: [55, 44, 33],
    last: [20, null, 30],
    office: [70, 60, 50],
  },
  attributes: { kind: ["office", "shop", "office"] },
};
const definition = index(nodes, "all");

describe("trials by formula", () => {
  const value = fc.double({ min: -5, max: 110, noNaN: true });
  const trial = fc.dictionary(fc.constantFrom("ease", "speed", "growth", "last", "office"), value);

  test("score what scoreIndex scores, to the last bit, in any number and one call after another", () => {
    const scorers = [0, 1, 2].map((row) => trialScorer(definition, table, row, "all"));
    fc.assert(
      fc.property(
        fc.nat({ max: 2 }),
        fc.array(trial, { minLength: 1, maxLength: 6 }),
        trial,
        (row, trials, common) => {
          const found = scorers[row]?.(
            trials.map((own) => new Map(Object.entries(own))),
            new Map(Object.entries(common)),
          );
          const expected = trials.map((own) => {
            const moved = { ...common, ...own };
            const columns = Object.entries(table.columns).map(([name, cells]) => [
              name,
              Array.from(cells, (cell, at) => (at === row ? (moved[name] ?? cell) : cell)),
            ]);
            return scoreIndex(definition, { ...table, columns: Object.fromEntries(columns) }).nodes["all"]
              ?.values[row];
          });
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("take more room when more trials come", () => {
    const score = trialScorer(definition, table, 0, "left");
    const many = Array.from({ length: 300 }, (_, k) => new Map([["ease", k / 3]]));
    const whole = score?.(many);
    expect(many.map((one) => score?.([one])[0])).toEqual(whole);
    expect(new Set(whole).size).toBeGreaterThan(200);
  });

  test("are left to the table where cells are read by meaning, or nodes are more than formulas", () => {
    const coded = index({ ...nodes, ease: leaf({ codes: { missing: [99] } }) }, "all");
    expect(trialScorer(coded, table, 0, "all")).toBeUndefined();
    const ranked = { method: "rank", direction: "more", one: "best", ties: "average", over: "pooled" };
    const sideways = index({ ...nodes, ease: leaf({ normalise: ranked }) }, "all", { scope: "batch" });
    expect(trialScorer(sideways, table, 0, "all")).toBeUndefined();
  });
});
