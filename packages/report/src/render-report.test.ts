import { readFileSync } from "node:fs";
import type { EvaluationResult } from "@cxmetrics/evaluation";
import { beforeAll, describe, expect, test } from "vitest";
import { chartOfResult } from "./chart-of-result.js";
import { textOf } from "./markup/html.js";
import { safeLink } from "./page/safe-link.js";
import { renderChart } from "./render-chart.js";
import { renderReport } from "./render-report.js";

const text = readFileSync(new URL("../fixtures/bank-result.json", import.meta.url), "utf8");
const result = JSON.parse(text) as EvaluationResult;

describe.each(["en", "zh"] as const)("the report of the bank example (%s)", (lang) => {
  let page = "";
  beforeAll(() => {
    page = renderReport(result, { lang });
  });

  test("comes out the same, also after a round trip through JSON", () => {
    expect(renderReport(JSON.parse(JSON.stringify(result)), { lang })).toBe(page);
  });

  test("asks nobody for anything and runs nothing", () => {
    expect(page).not.toMatch(
      /<script|<iframe|<object|<embed|<img|<link|@import|url\(|\ssrc=|\son[a-z]+=|\sstyle=/i,
    );
    for (const [, address] of page.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^(#|https:\/\/)/);
    expect(page).toContain("default-src 'none'; style-src 'sha256-");
  });

  test("has one heading of the first level and skips none", () => {
    const levels = [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  test("has landmarks, a skip link, a language, and every id once", () => {
    expect(page).toContain(`<html lang="${lang === "zh" ? "zh-Hans" : "en"}"`);
    for (const landmark of [
      "<header",
      "<nav aria-label=",
      '<main id="content"',
      "<footer",
      '<a class="skip" href="#content"',
    ])
      expect(page).toContain(landmark);
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    for (const [, targets = ""] of page.matchAll(/\saria-labelledby="([^"]*)"/g))
      for (const target of targets.split(" ")) expect(known.has(target), target).toBe(true);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(known.has(target), target).toBe(true);
  });

  test("gives every table a caption and every head a scope, and no cell is blank", () => {
    const tables = page.match(/<table/g)?.length ?? 0;
    expect(tables).toBeGreaterThan(20);
    expect(page.match(/<caption id=|<caption class=/g)).toHaveLength(tables);
    expect(page).not.toMatch(/<th(?![^>]*scope=)[ >]/);
    expect(page).not.toMatch(/<t[dh][^>]*>\s*<\/t[dh]>|<td[^>]*><bdi><\/bdi><\/td>/);
  });

  test("gives every picture a name, a description and a table", () => {
    const figures = page.split("<figure ").slice(1);
    expect(figures.length).toBeGreaterThanOrEqual(10);
    for (const figure of figures) {
      const inside = figure.slice(0, figure.indexOf("</figure>"));
      expect(inside.match(/role="img"/g)).toHaveLength(2);
      expect(inside.match(/<desc /g)).toHaveLength(2);
      expect(inside).toContain("<table>");
      expect(inside).toMatch(/[\w.-]+@\d+\.\d+\.\d+<\/bdi> <code title="sha256:[0-9a-f]{64}">/);
    }
  });

  test("writes no number that is none", () => {
    expect(page.replace(/<style>.*?<\/style>/s, "")).not.toMatch(/NaN|Infinity|undefined|\[object|>null</);
  });

  test("says what the result says", () => {
    for (const unit of result.units) {
      const root = result.roots[unit.id];
      expect(root?.status === "ok" && page.includes(root.value.toFixed(1))).toBe(true);
      expect(page).toContain(unit.title[lang]);
    }
    for (const { message } of result.warnings) expect(page).toContain(escaped(message[lang]));
    for (const { digest } of result.evidence) expect(page).toContain(digest);
    for (const { forms } of Object.values(result.measures))
      for (const { reference } of forms) expect(page).toContain(reference.digest);
    expect(page).toContain(result.index.definition.digest);
  });
});

describe("what the report decides", () => {
  const page = () => renderReport(result, { lang: "en" });

  test("the difference is split into parts that sum to it", () => {
    const { data } = chartOfResult(result, "waterfall", { lang: "en" });
    if (!("parts" in data)) throw new Error("no parts");
    const sum = data.parts.reduce((total, { change }) => total + change, 0);
    expect(sum).toBeCloseTo(result.changes[0]?.root ?? 0, 10);
  });

  test("units with other indicators are limited in comparison; a table of its own is told", () => {
    expect(page()).toContain('<span class="tag">Limited</span>');
    const alone = { ...result, index: { ...result.index, comparable: false } };
    expect(renderReport(alone, { lang: "en" })).toContain("Within this table only");
  });

  test("an index that does not exist says why, everywhere", () => {
    const none = {
      status: "not-computable",
      reason: "x",
      message: { en: "No rows <here>.", zh: "无记录。" },
    } as const;
    const changed = { ...result, roots: { ...result.roots, web: none } };
    const told = renderReport(changed, { lang: "en" });
    expect(told.match(/No rows &lt;here&gt;\./g)?.length).toBeGreaterThan(3);
    expect(told).toContain("The difference is not split into parts");
  });

  test("charts of a result can be drawn one by one", () => {
    for (const kind of ["intervals", "tree", "radar", "heat-map", "matrix", "waterfall", "nps"] as const) {
      const chart = chartOfResult(result, kind, { lang: "zh" });
      expect(renderChart(chart.kind, chart.data, { lang: "zh", title: chart.title })).toContain("<svg");
      expect(chart.definition.digest).toMatch(/^sha256:/);
    }
    expect(() => chartOfResult(result, "tree", { lang: "en", of: "nobody" })).toThrow(
      expect.objectContaining({ code: "report.nothing-to-show" }),
    );
  });

  test("the theme stands on the page", () => {
    expect(renderReport(result, { lang: "en", theme: "dark" })).toContain('data-theme="dark"');
    expect(page()).toContain('data-theme="auto"');
  });
});

describe("hostile results", () => {
  const free = ["en", "zh", "file", "source", "suffix", "formula", "clause"];
  const kindsOfSource = ["survey", "expert", "behaviour", "operational", "text", "statistic"];
  const nasty = [
    `<script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    "javascript:alert(1)",
    "\u202egnp.exe\u0000",
    "</style><style>*{display:none}",
    "</title><b>",
    "很长".repeat(600),
    "{x}{unit}{{n}}",
  ];

  test.each(nasty)("text %# stays a text", (label) => {
    // Every text in both languages, every name of a file, source and column; ids keep their form.
    const changed = JSON.parse(text, (key, value) =>
      free.includes(key) && typeof value === "string" && !kindsOfSource.includes(value) ? label : value,
    );
    const told = renderReport(changed, { lang: "en" });
    expect(told).not.toMatch(/<script|<img|<b>\s*<\/b><b>|onerror=alert\(1\)>/i);
    expect(told.match(/<style>/g)).toHaveLength(1);
    expect(told.match(/<\/title>/g)?.length).toBe(1 + (told.match(/<title /g)?.length ?? 0));
    expect(told).not.toMatch(/href="javascript/i);
    expect(told).not.toContain("\u202e");
    expect(told).not.toContain("\u0000");
    expect(told.length).toBeGreaterThan(100_000);
  });

  test("an address of the web is a link, any other a text", () => {
    expect(textOf(safeLink("https://example.org/a?b=1&c=2", "A"))).toContain(
      'href="https://example.org/a?b=1&amp;c=2"',
    );
    for (const address of [
      "javascript:alert(1)",
      "data:text/html,x",
      "//example.org",
      'https://x"y',
      "https://x y",
    ])
      expect(textOf(safeLink(address, "A"))).not.toContain("href");
  });

  test("names that reach a prototype are names", () => {
    const changed = JSON.parse(text.replaceAll('"A1"', '"toString"').replaceAll('"mobile"', '"valueOf"'));
    expect(renderReport(changed, { lang: "en" })).toContain("<code><bdi>toString</bdi></code>");
  });

  test.each([
    undefined,
    null,
    3,
    "x",
    [],
    {},
    { formatVersion: 1 },
    { ...result, units: 3 },
    { ...result, index: {} },
    { ...result, roots: { mobile: { status: "ok", value: Number.NaN } } },
    { ...result, more: 1 },
  ])("a result that is none is refused (%#)", (wrong) => {
    expect(() => renderReport(wrong as never, { lang: "en" })).toThrow(
      expect.objectContaining({ code: "report.not-a-result" }),
    );
  });

  test.each([undefined, {}, { lang: "fr" }, { lang: "en", theme: "pink" }, { lang: "en", more: 1 }])(
    "options that are none are refused (%#)",
    (wrong) => {
      expect(() => renderReport(result, wrong as never)).toThrow(
        expect.objectContaining({ name: "CxMetricsError" }),
      );
    },
  );
});

function escaped(message: string): string {
  return message
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("<", "&lt;");
}
