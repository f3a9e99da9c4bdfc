// biome-ignore-all lint/suspicious/noThenProperty: the key of a formula
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databaseExpression, names, smallCell } from "../../fixtures/database-expression.js";
import { gate, hdi } from "../../fixtures/formulas.js";
import { columnFrom } from "../column-from.js";
import { evaluateColumns } from "../evaluate-columns.js";
import type { Expression, RoundingMode } from "../expression.js";
import { roundDecimal } from "../rounding/round-decimal.js";
import { toSql, toSqlFault } from "./to-sql.js";
import { toSqlQuery } from "./to-sql-query.js";

type Cell = number | null | "n/a";
type Connection = Awaited<ReturnType<DuckDBInstance["connect"]>>;

let connection: Connection;
let instance: DuckDBInstance;
beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const numbers = async (query: string): Promise<(number | null)[][]> =>
  (await connection.runAndReadAll(query)).getRowsJS() as (number | null)[][];

async function fill(table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]) {
  const types = columns.flatMap((name) => [`"${name}" DOUBLE`, `"${name} n/a" BOOLEAN`]);
  await connection.run(`CREATE OR REPLACE TABLE ${table} (row INTEGER, ${types.join(", ")})`);
  const lines = rows.map((row, k) => {
    const cells = row.flatMap((cell) => [
      typeof cell === "number" ? `DOUBLE '${cell}'` : "NULL",
      cell === "n/a",
    ]);
    return `(${[k, ...cells].join(", ")})`;
  });
  await connection.run(`INSERT INTO ${table} VALUES ${lines.join(", ")}`);
}

const column = (name: string) => ({ column: name, table: "t", notApplicable: `${name} n/a` });
const untabled = (name: string) => ({ column: name, notApplicable: `${name} n/a` });
const columnsOf = (columns: readonly string[], rows: readonly (readonly Cell[])[]) =>
  new Map(
    columns.map((name, k) => [
      name,
      columnFrom(
        rows.map((row) => (typeof row[k] === "number" ? (row[k] as number) : null)),
        rows.map((row) => row[k] === "n/a"),
      ),
    ]),
  );

/** The expressions, unless they are too long for a test to wait for. */
function inlined(write: () => string[]): string[] | undefined {
  try {
    const texts = write();
    return texts.join("").length < 6000 ? texts : undefined;
  } catch (thrown) {
    if ((thrown as { code?: string }).code === "formula.sql-too-long") return undefined;
    throw thrown;
  }
}

/** Compares a formula with its SQL over a table, values to 1e-12 and faults exactly. */
async function compare(
  expressions: readonly Expression[],
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
) {
  await fill("t", columns, rows);
  const inputs = columnsOf(columns, rows);
  for (const expression of expressions) {
    const options = { dialect: "duckdb", column } as const;
    const { values, fault } = evaluateColumns(expression, inputs, rows.length);
    const query = toSqlQuery(expression, { ...options, column: untabled, from: "t", keep: ["row"] });
    const found = (await numbers(`SELECT value, fault FROM (${query}) ORDER BY row`)) as [
      number | null,
      number,
    ][];
    const short = inlined(() => [toSql(expression, options), toSqlFault(expression, options)]);
    if (short) {
      const again = await numbers(`SELECT ${short.join(", ")} FROM t ORDER BY row`);
      expect(again, JSON.stringify(expression)).toEqual(found);
    }
    found.forEach(([value, code], row) => {
      const said = JSON.stringify({ expression, row: rows[row], value, code });
      expect(Number(code), said).toBe(fault[row]);
      if (fault[row] !== 0) expect(value, said).toBeNull();
      else {
        const wanted = values[row] as number;
        expect(value, said).not.toBeNull();
        expect(Math.abs((value as number) - wanted), said).toBeLessThanOrEqual(
          1e-12 * Math.max(1, Math.abs(wanted)),
        );
      }
    });
  }
}

