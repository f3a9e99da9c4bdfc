import { describe, expect, test } from "vitest";
import { channels } from "../fixtures/channels.js";
import {
  aggregates,
  defineIndex,
  fitIndex,
  type IndexTable,
  imputations,
  normalisers,
  scoreIndex,
  treatments,
} from "./index.js";

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
  const definitionOf = (more: object) => ({ ...head, scale, root: "x", nodes: { x: { ...leaf, ...more } } });
  const tableOf = (cells: readonly (number | null)[], more: Partial<IndexTable> = {}) => ({
    units: cells.map((_, row) => `unit ${row}`),
    ...more,
    columns: { x: cells, ...more.columns },
  });
  const near = (found: ArrayLike<number | null> | undefined, expected: readonly (number | null)[]) => {
    expect(found?.length).toBe(expected.length);
    expected.forEach((value, row) => {
      if (value === null) expect(found?.[row]).toBeNull();
      else expect(found?.[row]).toBeCloseTo(value, 10);
    });
  };

  test.each(Object.entries(normalisers))("normaliser %s", (_, { kind, example }) => {
    const definition = defineIndex(definitionOf({ normalise: example.parameters }));
    const { units, periods, columns } = example;
    const beside = JSON.parse(JSON.stringify({ units, periods }));
    const reference = tableOf(example.reference ?? [], beside);
    if (kind === "cohort") {
      const { values } = scoreIndex(definition, reference).nodes["x"] ?? {};
      const row = example.reference?.indexOf(example.raw) ?? -1;
      near([values?.[row] ?? null], [example.value]);
      return;
    }
    const ready = kind === "fit" ? fitIndex(definition, reference) : definition;
    near(scoreIndex(ready, tableOf([example.raw], columns && { columns })).nodes["x"]?.values, [
      example.value,
    ]);
  });

  test.each(Object.entries(treatments))("treatment %s", (_, { kind, example }) => {
    const definition = defineIndex(definitionOf({ treat: example.parameters }));
    const ready = kind === "fit" ? fitIndex(definition, tableOf(example.reference ?? [])) : definition;
    const node = scoreIndex(ready, tableOf([example.raw])).nodes["x"];
    near(node?.treated, [example.value]);
    near(node?.values, [example.value]);
  });

  test.each(Object.entries(imputations))("imputation %s", (_, { kind, example }) => {
    const { parameters, raw, value, ...more } = example;
    const definition = defineIndex(definitionOf({ impute: parameters }));
    const table = tableOf(raw, JSON.parse(JSON.stringify(more)));
    const node = scoreIndex(kind === "fit" ? fitIndex(definition, table) : definition, table).nodes["x"];
    near(node?.imputed, value);
    near(node?.values, value);
  });

  test.each(Object.entries(aggregates))("%s", (method, { example }) => {
    const ids = example.values.map((_, index) => `x${index}`);
    const children = ids.map((node, index) => ({
      node,
      ...(example.weights ? { weight: example.weights[index] } : {}),
    }));
    const nodes = {
      ...Object.fromEntries(ids.map((id) => [id, leaf])),
      mean: {
        kind: "aggregate",
        title,
        provenance,
        method,
        children,
        missing: { policy: "propagate" },
        ...example.parameters,
      },
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
