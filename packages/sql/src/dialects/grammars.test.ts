import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isCxMetricsError } from "@cxmetrics/definition";
import { init, validate } from "@guanmingchiu/sqlparser-ts";
import { parse as parsePostgres } from "libpg-query";
import nodeSqlParser from "node-sql-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Statement, statementsFor } from "../../fixtures/statements.js";
import type { DialectName } from "./dialect.js";

/** Tells what a grammar has against a statement, or nothing. */
type Grammar = (sql: string) => Promise<string | undefined>;

const load = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "cx-grammars-"));
afterAll(() => rmSync(folder, { recursive: true }));

const thrownBy = async (call: () => unknown): Promise<string | undefined> => {
  try {
    await call();
    return undefined;
  } catch (thrown) {
    return String(thrown).slice(0, 300);
  }
};

interface AntlrParser {
  validate(sql: string): readonly { readonly message: string }[];
}
let antlr: Readonly<Record<"SparkSQL" | "TrinoSQL", new () => AntlrParser>>;

beforeAll(async () => {
  await init();
  // The package is written for bundlers: Node cannot load its modules as they are.
  const outfile = join(folder, "grammars.cjs");
  const { buildSync } = load("esbuild") as { buildSync(options: object): void };
  buildSync({
    stdin: {
      contents: 'export { SparkSQL, TrinoSQL } from "dt-sql-parser"',
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    format: "cjs",
    platform: "node",
    logLevel: "error",
    outfile,
  });
  antlr = load(outfile);
});

const rust =
  (name: string): Grammar =>
  (sql) =>
    thrownBy(() => validate(sql, name as never));
const grammarOf =
  (name: "SparkSQL" | "TrinoSQL"): Grammar =>
  async (sql) =>
    new antlr[name]().validate(sql)[0]?.message;
const nodeSql =
  (database: string): Grammar =>
  (sql) =>
    thrownBy(() => new nodeSqlParser.Parser().astify(sql, { database }));

/** Those of DuckDB and ClickHouse are their own: what is executed is parsed by the database itself. */
const grammars: Readonly<Partial<Record<DialectName, Readonly<Record<string, Grammar>>>>> = {
  postgresql: {
    "sqlparser-rs": rust("postgresql"),
    "libpg-query": (sql) => thrownBy(() => parsePostgres(sql)),
  },
  spark: { "sqlparser-rs": rust("spark"), "dt-sql-parser": grammarOf("SparkSQL") },
  trino: { "sqlparser-rs": rust("ansi"), "dt-sql-parser": grammarOf("TrinoSQL") },
  bigquery: { "sqlparser-rs": rust("bigquery"), "node-sql-parser": nodeSql("bigquery") },
  snowflake: { "sqlparser-rs": rust("snowflake"), "node-sql-parser": nodeSql("snowflake") },
};

const write = ({ write: call }: Statement): string | { readonly refused: string } => {
  try {
    return call();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return { refused: thrown.code };
    throw thrown;
  }
};

describe.each(Object.keys(grammars) as DialectName[])("%s", (dialect) => {
  const written = statementsFor(dialect).map((one) => ({ ...one, sql: write(one) }));
  for (const [name, grammar] of Object.entries(grammars[dialect] ?? {})) {
    test.each(written.filter(({ sql }) => typeof sql === "string"))(
      `${name} reads $shape: $name`,
      async ({ sql }) => {
        expect(await grammar(sql as string), sql as string).toBeUndefined();
      },
    );
    test(`${name} refuses what is no statement`, async () => {
      expect(await grammar("SELECT a FROM (SELECT b FROM c WHERE d IN (1, 2) GROUP")).toBeDefined();
    });
  }
});
