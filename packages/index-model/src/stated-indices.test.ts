import { readFileSync } from "node:fs";
import { isCxMetricsError } from "@cxmetrics/definition";
import { describe, expect, test } from "vitest";
import { odd } from "../fixtures/stated/odd.js";
import {
  dropOne,
  explainIndex,
  fitIndex,
  type IndexResult,
  type IndexTable,
  parseIndexDefinition,
  renderFormulaPage,
  scoreIndex,
} from "./index.js";
import { IndexDefinitionSchema } from "./schema.js";

// Indices stated in YAML by someone who did not write the engine; figures from fixtures/stated/stated.py, and published.py for
// indices after published ones, which do not read the YAML. Tolerance 1e-10, relative to values above 1.
type Numbers = readonly (number | null)[];
interface Stated {
  readonly fit?: IndexTable;
  readonly table: IndexTable;
  readonly nodes: Readonly<Record<string, Numbers>>;
  readonly outputs?: Readonly<Record<string, Readonly<Record<string, Numbers>>>>;
  readonly memberships?: Readonly<Record<string, Readonly<Record<string, Numbers>>>>;
  readonly rollups?: Readonly<Record<string, Readonly<Record<string, Numbers>>>>;
  readonly ranks?: Numbers;
  readonly grades?: readonly (string | null)[];
  readonly vetoes?: readonly string[];
  readonly reasons?: Readonly<Record<string, readonly (string | null)[]>>;
}
const read = (name: string) => readFileSync(new URL(`../fixtures/stated/${name}`, import.meta.url), "utf8");
const casesOf = (name: string) =>
  (JSON.parse(read(name)) as { readonly cases: Readonly<Record<string, Stated>> }).cases;
const cases = { ...casesOf("stated.json"), ...casesOf("published.json") };

const near = (found: Numbers | undefined, wanted: Numbers, what: string): void => {
  expect(found?.length, what).toBe(wanted.length);
  wanted.forEach((value, row) => {
    const own = found?.[row] ?? null;
    if (value === null || own === null) expect(own, `${what}, row ${row}`).toBe(value);
    else
      expect(Math.abs(own - value), `${what}, row ${row}: ${own} for ${value}`).toBeLessThanOrEqual(
        1e-10 * Math.max(1, Math.abs(value)),
      );
  });
};

function held(result: IndexResult, stated: Stated): void {
  expect(Object.keys(result.nodes).toSorted()).toEqual(Object.keys(stated.nodes).toSorted());
  for (const [id, values] of Object.entries(stated.nodes)) near(result.nodes[id]?.values, values, id);
  for (const [id, outputs] of Object.entries(stated.outputs ?? {}))
    for (const [name, values] of Object.entries(outputs))
      near(result.nodes[id]?.outputs?.[name], values, `${id}.${name}`);
  for (const [id, grades] of Object.entries(stated.memberships ?? {}))
    for (const [name, values] of Object.entries(grades))
      near(result.nodes[id]?.memberships?.[name], values, `${id}.${name}`);
  for (const [id, nodes] of Object.entries(stated.rollups ?? {}))
    for (const [name, values] of Object.entries(nodes))
      near(result.rollups?.[id]?.nodes[name]?.values, values, `${id}/${name}`);
  if (stated.ranks) expect(result.ranks).toEqual(stated.ranks);
  if (stated.grades) expect(result.grades?.map((grade) => grade.grade)).toEqual(stated.grades);
  if (stated.vetoes) expect(result.grades?.map((grade) => grade.veto)).toEqual(stated.vetoes);
  for (const [id, reasons] of Object.entries(stated.reasons ?? {}))
    expect(result.nodes[id]?.reasons).toEqual(reasons);
}

