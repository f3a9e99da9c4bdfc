import { readFileSync } from "node:fs";
import { isCxMetricsError } from "@cxmetrics/definition";
import { faults } from "@cxmetrics/formula";
import {
  defineIndex,
  fitIndex,
  type IndexDefinition,
  type IndexTable,
  parseIndexDefinition,
  scoreIndex,
} from "@cxmetrics/index-model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, literal, openers } from "../../fixtures/databases.js";
import { compileIndexSql } from "./compile-index-sql.js";
import { readIndexColumns } from "./read-index-columns.js";

const stated = (name: string) =>
  readFileSync(new URL(`../../../index-model/fixtures/stated/${name}`, import.meta.url), "utf8");
const { cases } = JSON.parse(stated("stated.json")) as {
  readonly cases: Readonly<Record<string, { readonly fit?: IndexTable; readonly table: IndexTable }>>;
};

let database: Database;
beforeAll(async () => {
  const [first] = openers;
  if (first !== undefined) database = await first[1]();
});
afterAll(() => database.close());

async function store({ units, columns, attributes = {} }: IndexTable): Promise<void> {
  const named = Object.entries({ ...columns, ...attributes });
  const type = (name: string) => (Object.hasOwn(columns, name) ? "DOUBLE PRECISION" : "TEXT");
  await database.run("DROP TABLE IF EXISTS units");
  await database.run(
    `CREATE TABLE units (nth INTEGER, ${named.map(([name]) => `"${name}" ${type(name)}`).join(", ")})`,
  );
  const lines = units.map((_, row) => [row, ...named.map(([, cells]) => literal(cells[row]))].join(", "));
  await database.run(`INSERT INTO units VALUES (${lines.join("), (")})`);
}

/** Holds a node to what memory says of the same table: values to 1e-9, reasons exactly. */
async function compareNode(definition: IndexDefinition, table: IndexTable, id: string): Promise<void> {
  const options = { dialect: database.dialect, table: "units", unit: "nth", nodes: [id] } as const;
  const rows = await database.run(compileIndexSql(definition, options).sql);
  const sorted = [...rows].sort((a, b) => Number(a["cx_unit"]) - Number(b["cx_unit"]));
  const found = readIndexColumns(sorted, [id]).nodes[id];
  const own = scoreIndex(definition, table).nodes[id];
  table.units.forEach((unit, row) => {
    const wanted = own?.values[row] ?? null;
    const said = `${id} of ${unit}`;
    expect(faults[found?.fault[row] ?? 0], said).toBe(wanted === null ? own?.reasons?.[row] : "none");
    if (wanted !== null)
      expect(Math.abs((found?.values[row] ?? 0) - wanted), said).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(wanted)),
      );
  });
}

describe("indices that state their rules, fitted where they need it", () => {
  const kinds = new Set<string>();
  const refused: string[] = [];

  test.each(Object.entries(cases))(
    "%s",
    async (name, { fit, table }) => {
      const document = parseIndexDefinition(stated(`${name}.yaml`));
      const definition = fit ? fitIndex(document, fit) : document;
      await store(table);
      for (const [id, node] of Object.entries(definition.nodes))
        try {
          await compareNode(definition, table, id);
          kinds.add(definition.calibration ? `${node.kind}, calibrated` : node.kind);
        } catch (thrown) {
          if (!isCxMetricsError(thrown)) throw thrown;
          refused.push(`${name} ${id}: ${thrown.code} ${thrown.values["rule"] ?? ""}`.trimEnd());
        }
    },
    120_000,
  );

  test("every kind of row node was among them, and calibrated ones", () => {
    const wanted = [
      "indicator",
      "aggregate",
      "formula",
      "let",
      "points",
      "membership",
      "synthesis",
      "defuzzify",
    ];
    for (const kind of [...wanted, "indicator, calibrated", "aggregate, calibrated", "gate, calibrated"])
      expect([...kinds]).toContain(kind);
  });

  test("the others are refused by name: nodes that read a leaf with more than a number, or look at all units", () => {
    const because = (name: string, rule: string, ids: readonly string[]) =>
      ids.map((id) => `${name} ${id}: ${rule}`);
    const batch = "sql.not-compiled scope: batch";
    // Decimals of ClickHouse round by another rule.
    const unrounded = refused.filter((one) => !one.endsWith("formula.not-in-sql"));
    expect(refused.length > unrounded.length).toBe(database.dialect === "clickhouse");
    expect(unrounded).toEqual([
      ...because("03-environment", batch, ["water", "air"]),
      "03-environment fish: sql.not-compiled fish.appliesTo",
      "03-environment coral: sql.not-compiled coral.appliesTo",
      "03-environment health: sql.not-compiled scope: batch",
      ...because("03-environment", "sql.not-compiled fish.appliesTo", ["sea", "vitality", "index"]),
      ...because("07-points", "sql.not-compiled lift.appliesTo", [
        "lift",
        "place",
        "sheet",
        "taken",
        "before_cap",
        "final",
      ]),
      ...because("08-institutions", "sql.not-compiled crash.appliesTo", ["crash", "score"]),
      ...because("09-means", "index.no-formula", ["duels", "order"]),
      ...because("11-corrections", "sql.not-compiled trust.codes", ["trust", "index"]),
    ]);
  });
});

