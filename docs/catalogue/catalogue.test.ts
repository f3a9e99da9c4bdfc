import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { indexDefinitions } from "@cxmetrics/guides";
import { type ScoreDefinition, scoreDefinitions } from "@cxmetrics/scores";
import { describe, expect, test } from "vitest";
import { renderIndex } from "./render-index.js";
import { families, renderFamily, renderMethods } from "./render-methods.js";
import { renderScore, renderScores, renderWhich } from "./render-scores.js";

/** Catalogue pages are made from the definitions and registries; `REGEN=1` writes them anew. */
const pages = new Map<string, () => string>();
for (const lang of ["en", "zh"] as const) {
  const add = (page: string, render: () => string) =>
    pages.set(`${page}.${lang === "en" ? "md" : "zh.md"}`, render);
  add("index-methods", () => renderMethods(lang));
  for (const family of families) add(family[0], () => renderFamily(family, lang));
  add("scores", () => renderScores(lang));
  add("which-csat", () => renderWhich(lang));
  for (const definition of Object.values<ScoreDefinition>(scoreDefinitions))
    add(definition.id, () => renderScore(definition, lang));
  for (const [id, definition] of Object.entries(indexDefinitions))
    add(id, () => renderIndex(definition, lang));
}

describe("catalogue pages are what the definitions say", () => {
  test.each([...pages])("%s", (file, render) => {
    const path = `docs/catalogue/${file}`;
    if (process.env["REGEN"]) writeFileSync(path, render());
    expect(render()).toBe(readFileSync(path, "utf8"));
    expect(render()).not.toMatch(/`undefined`|\bNaN\b|\[object /);
  });

  test("no page is left over", () => {
    const there = readdirSync("docs/catalogue").filter((name) => name.endsWith(".md"));
    expect(there.sort()).toEqual([...pages.keys()].sort());
  });
});
