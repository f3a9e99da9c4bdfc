import { digestDefinition, isCxMetricsError } from "@cxmetrics/definition";
import { defineIndex, type IndexDefinition, renderFormulaPage } from "@cxmetrics/index-model";
import { IndexDefinitionSchema as Schema } from "@cxmetrics/index-model/schema";
import { describe, expect, test } from "vitest";
import { digests, earlierIndexDefinitions, indexDefinitions, resolveIndexDefinition } from "./index.js";

const all: readonly (readonly [string, IndexDefinition])[] = Object.entries(indexDefinitions);

describe.each(all)("%s", (id, definition) => {
  test("stands under its own id and passes both checks", () => {
    expect(definition.id).toBe(id);
    expect(defineIndex(definition)).toEqual(definition);
    expect(Schema.parse(definition)).toEqual(definition);
  });

  test("has the digest it was published with", () => {
    expect(digestDefinition(definition)).toBe(digests[`${definition.id}@${definition.version}`]);
  });

  test.each(["en", "zh"] as const)("has a formula page, %s", (lang) => {
    expect(renderFormulaPage(definition, { lang })).toContain(definition.title[lang].slice(0, 3));
  });

  test("is found by id and by id@version", () => {
    expect(resolveIndexDefinition(id)).toEqual(definition);
    expect(resolveIndexDefinition(`${id}@${definition.version}`)).toEqual(definition);
  });
});

test.each(
  earlierIndexDefinitions.map(
    (definition) => [`${definition.id}@${definition.version}`, definition] as const,
  ),
)("%s is still found as it was published", (name, definition) => {
  expect(resolveIndexDefinition(name)).toEqual(definition);
  expect(Schema.parse(definition)).toEqual(definition);
  expect(digestDefinition(definition)).toBe(digests[name]);
});

test("no digest stands without its definition", () => {
  const newest = all.map(([, definition]) => definition);
  const shipped = [...newest, ...earlierIndexDefinitions].map(({ id, version }) => `${id}@${version}`);
  expect(Object.keys(digests).sort()).toEqual([...shipped].sort());
});

describe("names that are not shipped", () => {
  const refusal = (name: unknown) => {
    try {
      resolveIndexDefinition(name as string);
    } catch (thrown) {
      if (isCxMetricsError(thrown)) return { code: thrown.code, message: thrown.message };
      throw thrown;
    }
    return { code: "no error", message: "" };
  };

  test.each([
    ["undp.hdo", "definition.unknown", 'Did you mean "undp.hdi"?'],
    ["undp.hdi@2.0.0", "definition.unknown", 'Did you mean "undp.hdi@1.0.0"?'],
    ["HDI", "definition.bad-reference", "HDI"],
    ["constructor", "definition.unknown", "undp.hdi@1.0.0"],
    [undefined, "document.wrong-type", "text"],
    [7, "document.wrong-type", "text"],
  ])("%s", (name, code, part) => {
    expect(refusal(name).code).toBe(code);
    expect(refusal(name).message).toContain(part);
  });
});
