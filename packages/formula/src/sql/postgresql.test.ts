import { PGlite, types } from "@electric-sql/pglite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseExpression, names, smallCell } from "../../fixtures/database-expression.js";
import { columnFrom } from "../column-from.js";
import { evaluateColumns } from "../evaluate-columns.js";
import type { RoundingMode } from "../expression.js";
import { roundDecimal } from "../rounding/round-decimal.js";
import { toSql } from "./to-sql.js";
import { toSqlQuery } from "./to-sql-query.js";

/** PostgreSQL itself, compiled to WebAssembly: no server is needed. Rows of every SELECT, one after the other. */
let database: PGlite;
beforeAll(async () => {
  database = await PGlite.create();
}, 60_000);
afterAll(() => database.close());

async function rowsOf(text: string): Promise<string[][]> {
  const results = await database.exec(text, { rowMode: "array", parsers: plain });
  return results.flatMap(({ rows }) =>
    (rows as unknown as (string | null)[][]).map((row) => row.map((cell) => cell ?? "NULL")),
  );
}

/** Numbers as the server writes them. */
const plain = { [types.FLOAT8]: String, [types.INT4]: String, [types.NUMERIC]: String };

describe("PostgreSQL computes what evaluate computes", () => {
  const dialect = "postgresql";
  test("any formula over any table: values and faults", async () => {
    const tables = fc.array(fc.tuple(smallCell, smallCell, smallCell, smallCell), {
      minLength: 1,
      maxLength: 6,
    });
    const sample = fc.sample(fc.tuple(databaseExpression, tables), { numRuns: 500, seed: 20260101 });
    const column = (name: string) => ({ column: name, notApplicable: `${name} n/a` });
    const wanted: { said: string; value: number; fault: number }[] = [];
    const script = sample.map(([expression, rows], n) => {
      const columns = names.map((name) => `"${name}" double precision, "${name} n/a" boolean`);
      const lines = rows.map((row, k) => {
        const cells = row.flatMap((cell) => [typeof cell === "number" ? cell : "NULL", cell === "n/a"]);
        return `(${[k, ...cells].join(", ")})`;
      });
      const inputs = new Map(
        names.map((name, k) => [
          name,
          columnFrom(
            rows.map((row) => (typeof row[k] === "number" ? row[k] : null)),
            rows.map((row) => row[k] === "n/a"),
          ),
        ]),
      );
      const { values, fault } = evaluateColumns(expression, inputs, rows.length);
      rows.forEach((row, r) => {
        const said = JSON.stringify({ expression, row });
        wanted.push({ said, value: values[r] as number, fault: fault[r] as number });
      });
      const query = toSqlQuery(expression, { dialect, column, from: `t${n}`, keep: ["row"] });
      return [
        `CREATE TEMP TABLE t${n} (row integer, ${columns.join(", ")});`,
        `INSERT INTO t${n} VALUES ${lines.join(", ")};`,
        `SELECT value, fault FROM (${query}) AS q ORDER BY row;`,
      ].join("\n");
    });
    const found = await rowsOf(script.join("\n"));
    expect(found.length).toBe(wanted.length);
    found.forEach(([value, fault], k) => {
      const { said, value: number, fault: code } = wanted[k] as (typeof wanted)[number];
      expect(Number(fault), said).toBe(code);
      if (code !== 0) expect(value, said).toBe("NULL");
      else
        expect(Math.abs(Number(value) - number), said).toBeLessThanOrEqual(
          1e-12 * Math.max(1, Math.abs(number)),
        );
    });
  }, 240_000);

  test("rounding, by the shortest decimal text, in every mode", async () => {
    const modes: readonly RoundingMode[] = ["half-up", "half-even", "up", "down", "ceiling", "floor"];
    const values = [
      2.675, 1.005, 0.125, 2.5, -2.5, 1e-300, 0.49999999999999994, 1e21, -5e-16, 1350, 1.5e30,
    ].concat(fc.sample(fc.double({ min: -1e300, max: 1e300, noNaN: true }), { numRuns: 60, seed: 3 }));
    const cases = modes.flatMap((mode) =>
      [-15, -2, 0, 1, 3, 15].map((digits) => ({ op: "round", of: ["x"], digits, mode }) as const),
    );
    const rows = values.map((x, k) => `(${k}, '${x}')`).join(", ");
    const script = [
      `CREATE TEMP TABLE r (k integer, x double precision); INSERT INTO r VALUES ${rows};`,
      ...cases.map((round) => `SELECT ${toSql(round, { dialect })} FROM r ORDER BY k;`),
    ];
    const found = (await rowsOf(script.join("\n"))).map(([text]) => Number(text) + 0);
    const wanted = cases.flatMap(({ digits, mode }) => values.map((x) => roundDecimal(x, digits, mode)));
    expect(found).toEqual(wanted);
  }, 240_000);
});
