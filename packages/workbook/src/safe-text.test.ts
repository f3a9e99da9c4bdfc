import fc from "fast-check";
import { expect, test } from "vitest";
import { definedNames } from "./defined-names.js";
import { safeText } from "./safe-text.js";

test("no text begins like a formula, holds what no file may hold, or changes twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const safe = safeText(text);
      expect(safe).not.toMatch(/^\s*[=+\-@]/);
      expect(safe).not.toMatch(/[\p{Cs}\uFFFE\uFFFF]|[^\P{Cc}\n]/u);
      expect(safeText(safe)).toBe(safe);
    }),
    { numRuns: 60 },
  );
});

test("plain texts stay as they are", () => {
  for (const text of ["App", "手机银行", "3 of 4", "a=b", "#1", "a\nb"]) expect(safeText(text)).toBe(text);
});

test("names are legal and unlike each other, whatever the parts", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 20 }), (parts) => {
      const newName = definedNames();
      const names = [...parts, ...parts].map((part) => newName("p", part, 1));
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^p_[\p{L}\p{N}_.]{0,250}$/u);
    }),
  );
});
