import { readdirSync, readFileSync } from "node:fs";
import { digestDefinition } from "@cxmetrics/definition";
import { digests } from "@cxmetrics/guides";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import {
  conformanceAreas,
  conformanceOperations,
  parseConformanceVectors,
  referenceImplementation,
  runConformance,
} from "./index.js";
import { registry } from "./operations/registry.js";

const schemas = new URL("../schemas/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, schemas), "utf8"));
const documents = Object.keys(conformanceAreas).map((area) =>
  parseConformanceVectors(read(`vectors/${area}.json`)),
);

test("there is one document an area, and none beside", () => {
  const files = readdirSync(new URL("vectors/", schemas)).sort();
  expect(files).toEqual(
    Object.keys(conformanceAreas)
      .map((area) => `${area}.json`)
      .sort(),
  );
});

test("every operation is asked for, and every operation asked for exists", () => {
  const asked = new Set(documents.flatMap(({ vectors }) => vectors.map(({ operation }) => operation)));
  expect([...asked].sort()).toEqual(
    conformanceOperations()
      .map(({ name }) => name)
      .sort(),
  );
});

test("index definitions that vectors carry are those that are shipped, by digest", () => {
  const carried = documents
    .filter(({ area }) => area === "indices" || area === "definitions")
    .flatMap(({ definitions }) => Object.entries(definitions));
  expect(carried.length).toBeGreaterThan(6);
  for (const [name, definition] of carried) expect(digestDefinition(definition), name).toBe(digests[name]);
});

test("most answers come from outside, and pinned ones are few", () => {
  const bases = documents.flatMap(({ vectors }) => vectors.map(({ basis }) => basis));
  const share = (wanted: string) => bases.filter((basis) => basis === wanted).length / bases.length;
  expect(share("independent") + share("published")).toBeGreaterThan(0.5);
  expect(share("pinned")).toBeLessThan(0.05);
});

describe.each(documents)("$area", (document) => {
  test("fits the published schema", () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    const validate = ajv.compile(read("conformance-vectors-1.schema.json") as object);
    expect(validate(document) ? [] : validate.errors?.slice(0, 5)).toEqual([]);
  });

  test("inputs have the names that their operation declares", () => {
    for (const { id, operation, input } of document.vectors) {
      const declared = registry.get(operation);
      const strangers = Object.keys(input).filter((name) => !declared?.inputs.includes(name));
      if (!declared?.options) expect(strangers, id).toEqual([]);
    }
  });

  test("our own implementation gives every answer", () => {
    const report = runConformance(document, referenceImplementation);
    expect(report.verdicts.filter(({ verdict }) => verdict !== "passed")).toEqual([]);
    expect(report.conforms).toBe(true);
  });
});
