import { describe, expect, test } from "vitest";
import { channels } from "../fixtures/channels.js";
import { aggregates, defineIndex, normalisers, scoreIndex } from "./index.js";

const { title, provenance } = channels;
const head = { formatVersion: 1, id: "catalogue.example", version: "1.0.0", title, provenance };
const scale = { lower: 0, upper: 100 };
const leaf = {
  kind: "indicator",
  title,
  provenance,
  unit: "u",
  source: "statistic",
  normalise: { method: "identity" },
};

describe("the worked example of every method comes out of the engine", () => {
  test.each(Object.entries(normalisers))("%s", (_, { example }) => {
    const nodes = { x: { ...leaf, normalise: example.parameters } };
    const result = scoreIndex(defineIndex({ ...head, scale, root: "x", nodes }), {
      units: ["example"],
      columns: { x: [example.raw] },
    });
    expect(result.nodes["x"]?.values[0]).toBeCloseTo(example.value, 10);
  });

  test.each(Object.entries(aggregates))("%s", (method, { example }) => {
    const ids = example.values.map((_, index) => `x${index}`);
    const children = ids.map((node, index) => ({ node, weight: example.weights[index] }));
    const nodes = {
      ...Object.fromEntries(ids.map((id) => [id, leaf])),
      mean: { kind: "aggregate", title, provenance, method, children, missing: { policy: "propagate" } },
    };
    const result = scoreIndex(defineIndex({ ...head, scale, root: "mean", nodes }), {
      units: ["example"],
      columns: Object.fromEntries(ids.map((id, index) => [id, [example.values[index] ?? null]])),
    });
    expect(result.nodes["mean"]?.values[0]).toBeCloseTo(example.value, 10);
  });
});

describe("goalposts", () => {
  const value = (normalise: object, raw: number) =>
    scoreIndex(defineIndex({ ...head, scale, root: "x", nodes: { x: { ...leaf, normalise } } }), {
      units: ["u"],
      columns: { x: [raw] },
    }).nodes["x"]?.values[0];

  test("direction comes from worst and best alone", () => {
    expect(value({ method: "goalposts", worst: 10, best: 0 }, 4)).toBe(60);
    expect(value({ method: "goalposts", worst: 0, best: 10 }, 4)).toBe(40);
  });

  test("caps act on the side that is named, whichever is the larger number", () => {
    const rising = { method: "goalposts", worst: 0, best: 10 };
    const falling = { method: "goalposts", worst: 10, best: 0 };
    expect(value({ ...rising, cap: "best" }, 12)).toBe(100);
    expect(value({ ...rising, cap: "best" }, -2)).toBe(-20);
    expect(value({ ...rising, cap: "worst" }, 12)).toBe(120);
    expect(value({ ...rising, cap: "worst" }, -2)).toBe(0);
    expect(value({ ...falling, cap: "best" }, -2)).toBe(100);
    expect(value({ ...falling, cap: "best" }, 12)).toBe(-20);
    expect(value({ ...falling, cap: "none" }, -2)).toBe(120);
    expect(value(falling, 12)).toBe(0);
  });

  test("onto maps to a range of its own", () => {
    expect(value({ method: "goalposts", worst: 0, best: 10, onto: { lower: 1, upper: 7 } }, 5)).toBe(4);
  });
});
