import { isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channels, channelTable } from "../fixtures/channels.js";
import { randomIndex } from "../fixtures/random-index.js";
import { defineIndex, explainIndex, type IndexDefinition, type IndexTable, scoreIndex } from "./index.js";

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return "no error";
}

describe("the example of four channels, by hand", () => {
  const result = scoreIndex(channels, channelTable);
  const near = (id: string, expected: readonly (number | null)[]) => {
    const { values = [] } = result.nodes[id] ?? {};
    expect(values.map((value) => (value === null ? null : Number(value.toFixed(9))))).toEqual(expected);
  };

  test("leaves", () => {
    near("completion", [80, 100, 60, null]);
    near("ease", [80, 90, null, 50]);
    near("start", [50, null, null, null]);
    near("availability", [70, 100, 20, 55.555555556]);
    near("trust", [80, 90, 100, null]);
  });

  test("means follow their policies", () => {
    // Phone lacks 2/5 of the weight of use and so has 3/5 < 2/3; start applies to the app alone.
    near("use", [80, 96, null, null]);
    near("speed", [65, 100, 20, 55.555555556]);
    near("safety", [71.55417528, 90, 50, null]);
    expect(result.nodes["use"]?.reasons).toEqual([
      null,
      null,
      "insufficient-coverage",
      "insufficient-coverage",
    ]);
    expect(result.nodes["use"]?.coverage).toEqual([1, 1, 0.6, 0.4]);
    expect(result.nodes["speed"]?.coverage).toEqual([1, 1, 1, 1]);
    expect(result.nodes["start"]?.coverage).toEqual([1, null, null, null]);
  });

  test("the formula deducts and tells why a score is lacking", () => {
    near("score", [0.5 * 80 + 0.2 * 65 + 0.3 * 71.55417528 - 2, 0.5 * 96 + 20 + 27, null, null]);
    expect(result.nodes["score"]?.reasons?.[2]).toBe("insufficient-coverage");
  });

  test("caps are recorded in the capped values and counted in one warning each", () => {
    expect(result.nodes["completion"]?.raw).toEqual([86, 97, 77, null]);
    expect(result.nodes["completion"]?.capped).toEqual([86, 95, 77, null]);
    expect(result.nodes["ease"]?.capped).toEqual(result.nodes["ease"]?.raw);
    const capped = result.warnings.filter((warning) => warning.code === "index.capped");
    expect(capped.map((warning) => warning.values)).toEqual([
      { node: "completion", count: 1 },
      { node: "availability", count: 1 },
    ]);
  });

  test("views renormalise global weights inside each group", () => {
    // Global weights: completion .3, ease .2, start .05, availability .15, review .15, trust .15.
    const { enter, act } = result.views["stages"] ?? {};
    expect(act?.values[0]).toBeCloseTo((0.3 * 80 + 0.2 * 80 + 0.15 * 80) / 0.65, 10);
    expect(enter?.values[0]).toBeCloseTo((0.05 * 50 + 0.15 * 70 + 0.15 * 64) / 0.35, 10);
    expect(enter?.values[1]).toBeCloseTo((0.15 * 100 + 0.15 * 90) / 0.3, 10);
    expect(act?.coverage[3]).toBeCloseTo(0.2 / 0.65, 10);
    expect(result.warnings.map((warning) => warning.code)).toContain("index.view-not-canonical");
  });

  test("grades: lowered, as it stands, vetoed, not computable", () => {
    expect(result.grades).toEqual([
      { status: "ok", grade: "B", failed: [], veto: "none" },
      { status: "ok", grade: "A", failed: [], veto: "none" },
      { status: "withheld-by-veto", grade: null, failed: [], veto: "confirmed" },
      { status: "not-computable", grade: null, failed: [], veto: "not-assessed" },
    ]);
  });

  test("the result is plain data and names its definition", () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(result.definition.id).toBe("example.channels");
    expect(result.definition.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe("laws over random trees", () => {
  const scored = ({ definition, table }: { definition: IndexDefinition; table: IndexTable }) =>
    scoreIndex(definition, table).nodes["index"]?.values ?? [];

  test("values are finite and inside the scale, or null with a reason", () => {
    fc.assert(
      fc.property(randomIndex, ({ definition, table }) => {
        const result = scoreIndex(definition, table);
        for (const node of Object.values(result.nodes))
          node.values.forEach((value, row) => {
            if (value === null) expect(node.reasons?.[row]).toBeTruthy();
            else {
              expect(value).toBeGreaterThanOrEqual(0);
              expect(value).toBeLessThanOrEqual(100 + 1e-9);
            }
          });
      }),
    );
  });

  test("scaling all weights of a mean changes nothing", () => {
    fc.assert(
      fc.property(randomIndex, fc.integer({ min: 2, max: 1000 }), ({ definition, table }, factor) => {
        const nodes = Object.fromEntries(
          Object.entries(definition.nodes).map(([id, node]) => [
            id,
            node.kind !== "aggregate"
              ? node
              : {
                  ...node,
                  children: node.children.map(({ node: child, weight = 1 }) => {
                    const [above = "1", below = "1"] = String(weight).split("/");
                    return {
                      node: child,
                      weight:
                        typeof weight === "string" ? `${Number(above) * factor}/${below}` : weight * factor,
                    };
                  }),
                },
          ]),
        );
        const before = scored({ definition, table });
        scored({ definition: { ...definition, nodes }, table }).forEach((value, row) => {
          const other = before[row] ?? null;
          if (value === null || other === null) expect(value).toBe(other);
          else expect(Math.abs(value - other)).toBeLessThan(1e-9);
        });
      }),
    );
  });

  test("units do not look at one another: any order of rows gives the same values", () => {
    fc.assert(
      fc.property(randomIndex, ({ definition, table }) => {
        const turned: IndexTable = {
          units: [...table.units].reverse(),
          columns: Object.fromEntries(
            Object.entries(table.columns).map(([id, cells]) => [id, Array.from(cells).reverse()]),
          ),
        };
        expect([...scored({ definition, table: turned })].reverse()).toEqual(scored({ definition, table }));
      }),
    );
  });

  test("a better raw value never lowers the index", () => {
    fc.assert(
      fc.property(randomIndex, fc.double({ min: 0, max: 50, noNaN: true }), ({ definition, table }, step) => {
        const leaf = definition.nodes["leaf0"];
        if (leaf?.kind !== "indicator" || leaf.normalise.method !== "goalposts") return;
        const sign = leaf.normalise.best > leaf.normalise.worst ? 1 : -1;
        const cells = Array.from(table.columns["leaf0"] ?? [], (cell) =>
          cell === null ? null : cell + sign * step,
        );
        const before = scored({ definition, table });
        const after = scored({
          definition,
          table: { ...table, columns: { ...table.columns, leaf0: cells } },
        });
        after.forEach((value, row) => {
          if (value !== null) expect(value).toBeGreaterThanOrEqual((before[row] ?? 0) - 1e-9);
        });
      }),
    );
  });

  test("typed arrays with NaN and lists with null are the same table", () => {
    fc.assert(
      fc.property(randomIndex, ({ definition, table }) => {
        const columns = Object.fromEntries(
          Object.entries(table.columns).map(([id, cells]) => [
            id,
            Float64Array.from(Array.from(cells, (cell) => cell ?? Number.NaN)),
          ]),
        );
        expect(scoreIndex(definition, { units: table.units, columns })).toEqual(
          scoreIndex(definition, table),
        );
      }),
    );
  });
});

describe("data that cannot support a number", () => {
  test("the most extreme numbers give numbers or reasons, never NaN or an infinity", () => {
    const extreme = fc.constantFrom(
      1e308,
      -1e308,
      Number.MAX_VALUE,
      Number.MIN_VALUE,
      -0,
      0,
      1e-300,
      -1e-300,
      50,
      null,
    );
    const rows = fc.array(extreme, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(rows, (cells) => {
        const ids = Object.keys(channelTable.columns);
        const result = scoreIndex(channels, {
          units: ["u"],
          columns: Object.fromEntries(ids.map((id, index) => [id, [cells[index] ?? null]])),
          attributes: { channel: ["app"], incident: ["none"] },
        });
        const bad = (value: unknown): boolean =>
          typeof value === "number"
            ? !Number.isFinite(value) || Object.is(value, -0)
            : typeof value === "object" && value !== null && Object.values(value).some(bad);
        expect(bad(result.nodes) || bad(result.views) || bad(explainIndex(result, 0))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test("a unit without any data has reasons everywhere, never 0", () => {
    const empty = Object.fromEntries(Object.keys(channelTable.columns).map((id) => [id, [null]]));
    const result = scoreIndex(channels, {
      units: ["Nothing"],
      columns: empty,
      attributes: { channel: ["app"], incident: [null] },
    });
    for (const node of Object.values(result.nodes)) {
      expect(node.values).toEqual([null]);
      expect(node.reasons?.[0]).toBeTruthy();
    }
  });

  test("log-goalposts: a capped 0 is the best; an uncapped 0 has no logarithm", () => {
    const leaf = channels.nodes["start"];
    if (leaf?.kind !== "indicator") throw new Error("fixture");
    const one = (cap: "both" | "none") => {
      const { appliesTo: _, tags: __, ...rest } = leaf;
      const { views: _v, grades: _g, ...head } = channels;
      const start = { ...rest, normalise: { method: "log-goalposts", worst: 8, best: 0.5, cap } };
      return scoreIndex(defineIndex({ ...head, root: "start", nodes: { start } }), {
        units: ["A", "B", "C"],
        columns: { start: [0, -3, 2] },
      }).nodes["start"];
    };
    expect(one("both")?.values.slice(0, 2)).toEqual([100, 100]);
    expect(one("both")?.values[2]).toBeCloseTo(50, 10);
    expect(one("none")?.reasons).toEqual(["logarithm-of-non-positive", "logarithm-of-non-positive", null]);
  });
});

describe("tables that do not fit are refused with a code", () => {
  const { columns, attributes, units } = channelTable;
  test.each<[string, unknown]>([
    ["document.wrong-type", undefined],
    ["document.wrong-type", "table"],
    ["document.unknown-key", { ...channelTable, column: {} }],
    ["table.no-units", { ...channelTable, units: [] }],
    ["table.wrong-shape", { ...channelTable, units: "App" }],
    ["table.bad-unit", { ...channelTable, units: ["App", " ", "Phone", "Kiosk"] }],
    ["table.wrong-shape", { ...channelTable, columns: [] }],
    ["table.missing-column", { ...channelTable, columns: { ...columns, ease: undefined } }],
    ["table.wrong-shape", { ...channelTable, columns: { ...columns, ease: "5555" } }],
    ["table.wrong-shape", { ...channelTable, columns: { ...columns, ease: new Map() } }],
    ["table.wrong-shape", { ...channelTable, columns: { ...columns, ease: { length: 4 } } }],
    ["table.column-length", { ...channelTable, columns: { ...columns, ease: [1, 2] } }],
    ["table.not-a-number", { ...channelTable, columns: { ...columns, ease: [1, 2, "3", 4] } }],
    ["table.not-a-number", { ...channelTable, columns: { ...columns, ease: [1, 2, undefined, 4] } }],
    [
      "table.not-a-number",
      { ...channelTable, columns: { ...columns, ease: [1, 2, Number.POSITIVE_INFINITY, 4] } },
    ],
    ["table.not-a-number", { ...channelTable, columns: { ...columns, ease: [1n, 2, 3, 4] } }],
    ["table.missing-attribute", { units, columns }],
    ["table.missing-attribute", { ...channelTable, attributes: { channel: attributes?.["channel"] } }],
    [
      "table.attribute-not-stated",
      { ...channelTable, attributes: { ...attributes, channel: ["app", null, "web", "web"] } },
    ],
    ["table.column-length", { ...channelTable, periods: ["2024"] }],
  ])("%s", (code, table) => {
    expect(codeOf(() => scoreIndex(channels, table as IndexTable))).toBe(code);
  });

  test("a missing column is told with the nearest name", () => {
    const { ease: _, ...rest } = columns;
    expect(() => scoreIndex(channels, { ...channelTable, columns: { ...rest, Ease: [1, 2, 3, 4] } })).toThrow(
      'Did you mean "Ease"?',
    );
  });

  test("a bad cell is told with its row and unit", () => {
    const bad = { ...channelTable, columns: { ...columns, ease: [1, 2, "n/a" as unknown as number, 4] } };
    expect(() => scoreIndex(channels, bad)).toThrow(/row 2 \(unit "Phone"\).*"n\/a"/);
  });
});

describe("warnings", () => {
  test("values where none belong, units named twice, veto not assessed", () => {
    const result = scoreIndex(channels, {
      ...channelTable,
      units: ["App", "Web", "Web", "Kiosk"],
      columns: { ...channelTable.columns, start: [2, 3, null, null] },
    });
    const found = Object.fromEntries(result.warnings.map((warning) => [warning.code, warning.values]));
    expect(found["index.value-where-not-applicable"]).toEqual({ node: "start", count: 1 });
    expect(found["table.duplicate-units"]).toEqual({ count: 1 });
    expect(found["index.veto-not-assessed"]).toEqual({ count: 1 });
    expect(result.nodes["start"]?.raw?.[1]).toBeNull();
  });

  test("the same name in two periods is no duplicate", () => {
    const result = scoreIndex(channels, {
      ...channelTable,
      units: ["A", "A", "B", "B"],
      periods: ["1", "2", "1", "2"],
    });
    expect(result.warnings.map((warning) => warning.code)).not.toContain("table.duplicate-units");
  });

  test("unreachable nodes, shared nodes, leaves that weigh nothing", () => {
    const { views: _, grades: __, ...head } = channels;
    const use = channels.nodes["use"] as object;
    const mean = (children: unknown) => ({ ...use, children });
    const { ease, completion, trust } = channels.nodes;
    const definition = defineIndex({
      ...head,
      root: "top",
      nodes: {
        ease,
        completion,
        trust,
        low: mean([
          { node: "ease", weight: 1 },
          { node: "completion", weight: 0 },
        ]),
        top: mean([
          { node: "low", weight: 1 },
          { node: "ease", weight: 1 },
        ]),
      },
    });
    const found = Object.fromEntries(
      scoreIndex(definition, {
        units: ["A"],
        columns: { ease: [5], completion_percent: [80], trust: [50] },
      }).warnings.map((warning) => [warning.code, warning.values?.["node"]]),
    );
    expect(found).toEqual({
      "index.unreachable-node": "trust",
      "index.shared-node": "ease",
      "index.zero-weight": "completion",
    });
  });
});