describe("DuckDB computes what evaluate computes", () => {
  test("any formula over any table: values and faults", async () => {
    await fc.assert(
      fc.asyncProperty(
        databaseExpression,
        fc.array(fc.tuple(smallCell, smallCell, smallCell, smallCell), { minLength: 1, maxLength: 12 }),
        async (expression, rows) => compare([expression], names, rows),
      ),
      { numRuns: 320 },
    );
  }, 240_000);

  test("the formulas of the fixtures", async () => {
    await compare(
      [hdi],
      ["life", "expected", "mean", "income"],
      [
        [45.9672, 2.504050016, 0.97112539, 2684.550019],
        [85, 18, 15, null],
        [60.5, 12, 9.5, 75000],
        [60.5, 12, 9.5, -1],
      ],
    );
    await compare(
      [gate],
      ["reliability", "faults", "waived", "score", "trend", "spare"],
      [
        [55, 0, 0, 80, 70, null],
        [65, 1, 0, 50, 70, null],
        [65, 0.2, 0, 80, null, null],
        [65, 0.2, 0, null, 70, 3],
        [null, 0.2, 1, 80, 70, null],
        [65, "n/a", 1, 80, "n/a", null],
      ],
    );
  });

  test("rounding, by the shortest decimal text, in every mode", async () => {
    const awkward = [
      2.675, 1.005, 0.125, 2.5, -2.5, 0.5, 1e-300, 5e-324, 1.7e308, 0.49999999999999994, 1e21, 123456789.5,
      -0.0000000000000005, 4.999999999999999e-16, 4503599627370495.5, 9007199254740991, 1250, 1350, -1250,
      149.5, 1.5e30, 6.5e15,
    ];
    const modes: readonly RoundingMode[] = ["half-up", "half-even", "up", "down", "ceiling", "floor"];
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.constantFrom(...awkward),
            fc.double({ noNaN: true, noDefaultInfinity: true }),
            fc.integer({ min: -99999, max: 99999 }).map((k) => k / 1000),
          ),
          { minLength: 30, maxLength: 30 },
        ),
        fc.integer({ min: -15, max: 15 }),
        fc.constantFrom(...modes),
        async (values, digits, mode) => {
          const all = [...awkward, ...values];
          await fill(
            "t",
            ["x"],
            all.map((x) => [x]),
          );
          const sql = toSql({ op: "round", of: ["x"], digits, mode }, { dialect: "duckdb" });
          const found = await numbers(`SELECT ${sql} FROM t ORDER BY row`);
          all.forEach((x, row) => {
            const wanted = roundDecimal(x, digits, mode);
            const value = found[row]?.[0] as number | null;
            expect(value === null ? null : value + 0, `round(${x}, ${digits}, ${mode})`).toBe(
              Number.isFinite(wanted) ? wanted : null,
            );
          });
        },
      ),
      { numRuns: 120 },
    );
  }, 120_000);

  test("numbers in the column that are none, and results out of range, are NULL", async () => {
    await connection.run(
      "CREATE OR REPLACE TABLE t AS SELECT * FROM (VALUES ('NaN'::DOUBLE), ('Infinity'::DOUBLE), ('-Infinity'::DOUBLE), (NULL), (800.0)) v(x)",
    );
    const of: Expression[] = [
      "x",
      { op: "exp", of: ["x"] },
      { op: "negate", of: ["x"] },
      { op: "exp", of: [{ op: "multiply", of: ["x", 1e307] }] },
      { op: "if", when: { compare: ">", of: ["x", 1000] }, then: 1, else: { op: "power", of: ["x", 200] } },
    ];
    const select = of.map((part) => toSql(part, { dialect: "duckdb" })).join(", ");
    expect(await numbers(`SELECT ${select} FROM t WHERE x IS NULL OR x <> 800`)).toEqual(
      Array.from({ length: 4 }, () => [null, null, null, null, null]),
    );
    expect(await numbers(`SELECT ${select} FROM t WHERE x = 800`)).toEqual([[800, null, -800, null, null]]);
  });

  test("a formula of 60 leaves in 4 levels stays small and runs", async () => {
    const mean = (of: Expression[], exponent: number): Expression => ({
      op: "power-mean",
      exponent,
      of,
      missing: "renormalise",
    });
    const columns = Array.from({ length: 60 }, (_, k) => `x${k}`);
    const level = (of: Expression[], size: number, exponent: number): Expression[] =>
      Array.from({ length: of.length / size }, (_, k) => mean(of.slice(k * size, (k + 1) * size), exponent));
    const leaves = columns.map((name): Expression => ({ op: "clamp", of: [name], lower: 0, upper: 100 }));
    const [root = 0] = level(level(level(leaves, 5, 1), 4, 0), 3, 1);
    const rows = Array.from({ length: 20 }, (_, r) =>
      columns.map((_, k) => ((r + k) % 11 === 0 ? null : (r * 7 + k * 13) % 101)),
    );
    await compare([root], columns, rows);
    expect(toSqlQuery(root, { dialect: "duckdb", from: "t" }).length).toBeLessThan(60_000);
    expect(() => toSql(root, { dialect: "duckdb" })).toThrow(
      expect.objectContaining({ code: "formula.sql-too-long" }),
    );
  });
});

describe("nothing is spliced", () => {
  const hostile = [
    'x"; DROP TABLE t; --',
    "x' OR 1=1 --",
    "`x`",
    "\\",
    "$$",
    "cx_1",
    "日本語",
    "a b",
    "/* */",
    "é'\"",
  ];
  test.each(hostile)("a column named %s", async (name) => {
    await connection.run(
      `CREATE OR REPLACE TABLE t AS SELECT 2.5::DOUBLE AS "${name.replaceAll('"', '""')}"`,
    );
    const formula: Expression = {
      op: "power-mean",
      exponent: 2,
      missing: "renormalise",
      of: [name, { op: "add", of: [name, 1] }],
    };
    const found = await numbers(`SELECT ${toSql(formula, { dialect: "duckdb" })} FROM t`);
    expect(found[0]?.[0]).toBeCloseTo(Math.sqrt((2.5 ** 2 + 3.5 ** 2) / 2), 12);
  });

  test("in every dialect a name stays one identifier", () => {
    const name = 'a"b`c\\d';
    expect(toSql(name, { dialect: "postgresql" })).toContain('"a""b`c\\d"');
    expect(toSql(name, { dialect: "clickhouse" })).toContain('`a"b\\`c\\\\d`');
  });
});

describe("refusals", () => {
  test.each<[() => unknown, string]>([
    [() => toSql("a", { dialect: "oracle" as never }), "document.not-allowed"],
    [() => toSql("a", undefined as never), "document.not-allowed"],
    [
      () => toSql({ op: "round", of: ["a"], digits: 1, mode: "up" }, { dialect: "clickhouse" }),
      "formula.not-in-sql",
    ],
    [
      () => toSql({ op: "power-mean", exponent: 0.001, of: ["a"] }, { dialect: "duckdb" }),
      "formula.not-in-sql",
    ],
    [() => toSql("a", { dialect: "duckdb", column: () => "" }), "formula.bad-sql-column"],
    [() => toSql("a", { dialect: "duckdb", column: () => "a\0b" }), "formula.bad-sql-column"],
    [
      () => toSql("a", { dialect: "duckdb", column: () => ({ table: "t" }) as never }),
      "formula.bad-sql-column",
    ],
    [() => toSql("a", { dialect: "duckdb", column: () => 3 as never }), "formula.bad-sql-column"],
  ])("%s", (call, code) => expect(call).toThrow(expect.objectContaining({ code })));
});
