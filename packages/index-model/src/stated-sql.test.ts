import { readFileSync } from "node:fs";
import { inputsOf, toSqlQuery } from "@cxmetrics/formula";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  fitIndex,
  type IndexDefinition,
  type IndexResult,
  type IndexTable,
  parseIndexDefinition,
  scoreIndex,
} from "./index.js";
import { loweredOrNone } from "./lowered.js";

// The formula of every row node of the stated indices, run by DuckDB over the values of the nodes that it reads: one tree, and
// the database says what the engine said. Whatever is only missing or not applicable can stand in a table; other faults cannot.
interface Case {
  readonly fit?: IndexTable;
  readonly table: IndexTable;
}
type Cell = number | "n/a" | null;

const read = (name: string) => readFileSync(new URL(`../fixtures/stated/${name}`, import.meta.url), "utf8");
const casesOf = (name: string) =>
  (JSON.parse(read(name)) as { readonly cases: Readonly<Record<string, Case>> }).cases;
const cases = { ...casesOf("stated.json"), ...casesOf("published.json") };
const seen = new Set<string>();

let instance: DuckDBInstance;
let connection: Awaited<ReturnType<DuckDBInstance["connect"]>>;
beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** Every name that a formula may read, with its cells; `undefined` where a fault stands that a table cannot hold. */
function cellsOf(definition: IndexDefinition, result: IndexResult, table: IndexTable) {
  const cells = new Map<string, readonly Cell[] | undefined>();
  const put = (name: string, values: readonly (number | null)[], reasons?: readonly (string | null)[]) => {
    const told = values.map((value, row): Cell | undefined => {
      const reason = reasons?.[row] ?? "missing";
      return value ?? (reason === "not-applicable" ? "n/a" : reason === "missing" ? null : undefined);
    });
    cells.set(name, told.includes(undefined) ? undefined : (told as readonly Cell[]));
  };
  for (const [id, node] of Object.entries(result.nodes)) {
    put(id, node.values, node.reasons);
    // A formula reads the raw value after codes and corrections, the result tells it before.
    const leaf = definition.nodes[id];
    const corrected = leaf?.kind === "indicator" && (leaf.codes || leaf.adjustments);
    if (node.raw && !corrected) put(`${id}.raw`, node.raw, node.reasons);
    for (const [name, values] of Object.entries({ ...node.outputs, ...node.memberships }))
      put(`${id}.${name}`, values, node.reasons);
  }
  for (const [name, values] of Object.entries(table.columns))
    put(
      `@${name}`,
      Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
    );
  return { cells, ids: Object.keys(definition.nodes) };
}

test.each(Object.keys(cases))(
  "%s",
  async (name) => {
    const { fit, table } = cases[name] as Case;
    const document = parseIndexDefinition(read(`${name}.yaml`));
    const definition = fit ? fitIndex(document, fit) : document;
    const result = scoreIndex(definition, table);
    const { cells, ids } = cellsOf(definition, result, table);
    for (const id of ids) {
      const formula = loweredOrNone(definition, id);
      if (formula === undefined) continue;
      const names = inputsOf(formula);
      if (names.length === 0 || names.some((input) => cells.get(input) === undefined)) continue;
      const columns = names.map((input) => cells.get(input) as readonly Cell[]);
      const rows = table.units.map((_, row) =>
        [
          row,
          ...columns.flatMap((column) => {
            const cell = column[row] as Cell;
            return [typeof cell === "number" ? `DOUBLE '${cell}'` : "NULL", cell === "n/a"];
          }),
        ].join(", "),
      );
      const types = names.map((_, k) => `"v${k}" DOUBLE, "n${k}" BOOLEAN`);
      await connection.run(`CREATE OR REPLACE TABLE t ("row" INTEGER, ${types.join(", ")})`);
      await connection.run(`INSERT INTO t VALUES ${rows.map((row) => `(${row})`).join(", ")}`);
      const query = toSqlQuery(formula, {
        dialect: "duckdb",
        from: "t",
        keep: ["row"],
        column: (input) => ({
          column: `v${names.indexOf(input)}`,
          notApplicable: `n${names.indexOf(input)}`,
        }),
      });
      const answer = await connection.runAndReadAll(`SELECT value FROM (${query}) ORDER BY "row"`);
      answer.getRowsJS().forEach(([value], row) => {
        const own = result.nodes[id]?.values[row] ?? null;
        const said = `${id}, row ${row}: ${value} for ${own}`;
        if (own === null) expect(value, said).toBeNull();
        else
          expect(Math.abs(Number(value) - own), said).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(own)));
      });
      seen.add(definition.nodes[id]?.kind ?? "");
    }
  },
  120_000,
);

test("every kind of row node was among them", () => {
  for (const kind of ["indicator", "aggregate", "formula", "let", "points", "deduction", "bonus", "rescale"])
    expect(seen).toContain(kind);
});