const provenance = { status: "illustrative", source: "example" } as const;
const title = { en: "Hall", zh: "网点" };
const head = {
  formatVersion: 1,
  id: "example.hall",
  version: "1.0.0",
  title,
  provenance,
  scale: { lower: 0, upper: 100 },
};
const leaf = (more: object = {}) => ({
  kind: "indicator",
  title,
  provenance,
  unit: "points",
  source: "expert",
  normalise: { method: "identity" },
  ...more,
});
const of = (root: string, nodes: object) => defineIndex({ ...head, root, nodes });

describe("what reads more than numbers", () => {
  const gate = (more: object) => ({ kind: "gate", title, provenance, notAssessed: "keep", ...more });
  const table: IndexTable = {
    units: ["a", "b", "c", "d", "e"],
    columns: { hall: [80, 90.5, 70, null, 60], complaints: [0, 3, null, 1, 9] },
    attributes: {
      fraud: ["confirmed", "none", null, "confirmed", "it's unknown"],
      report: ["seen", " ", null, "seen", "x"],
    },
  };
  const statement = { attribute: "fraud", confirmed: ["confirmed"], clear: ["none"] };
  const nodes = {
    hall: leaf(),
    complaints: leaf(),
    shown: leaf({ column: "hall", evidence: { stated: ["report"] } }),
    veto: gate({ of: "hall", when: statement, effect: { do: "set", value: 0 } }),
    open: gate({ of: "hall", when: statement, effect: { do: "cap", at: 65 }, notAssessed: "missing" }),
    many: gate({
      of: "hall",
      when: { compare: ">=", of: ["complaints.raw", 3] },
      effect: { do: "withhold" },
    }),
    less: {
      kind: "deduction",
      title,
      provenance,
      from: "veto",
      items: [{ id: "complaint", title, of: "complaints", each: 2.5, atMost: 10 }],
      limits: { lower: 0 },
    },
    told: {
      kind: "formula",
      title,
      provenance,
      expression: { op: "add", of: ["less", { op: "multiply", of: [10, "veto.statement"] }] },
    },
    root: {
      kind: "points",
      title,
      provenance,
      maximum: 100,
      children: [
        { node: "less", maximum: 60, given: "score" },
        { node: "open", maximum: 40, given: "score" },
      ],
      notApplicable: "prorated",
      missing: { policy: "prorated", minimumAvailable: "1/2" },
      outOfRange: "cap",
    },
  };

  test.each(Object.keys(nodes))("%s", async (id) => {
    await store(table);
    await compareNode(of("root", nodes), table, id);
  });
});

describe("refused with their code", () => {
  const options = { dialect: "duckdb", table: "t", unit: "u" } as const;
  const codeOf = (call: () => unknown) => {
    try {
      call();
    } catch (thrown) {
      return isCxMetricsError(thrown) ? thrown.code : "no problem of ours";
    }
    return "none";
  };
  const minMax = leaf({
    normalise: {
      method: "min-max",
      direction: "more",
      over: "pooled",
      cap: "both",
      whenConstant: "undefined",
    },
  });
  const unfitted = of("ease", { ease: minMax, hall: leaf() });

  test("a method that nobody fitted, and not the nodes beside it", () => {
    expect(codeOf(() => compileIndexSql(unfitted, options))).toBe("index.not-fitted");
    expect(codeOf(() => compileIndexSql(unfitted, { ...options, nodes: ["hall"] }))).toBe("none");
  });
  test("the same method fitted on each table anew", () => {
    const batch = defineIndex({ ...unfitted, scope: "batch" });
    expect(codeOf(() => compileIndexSql(batch, options))).toBe("sql.not-compiled");
  });
  test("a parameter that its reference population could not support", () => {
    const fitted = fitIndex(unfitted, { units: ["a"], columns: { ease: [null], hall: [1] } });
    expect(codeOf(() => compileIndexSql(fitted, options))).toBe("sql.not-compiled");
  });
  test("a node that ranks all units", () => {
    const cohort = parseIndexDefinition(stated("09-means.yaml"));
    expect(codeOf(() => compileIndexSql(cohort, { ...options, nodes: ["order"] }))).toBe("index.no-formula");
  });
  test.each([
    ["appliesTo", { appliesTo: { attribute: "channel", values: ["app"] } }],
    ["codes", { codes: { missing: [99] } }],
    [
      "adjustments",
      {
        adjustments: [{ unit: "a", from: 1, to: 2, reason: title, by: "an editor", provenance }],
      },
    ],
  ])("a leaf with %s", (_, more) => {
    expect(codeOf(() => compileIndexSql(of("hall", { hall: leaf(more) }), options))).toBe("sql.not-compiled");
  });
  test.each([
    [{ nodes: ["nobody"] }, "index.dangling-node"],
    [{ unit: "" }, "sql.bad-name"],
    [{ dialect: "spark" }, "document.not-allowed"],
    [{ columns: { hall: { notApplicable: "x" } } }, "document.missing-key"],
  ])("%j", (more, wanted) => {
    expect(
      codeOf(() => compileIndexSql(of("hall", { hall: leaf() }), { ...options, ...more } as never)),
    ).toBe(wanted);
  });
});
