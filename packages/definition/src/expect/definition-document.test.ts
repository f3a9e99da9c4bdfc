import { describe, expect, test } from "vitest";
import { expectDefinitionDocument } from "./definition-document.js";
import { expectProvenance } from "./provenance.js";

const document = {
  formatVersion: 1,
  id: "csat.top-2-of-5",
  version: "1.0.0",
  title: { en: "Top-2-box", zh: "前两项占比" },
  provenance: { status: "published", source: "Kicue", url: "https://kicue.com/en/blog" },
};

describe("expectDefinitionDocument", () => {
  test("returns the document with its kind's own keys", () => {
    const whole = { ...document, scale: { min: 1, max: 5 } };
    expect(expectDefinitionDocument(whole, ["scale"])).toBe(whole);
    expect(expectDefinitionDocument(whole, [], ["scale", "bands"])).toBe(whole);
  });

  test.each<[string, object, string, (string | number)[]]>([
    ["another format", { formatVersion: 2 }, "document.not-allowed", ["formatVersion"]],
    ["an id in capitals", { id: "CSAT" }, "document.wrong-type", ["id"]],
    ["a short version", { version: "1.0" }, "document.wrong-type", ["version"]],
    ["a numeric version, as YAML reads 1.0", { version: 1 }, "document.wrong-type", ["version"]],
    ["a title in one language", { title: { en: "x" } }, "document.missing-key", ["title", "zh"]],
    ["a blank title", { title: { en: "x", zh: " " } }, "document.wrong-type", ["title", "zh"]],
    ["a key of no kind", { titel: {} }, "document.unknown-key", ["titel"]],
    ["an unsafe key", JSON.parse('{"scale":{"__proto__":3}}'), "document.unsafe-key", ["scale", "__proto__"]],
  ])("refuses %s", (_, change, code, path) => {
    expect(() => expectDefinitionDocument({ ...document, ...change }, [], ["scale"])).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});

describe("expectProvenance", () => {
  test("accepts every field", () => {
    const whole = {
      status: "standard-text",
      source: "GB/T 19038-2009",
      clause: "4.2",
      url: "http://example.org/a?b=c",
      date: "2009-11",
      note: { en: "Annex A is informative.", zh: "附录 A 为资料性附录。" },
    };
    expect(expectProvenance(whole, [])).toEqual(whole);
  });

  test.each<[string, object]>([
    ["status", { status: "hearsay" }],
    ["source", { source: " " }],
    ["url", { url: "javascript:alert(1)" }],
    ["url", { url: "https://" }],
    ["url", { url: "https://a b" }],
    ["date", { date: "2023-13" }],
    ["date", { date: "2023-02-32" }],
    ["date", { date: "5 May 2023" }],
    ["clause", { clause: 4.2 }],
    ["note", { note: "text" }],
  ])("refuses the %s of %j", (key, change) => {
    expect(() => expectProvenance({ ...document.provenance, ...change }, ["provenance"])).toThrow(
      expect.objectContaining({ path: ["provenance", key] }),
    );
  });
});