describe.each(Object.entries(cases))("%s", (name, stated) => {
  const definition = parseIndexDefinition(read(`${name}.yaml`));
  const whole = stated.fit ? fitIndex(definition, stated.fit) : definition;

  test("every node is what the independent script says", () => held(scoreIndex(whole, stated.table), stated));

  test("a fitted definition scores the same one unit at a time, and after a round trip", () => {
    if (!stated.fit) return;
    const again = parseIndexDefinition(JSON.stringify(whole));
    stated.table.units.forEach((unit, row) => {
      const only = <T>(lists: Readonly<Record<string, ArrayLike<T>>> | undefined) =>
        Object.fromEntries(Object.entries(lists ?? {}).map(([key, list]) => [key, [list[row] as T]]));
      const { columns, attributes, periods } = stated.table;
      const table = {
        units: [unit],
        columns: only(columns),
        attributes: only(attributes),
        ...(periods ? { periods: [periods[row] as string] } : {}),
      };
      const alone = scoreIndex(again, table);
      for (const [id, values] of Object.entries(stated.nodes))
        near(alone.nodes[id]?.values, [values[row] ?? null], `${unit}: ${id}`);
    });
  });

  test("every unit explains itself, and leaving indicators out one by one never fails", () => {
    const result = scoreIndex(whole, stated.table);
    stated.table.units.forEach((_, row) => {
      expect(explainIndex(result, row).nodes.length).toBeGreaterThan(0);
    });
    const { indicators } = dropOne(whole, stated.table);
    expect(Object.keys(indicators).length).toBeGreaterThan(0);
  });

  test("schema and page take it", () => {
    expect(IndexDefinitionSchema.safeParse(whole).success).toBe(true);
    for (const lang of ["en", "zh"] as const)
      expect(renderFormulaPage(whole, { lang })).not.toMatch(/undefined\b(?! )|NaN|\[object/);
  });
});

describe("a mistake is told with code, path and remedy in both languages", () => {
  test.each(odd)("%s", (_name, document, code, path, near) => {
    let told: unknown;
    try {
      parseIndexDefinition(document);
    } catch (thrown) {
      told = thrown;
    }
    if (!isCxMetricsError(told)) throw new Error(`accepted, or no error of ours: ${String(told)}`);
    expect([told.code, told.path]).toEqual([code, path]);
    const { en, zh } = told.messages;
    expect(en).toMatch(/[.!] [A-Z].*\.$|\.$/);
    expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    for (const text of [en, zh]) expect(text).not.toMatch(/\{\w+\}|undefined|\[object/);
    expect(en.length).toBeLessThan(800);
    if (near !== undefined) {
      expect(en).toContain(`Did you mean "${near}"?`);
      expect(zh).toContain(`是否想写“${near}”？`);
    }
  });
});

const provenance = { status: "illustrative", source: "made up" } as const;
const title = { en: "t", zh: "题" };
const head = { formatVersion: 1, version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 } };
const leaf = (more = {}) => ({
  kind: "indicator",
  title,
  provenance,
  unit: "%",
  source: "survey",
  normalise: { method: "identity" },
  ...more,
});

test.each([
  ["formula", (below: string) => ({ expression: { op: "add", of: [below, 1] } }), 1005],
  [
    "rescale",
    (below: string) => ({ of: below, normalise: { method: "goalposts", worst: 0, best: 99.9, cap: "none" } }),
    5 * (100 / 99.9) ** 1000,
  ],
] as const)("a chain of 1,000 nodes of kind %s", (kind, more, wanted) => {
  const chain = Array.from({ length: 1000 }, (_, i) => [
    `n${i + 1}`,
    { kind, title, provenance, ...more(`n${i}`) },
  ]);
  const nodes = { n0: leaf(), ...Object.fromEntries(chain) };
  const definition = parseIndexDefinition({ ...head, id: "stated.chain", root: "n1000", nodes });
  near(
    scoreIndex(definition, { units: ["u"], columns: { n0: [5] } }).nodes["n1000"]?.values,
    [wanted],
    "n1000",
  );
});

describe("rescaling", () => {
  const rescaled = (normalise: object, more = {}) =>
    parseIndexDefinition({
      ...head,
      id: "stated.rescale",
      root: "r",
      nodes: { a: leaf(), r: { kind: "rescale", title, provenance, of: "a", normalise, ...more } },
    });
  const table = { units: ["u", "v", "w", "x"], columns: { a: [3, 7, null, 11] } };
  const minMax = {
    method: "min-max",
    direction: "more",
    over: "pooled",
    cap: "worst",
    whenConstant: "undefined",
  };

  test("a unit without a value stays without one and does not enter the reference", () => {
    const fitted = fitIndex(rescaled(minMax), table);
    expect(fitted.calibration?.nodes["r"]).toEqual({
      n: { normalise: 3 },
      normalise: { minimum: 3, maximum: 11 },
    });
    const { r } = scoreIndex(fitted, { units: ["p", "q", "s"], columns: { a: [1, 13, null] } }).nodes;
    expect(r?.values).toEqual([0, 125, null]);
    expect(r?.reasons).toEqual([null, null, "missing"]);
    expect(r?.capped).toEqual([3, 13, null]);
  });

  test("refused unfitted; a constant reference gives no value, and says so", () => {
    expect(() => scoreIndex(rescaled(minMax), table)).toThrow(
      expect.objectContaining({ code: "index.not-fitted" }),
    );
    const result = scoreIndex(
      fitIndex(rescaled(minMax), { units: ["u", "v"], columns: { a: [4, 4] } }),
      table,
    );
    expect(result.nodes["r"]?.values).toEqual([null, null, null, null]);
    expect(result.warnings.map((warning) => warning.code)).toContain("index.constant-reference");
  });

  test("ranks look at all units, so that the result is not comparable", () => {
    const rank = { method: "rank", direction: "more", one: "best", ties: "minimum", over: "pooled" };
    const result = scoreIndex(rescaled(rank), table);
    expect([result.nodes["r"]?.values, result.comparable]).toEqual([[3, 2, null, 1], false]);
  });

  test("each period by itself", () => {
    const byPeriod = scoreIndex(rescaled({ ...minMax, over: "each-period" }), {
      units: ["u", "v", "u", "v", "w"],
      columns: { a: [3, 7, 20, 10, 15] },
      periods: ["1", "1", "2", "2", "2"],
    });
    expect(byPeriod.nodes["r"]?.values).toEqual([0, 100, 100, 0, 50]);
  });
});

describe("documented adjustments and codes", () => {
  const adjusted = (adjustments: readonly object[], more = {}) =>
    parseIndexDefinition({
      ...head,
      id: "stated.adjusted",
      root: "a",
      nodes: {
        a: leaf({
          codes: { refused: [98], notApplicable: [99] },
          adjustments: adjustments.map((one) => ({ unit: "u", reason: title, by: "us", provenance, ...one })),
          ...more,
        }),
      },
    });
  const score = (definition: ReturnType<typeof adjusted>, value: number | null, attributes = {}) =>
    scoreIndex(definition, { units: ["u"], columns: { a: [value] }, attributes });

  test.each([
    [98, 98, 6, 6, null],
    [98, null, 6, 6, null],
    [99, 99, 6, 6, null],
    [98, 97, 6, null, "missing"],
    [5, 5, 99, null, "not-applicable"],
    [5, 5, 98, null, "missing"],
    [5, 5, null, null, "missing"],
    [null, 0, 6, null, "missing"],
  ])("the table holds %j; from %j to %j: %j, %j", (held, from, to, wanted, reason) => {
    const { a } = score(adjusted([{ from, to }]), held).nodes;
    expect([a?.values[0], a?.reasons?.[0] ?? null]).toEqual([wanted, reason]);
  });

  test("no correction makes an indicator apply to a unit that it does not apply to", () => {
    const definition = adjusted([{ from: null, to: 6 }], {
      appliesTo: { attribute: "channel", values: ["app"] },
    });
    const result = score(definition, null, { channel: ["web"] });
    expect(result.nodes["a"]?.reasons).toEqual(["not-applicable"]);
    expect(result.warnings.map((warning) => warning.code)).toContain("index.adjustment-not-made");
  });
});
