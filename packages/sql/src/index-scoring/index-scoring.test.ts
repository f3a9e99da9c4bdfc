import { type IndexDefinition, scoreIndexColumns } from "@cxmetrics/index-model";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { randomIndex } from "../../../index-model/fixtures/random-index.js";
import { type Database, literal, openDuckDb, openPostgres } from "../../fixtures/databases.js";
import { compileIndexSql } from "./compile-index-sql.js";
import { readIndexColumns } from "./read-index-columns.js";

describe.each([
  ["DuckDB", openDuckDb, 60],
  ["PostgreSQL", openPostgres, 40],
] as const)("%s scores an index", (_, open, numRuns) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test("any tree of means with missing cells: values to 1e-12, faults exactly", async () => {
    await fc.assert(
      fc.asyncProperty(randomIndex, async ({ definition, table }) => {
        const names = Object.keys(table.columns);
        const quoted = names.map((name) => `"${name} ""x""" DOUBLE PRECISION`).join(", ");
        await database.run("DROP TABLE IF EXISTS units");
        await database.run(`CREATE TABLE units (nth INTEGER, ${quoted})`);
        const cell = (name: string, row: number) => literal(table.columns[name]?.[row] ?? null);
        const lines = table.units.map(
          (__, row) => `(${[row, ...names.map((name) => cell(name, row))].join(", ")})`,
        );
        await database.run(`INSERT INTO units VALUES ${lines.join(", ")}`);
        const nodes = Object.keys(definition.nodes);
        const columns = Object.fromEntries(names.map((name) => [name, `${name} "x"`]));
        const options = { dialect: database.dialect, table: "units", unit: "nth", columns, nodes } as const;
        const { sql } = compileIndexSql(definition, options);
        const rows = await database.run(sql);
        const found = readIndexColumns(
          [...rows].sort((a, b) => Number(a["cx_unit"]) - Number(b["cx_unit"])),
          nodes,
        );
        const typed = Object.fromEntries(
          names.map((name) => [
            name,
            Float64Array.from(table.units, (__, row) => table.columns[name]?.[row] ?? Number.NaN),
          ]),
        );
        const memory = scoreIndexColumns(
          definition,
          { length: table.units.length, columns: typed },
          { nodes },
        );
        for (const id of nodes) {
          const [own, other] = [found.nodes[id], memory.nodes[id]];
          expect(own?.fault, id).toEqual(other?.fault);
          own?.values.forEach((value, row) => {
            const wanted = other?.fault[row] === 0 ? (other.values[row] ?? 0) : 0;
            expect(Math.abs(value - wanted), id).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
          });
        }
      }),
      { numRuns },
    );
  });
});

describe("what is not a row method is refused by name", () => {
  const provenance = { status: "illustrative", source: "example" } as const;
  const title = { en: "Ease", zh: "易用" };
  const leaf = (more: object) => ({
    kind: "indicator",
    title,
    provenance,
    unit: "%",
    source: "survey",
    ...more,
  });
  const definition = (ease: object, more: object = {}) =>
    ({
      formatVersion: 1,
      id: "example.ease",
      version: "1.0.0",
      title,
      provenance,
      scale: { lower: 0, upper: 100 },
      root: "ease",
      nodes: { ease },
      ...more,
    }) as unknown as IndexDefinition;
  const options = { dialect: "duckdb", table: "t", unit: "u" } as const;
  const goalposts = { method: "goalposts", worst: 50, best: 95 };

  test("a method that nobody fitted", () => {
    const ease = leaf({ normalise: { method: "min-max", direction: "higher-is-better", cap: "none" } });
    expect(() => compileIndexSql(definition(ease), options)).toThrow(
      expect.objectContaining({ name: "CxMetricsError" }),
    );
  });
  test("a leaf that applies to some units only", () => {
    const ease = leaf({ normalise: goalposts, appliesTo: { attribute: "channel", values: ["app"] } });
    expect(() => compileIndexSql(definition(ease), options)).toThrow();
  });
  test("a name without letters", () => {
    expect(() =>
      compileIndexSql(definition(leaf({ normalise: goalposts })), { ...options, unit: "" }),
    ).toThrow(expect.objectContaining({ code: "sql.bad-name" }));
  });
});
