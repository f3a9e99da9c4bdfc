import type { Column } from "@cxmetrics/formula";
import { scoreIndexColumns } from "@cxmetrics/index-model";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { randomIndex } from "../../../index-model/fixtures/random-index.js";
import { type Database, literal, openers, runs } from "../../fixtures/databases.js";
import { compileIndexSql } from "./compile-index-sql.js";
import { readIndexColumns } from "./read-index-columns.js";

describe.each(openers)("%s scores an index", (_, open) => {
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
        const options = { dialect: database.dialect, table: "units", unit: "nth", columns } as const;
        // ClickHouse plans a query of all nodes for seconds, and of one for a moment.
        const together = database.dialect === "clickhouse" ? nodes.map((id) => [id]) : [nodes];
        const found: Record<string, Column> = {};
        for (const ids of together) {
          const { sql } = compileIndexSql(definition, { ...options, nodes: ids });
          const rows = await database.run(sql);
          const sorted = [...rows].sort((a, b) => Number(a["cx_unit"]) - Number(b["cx_unit"]));
          Object.assign(found, readIndexColumns(sorted, ids).nodes);
        }
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
          const [own, other] = [found[id], memory.nodes[id]];
          expect(own?.fault, id).toEqual(other?.fault);
          own?.values.forEach((value, row) => {
            const wanted = other?.fault[row] === 0 ? (other.values[row] ?? 0) : 0;
            expect(Math.abs(value - wanted), id).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(wanted)));
          });
        }
      }),
      { numRuns: runs(database.dialect === "clickhouse" ? 20 : 30) },
    );
  });
});
