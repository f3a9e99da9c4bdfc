import { readFileSync } from "node:fs";
import { explainIndex, type IndexDefinition, type IndexTable, scoreIndex } from "@cxmetrics/index-model";
import { describe, expect, test } from "vitest";
import { undpHdi } from "./undp-hdi.js";
import { undpPhdi } from "./undp-phdi.js";

/** Rows of a panel; two country names stand in quotes because they hold a comma. */
function readPanel(name: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(new URL(`../../fixtures/undp/${name}.csv`, import.meta.url), "utf8");
  const [head = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,"]*))/g)].map((cell) => cell[1] ?? cell[2] ?? ""),
    );
  return rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ""])));
}

function tableOf(definition: IndexDefinition, panel: ReturnType<typeof readPanel>): IndexTable {
  const columns = Object.values(definition.nodes).flatMap((node) =>
    node.kind === "indicator" ? [node.column ?? ""] : [],
  );
  return {
    units: panel.map((row) => `${row["iso3"]} ${row["year"]}`),
    columns: Object.fromEntries(
      columns.map((column) => [
        column,
        Float64Array.from(panel, (row) => (row[column] === "" ? Number.NaN : Number(row[column]))),
      ]),
    ),
  };
}

/** The definition with its root rounded as UNDP publishes it, so that the rounding is the engine's own. */
function published(definition: IndexDefinition): IndexDefinition {
  const { title, provenance, nodes, root } = definition;
  const expression = { op: "round", of: [root], digits: 3, mode: "half-up" } as const;
  return {
    ...definition,
    root: "figure",
    nodes: { ...nodes, figure: { kind: "formula", title, provenance, expression } },
  };
}

describe.each<{ definition: IndexDefinition; panel: string; column: string; rows: number }>([
  { definition: undpHdi, panel: "hdi_2021_22_panel", column: "hdi_published", rows: 5923 },
  { definition: undpPhdi, panel: "phdi_2021_22_panel", column: "phdi_published", rows: 5029 },
])("$definition.id against UNDP, Human Development Report 2021/22", ({ definition, panel, column, rows }) => {
  const data = readPanel(panel);
  const result = scoreIndex(published(definition), tableOf(definition, data));
  const figures = result.nodes["figure"]?.values ?? [];

  test("every row has a value", () => {
    expect(figures).toHaveLength(rows);
    expect(figures).not.toContain(null);
  });

  test("every row is the published figure, with no tolerance", () => {
    const off = data.flatMap((row, index) =>
      figures[index] === Number(row[column])
        ? []
        : [{ unit: result.units[index], ours: figures[index], theirs: row[column] }],
    );
    expect(off).toEqual([]);
  });

  test("caps are recorded where a raw value lies beyond the best goalpost", () => {
    const beyond = data.filter((row) => Number(row["gni_pc_ppp"]) > 75000).length;
    const warning = result.warnings.find(
      ({ code, values }) => code === "index.capped" && values?.["node"] === "GNI",
    );
    expect(beyond).toBeGreaterThan(50);
    expect(warning?.values?.["count"]).toBe(beyond);
  });

  test("a country explains itself: contributions of the three dimensions multiply to its HDI", () => {
    const row = result.units.indexOf("NOR 2021");
    const hdi = explainIndex(result, row).nodes.find((node) => node.id === "HDI");
    const parts = hdi?.parts.map((part) => part.contribution?.value ?? Number.NaN) ?? [];
    expect(Math.exp(parts.reduce((sum, part) => sum + part, 0))).toBeCloseTo(hdi?.value ?? Number.NaN, 12);
    expect(hdi?.value).toBeCloseTo(0.961, 3);
  });
});

test("with the unrounded HDI the published PHDI does not come out: the rounding is part of the definition", () => {
  const data = readPanel("phdi_2021_22_panel");
  const { HDI3: _, PHDI, ...nodes } = undpPhdi.nodes;
  const unrounded: IndexDefinition = {
    ...undpPhdi,
    nodes: { ...nodes, PHDI: { ...PHDI, expression: { op: "multiply", of: ["HDI", "A"] } } },
  };
  const figures = scoreIndex(published(unrounded), tableOf(unrounded, data)).nodes["figure"]?.values ?? [];
  expect(data.filter((row, index) => figures[index] !== Number(row["phdi_published"])).length).toBe(1088);
});
