import { type FunnelDefinition, orderedFunnel } from "@cxmetrics/funnel";
import { describe, expect, test } from "vitest";
import { sqlDialects } from "../dialects/registry.js";
import { compileFunnelSql } from "./compile-funnel-sql.js";
import { readFunnelTally } from "./read-funnel-tally.js";

const plain = orderedFunnel({ steps: ["view", "buy"], windowMs: 1000 });
const columns = { actor: "a", event: "e", timeMs: "t", sequence: "s" };
const options = { dialect: "duckdb", table: "log", columns } as const;
const changed = (more: object) => ({ ...plain, ...more }) as FunnelDefinition;
const code = (call: () => unknown) => {
  try {
    call();
  } catch (thrown) {
    return (thrown as { readonly code: string }).code;
  }
  return "none";
};

describe("refused by name", () => {
  test.each([
    [changed({ order: "any", ties: "simultaneous" }), "sql.not-compiled"],
    [changed({ entry: "every", count: "attempts" }), "sql.not-compiled"],
    [changed({ adjacency: "immediately-next" }), "sql.not-compiled"],
    [
      changed({ ties: "simultaneous", steps: [1, 2].map((n) => ({ name: `s${n}`, event: "view" })) }),
      "sql.not-compiled",
    ],
    [changed({ actor: { unit: "account", property: "account" } }), "sql.missing-column"],
  ])("%#", (definition, wanted) => {
    expect(code(() => compileFunnelSql(definition, options))).toBe(wanted);
  });

  test("ties: sequence without a column that orders an instant", () => {
    const { sequence: _, ...others } = columns;
    expect(code(() => compileFunnelSql(plain, { ...options, columns: others }))).toBe("sql.no-sequence");
    expect(code(() => compileFunnelSql(plain, { ...options, columns: others, untied: true }))).toBe("none");
  });
});

describe("hostile input", () => {
  test.each([undefined, null, 7, "x", {}, [], { dialect: "duckdb" }, { ...options, dialect: "oracle" }])(
    "options %j",
    (given) => {
      expect(code(() => compileFunnelSql(plain, given as never))).toMatch(/^(document|sql)\./);
    },
  );
  test.each([[[]], [["a", "b", "c", "d"]], [""], ["a\0b"], [3], [["a", null]], ["\ud800"]])(
    "table %j",
    (table) => {
      expect(code(() => compileFunnelSql(plain, { ...options, table: table as string }))).toMatch(
        /^sql\.bad-/,
      );
    },
  );
  test("a name of quotes and an event of quotes stay a name and a value in every dialect", () => {
    const event = "'; DROP TABLE log; -- \\";
    const definition = changed({ steps: [{ name: "s", event }] });
    for (const dialect of Object.keys(sqlDialects) as (keyof typeof sqlDialects)[]) {
      const hostile = { ...columns, actor: 'a"; `--' };
      const bound = compileFunnelSql(definition, { dialect, table: 't"`', columns: hostile });
      if (bound.parameters.length > 0) expect(bound.sql).not.toContain("DROP TABLE");
      else expect(bound.sql).toContain("''; DROP TABLE".slice(dialect === "trino" ? 0 : 1));
      const inline = compileFunnelSql(definition, {
        dialect,
        table: "t",
        columns: hostile,
        values: "inline",
      });
      expect(inline.parameters).toEqual([]);
    }
  });
  test("an event that no database stores", () => {
    const definition = changed({ steps: [{ name: "s", event: "a\0" }] });
    expect(code(() => compileFunnelSql(definition, options))).toBe("sql.bad-text");
  });
  test.each([
    undefined,
    null,
    {},
    [null],
    [{}],
    [{ cx_part: "x" }],
    [{ cx_part: 0, cx_item: 1, cx_records: Number.NaN }],
    [],
  ])("rows %j", (rows) => {
    expect(code(() => readFunnelTally(rows as never, plain))).toBe("sql.bad-rows");
  });
});

describe("what the data leave in doubt is refused", () => {
  const row = (item: number, records: number) => ({
    cx_part: 0,
    cx_item: item,
    cx_label: null,
    cx_amount: null,
    cx_records: records,
  });
  test.each([
    [5, "sql.bad-times"],
    [6, "sql.bad-sequences"],
    [8, "sql.tied-events"],
  ])("fact %i", (item, wanted) => {
    expect(code(() => readFunnelTally([row(1, 9), row(item, 2)], plain))).toBe(wanted);
  });
});
