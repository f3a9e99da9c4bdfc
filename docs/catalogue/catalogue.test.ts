import { readFileSync, writeFileSync } from "node:fs";
import { indexDefinitions } from "@cxmetrics/guides";
import { renderFormulaPage } from "@cxmetrics/index-model";
import { describeScore, scoreDefinitions } from "@cxmetrics/scores";
import { describe, expect, test } from "vitest";
import { renderMethods } from "./render-methods.js";

/** Catalogue pages are made from the definitions and registries; `REGEN=1` writes them anew. */
const pages: Readonly<Record<string, () => string>> = {};
for (const lang of ["en", "zh"] as const) {
  const ending = lang === "en" ? "md" : "zh.md";
  pages[`index-methods.${ending}`] = () => renderMethods(lang);
  pages[`scores.${ending}`] = () =>
    `${Object.keys(scoreDefinitions)
      .map((id) => describeScore(id, lang).trim())
      .join("\n\n---\n\n")}\n`;
  for (const [id, definition] of Object.entries(indexDefinitions))
    pages[`${id}.${ending}`] = () => `${renderFormulaPage(definition, { lang }).trim()}\n`;
}

describe("catalogue pages are what the definitions say", () => {
  test.each(Object.entries(pages))("%s", (file, render) => {
    const path = `docs/catalogue/${file}`;
    if (process.env["REGEN"]) writeFileSync(path, render());
    expect(render()).toBe(readFileSync(path, "utf8"));
    expect(render()).not.toMatch(/`undefined`|\bNaN\b|\[object /);
  });
});
