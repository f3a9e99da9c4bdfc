import { readFileSync, writeFileSync } from "node:fs";
import { conformanceAreas, conformanceOperations } from "@cxmetrics/conformance";
import { digestDefinition } from "@cxmetrics/definition";
import { digests, resolveIndexDefinition } from "@cxmetrics/guides";
import { describe, expect, test } from "vitest";
import { documented } from "./documented.js";
import { renderOperations, vectorsOf } from "./operations-page.js";

const page = (lang: "en" | "zh") => `docs/conformance/operations.${lang === "en" ? "md" : "zh.md"}`;

/** `REGEN=1` writes the pages anew. */
describe.each(["en", "zh"] as const)("the page of operations, %s", (lang) => {
  const text = renderOperations(lang);
  if (process.env["REGEN"]) writeFileSync(page(lang), text);

  test("is what operations, vectors and doc comments say", () => {
    expect(text).toBe(readFileSync(page(lang), "utf8"));
    expect(text).not.toMatch(/\[object /);
  });

  test("has every operation", () => {
    for (const { name } of conformanceOperations()) expect(text).toContain(`\n### ${name}\n`);
  });
});

test("what is said of an input comes from the doc comment of the function that is named", () => {
  const { parameters } = documented("scores", "compareScores");
  expect(parameters[3]).toContain("level");
  expect(parameters.length).toBe(4);
  for (const { documentedAs } of conformanceOperations())
    documented(documentedAs.package, documentedAs.function);
});

describe.each(["README.md", "README.zh.md"])("docs/conformance/%s", (file) => {
  const text = readFileSync(`docs/conformance/${file}`, "utf8");

  test("counts what there is and names every area", () => {
    const areas = Object.keys(conformanceAreas);
    for (const area of areas) {
      const { vectors } = vectorsOf(area);
      expect(text).toMatch(new RegExp(`^\\| \`${area}\` +\\|.*\\| +${vectors.length} +\\|$`, "m"));
    }
    expect(text).toContain(`${conformanceOperations().length} `);
  });

  test("tells the digest of the HDI", () => {
    const definition = resolveIndexDefinition("undp.hdi@1.0.0");
    expect(text).toContain(digestDefinition(definition));
    expect(text).toContain(digests["undp.hdi@1.0.0"]);
  });
});
