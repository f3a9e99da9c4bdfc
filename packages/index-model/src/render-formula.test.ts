import { isCxMetricsError } from "@cxmetrics/definition";
import { describe, expect, test } from "vitest";
import { channels, channelTable } from "../fixtures/channels.js";
import {
  defineIndex,
  type FormulaBackend,
  type IndexDefinition,
  renderFormula,
  renderFormulaPage,
  scoreIndex,
} from "./index.js";

const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (thrown) {
    return isCxMetricsError(thrown) ? thrown.code : String(thrown);
  }
  return "no error";
};

describe("one formula", () => {
  test("in text, LaTeX and prose", () => {
    expect(renderFormula(channels, "score", "text")).toBe("score = clamp(base - min(5, late.raw), 0, 100)");
    expect(renderFormula(channels, "availability", "latex")).toContain("x_{\\mathrm{availability}}");
    expect(renderFormula(channels, "use", "prose")).toContain("Task completion");
    expect(renderFormula(channels, "use", "prose", { lang: "zh" })).toMatch(/^使用等于.*任务完成率.*。$/);
  });

  test.each([
    ["duckdb", /"(?:[^"]|"")*"|'(?:[^']|'')*'/g],
    ["postgresql", /"(?:[^"]|"")*"|'(?:[^']|'')*'/g],
    ["clickhouse", /`(?:[^`\\]|\\.)*`|'(?:[^']|'')*'/g],
  ] as const)("no name and no number of a definition leaves its quotes in SQL of %s", (dialect, quoted) => {
    const hostile = "a\"b'c`d\\`; DROP TABLE t; -- ";
    const { views: _, grades: __, ...head } = channels;
    const definition = defineIndex({
      ...head,
      root: "x",
      nodes: {
        x: {
          ...channels.nodes["review"],
          column: hostile,
          transform: { op: "add", of: ["x", `@${hostile}`, "1/3", -1e-7] },
        },
      },
    });
    const sql = renderFormula(definition, "x", "sql", { dialect });
    expect(sql).toContain("DROP TABLE");
    const bare = sql.replace(quoted, "");
    expect(bare).not.toMatch(/DROP|;|--|["'`\\@]/);
  });

  test("ids with _ and - are printed safely", () => {
    const { views: _, grades: __, ...head } = channels;
    const definition = defineIndex({ ...head, root: "a_b-c", nodes: { "a_b-c": channels.nodes["review"] } });
    expect(renderFormula(definition, "a_b-c", "latex")).toBe(
      "I_{\\mathrm{a\\_b\\text{-}c}} = x_{\\mathrm{a\\_b\\text{-}c}}",
    );
  });

  test("refusals", () => {
    expect(renderFormula(channels, "score", "sql")).toContain("CASE WHEN");
    expect(renderFormula(channels, "use", "spreadsheet")).toMatch(/^=.*v_completion/);
    expect(renderFormula(channels, "availability", "spreadsheet", { cell: () => "B7" })).toContain("B7");
    expect(codeOf(() => renderFormula(channels, "score", "excel" as FormulaBackend))).toBe(
      "document.not-allowed",
    );
    expect(codeOf(() => renderFormula(channels, "scor", "text"))).toBe("index.dangling-node");
    expect(codeOf(() => renderFormula(channels, "score", "prose", { lang: "fr" as "en" }))).toBe(
      "document.not-allowed",
    );
  });
});

describe("a formula page", () => {
  const result = scoreIndex(channels, channelTable);

  test.each(["en", "zh"] as const)("has every section, %s", (lang) => {
    const page = renderFormulaPage(channels, { lang, result, unit: "App" });
    expect(page.match(/^## /gm)).toHaveLength(7);
    expect(page.match(/^\$\$$/gm)).toHaveLength(2 * Object.keys(channels.nodes).length);
    expect(page).toContain(result.definition.digest);
    expect(page).toContain("72.4663");
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });

  test("gives weights as written, inside the parent and inside the index", () => {
    const page = renderFormulaPage(channels, { lang: "en" });
    expect(page).toContain("    - Use (`use`): weight 50 (50 % of its parent); 50 % of Base score");
    expect(page).toContain(
      "      - Task completion (`completion`): weight 3/5 (60 % of its parent); 30 % of Base score",
    );
  });

  test("titles, sources and units from outside add no markup", () => {
    const evil = "<script>alert(1)</script> | `code` **b** [l](javascript:x) $$ {{ 1+1 }}\n# head";
    const hostile = JSON.parse(
      JSON.stringify(channels, (key, value) =>
        key === "en" || key === "zh" || (key === "source" && value === "made up for tests") || key === "unit"
          ? evil
          : value,
      ),
    ) as IndexDefinition;
    const page = renderFormulaPage(hostile, {
      lang: "en",
      result: scoreIndex(hostile, { ...channelTable, units: [evil, "B", "C", "D"] }),
    });
    expect(page).not.toContain("<script");
    expect(page).not.toContain("{{");
    expect(page).not.toMatch(/^# head/m);
    expect(page).not.toMatch(/(?<!\\)`code/);
    expect(page).not.toMatch(/(?<!\\)\[l/);
    // Every row of a table has the cells of its head.
    const cells = (line: string) => line.match(/(?<!\\)\|/g)?.length;
    const tables = page.split("\n").filter((line) => line.startsWith("|"));
    for (const line of tables) expect([6, 7, 9, 4]).toContain(cells(line));
  });

  test("an address with signs of markup is no link", () => {
    const url = "https://example.org/a|b`c";
    const page = renderFormulaPage(
      { ...channels, provenance: { status: "published", source: "S", url } },
      { lang: "en" },
    );
    expect(page).not.toContain(`<${url}>`);
    expect(page).toContain("https://example.org/a\\|b\\`c");
  });

  test("an index of another definition's result and bad options are refused", () => {
    expect(codeOf(() => renderFormulaPage(channels, undefined as never))).toBe("document.not-allowed");
    expect(codeOf(() => renderFormulaPage(channels, { lang: "de" as "en" }))).toBe("document.not-allowed");
    expect(codeOf(() => renderFormulaPage(channels, { lang: "en", result, unit: "Shop" }))).toBe(
      "index.unknown-unit",
    );
    const other = defineIndex({ ...channels, version: "2.0.0" });
    expect(codeOf(() => renderFormulaPage(other, { lang: "en", result }))).toBe("index.not-a-result");
  });
});
