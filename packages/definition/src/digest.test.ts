import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DefinitionDocument } from "./definition-document.js";
import { digestDefinition, digestOf, referenceTo } from "./digest.js";
import { parseDocument } from "./parse-document.js";

const document: DefinitionDocument = {
  formatVersion: 1,
  id: "nps",
  version: "1.2.0",
  title: { en: "NPS", zh: "净推荐值" },
  provenance: { status: "published", source: "HBR, Dec 2003" },
};

describe("digestOf", () => {
  // FIPS 180-4 of the two bytes {} and of the text "abc" in its JSON quotes, by `printf '"abc"' | sha256sum` (coreutils 9.1).
  test("known digests", () => {
    expect(digestOf({})).toBe("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    expect(digestOf("abc")).toBe("sha256:6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25");
  });

  test("is the SHA-256 of node:crypto over the sorted text", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ unit: "grapheme" })),
        (record) => {
          const sorted = JSON.stringify(record, Object.keys(record).sort());
          expect(digestOf(record)).toBe(
            `sha256:${createHash("sha256").update(sorted, "utf8").digest("hex")}`,
          );
        },
      ),
    );
  });
});

describe("digestDefinition", () => {
  test("neither the order of keys nor the syntax matters", () => {
    const reversed = Object.fromEntries(Object.entries(document).reverse());
    const yaml = `
title: { zh: 净推荐值, en: NPS }   # a comment
provenance: { status: published, source: "HBR, Dec 2003" }
version: 1.2.0
id: nps
formatVersion: 1`;
    expect(digestDefinition(reversed as unknown as DefinitionDocument)).toBe(digestDefinition(document));
    expect(digestDefinition(parseDocument(yaml) as DefinitionDocument)).toBe(digestDefinition(document));
  });

  test("any change of content changes it", () => {
    const changed = { ...document, title: { en: "NPS", zh: "净推荐值。" } };
    expect(digestDefinition(changed)).not.toBe(digestDefinition(document));
    expect(digestDefinition({ ...document, scale: { min: 0 } } as DefinitionDocument)).not.toBe(
      digestDefinition(document),
    );
  });

  test("the reference holds id, version and digest", () => {
    expect(referenceTo(document)).toEqual({ id: "nps", version: "1.2.0", digest: digestOf(document) });
  });

  test.each([
    [undefined, "document.wrong-type"],
    [null, "document.wrong-type"],
    ["nps@1.0.0", "document.wrong-type"],
    [[], "document.wrong-type"],
    [{}, "document.not-allowed"],
    [{ ...document, formatVersion: 2 }, "document.not-allowed"],
    [{ ...document, id: "N P S" }, "document.wrong-type"],
    [{ ...document, version: "1.2" }, "document.wrong-type"],
    [{ ...document, at: new Date(3) }, "document.not-plain-data"],
  ])("refuses %j", (value, code) => {
    for (const call of [digestDefinition, referenceTo])
      expect(() => call(value as never)).toThrow(expect.objectContaining({ code }));
  });
});
