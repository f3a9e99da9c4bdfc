import { expect, test } from "vitest";
import { expectText } from "./text.js";

test("a global pattern gives the same answer every time", () => {
  const pattern = /^a/g;
  for (let time = 0; time < 3; time++) expect(expectText("abc", [], pattern)).toBe("abc");
});

test.each([undefined, null, 3, "", "  ", "\n", ["a"], {}])("refuses %j", (value) => {
  expect(() => expectText(value, ["id"])).toThrow(
    expect.objectContaining({ code: "document.wrong-type", path: ["id"] }),
  );
});

test("prints little of a long text, and lone surrogates visibly", () => {
  expect(() => expectText("x".repeat(1000), [], /^y/)).toThrow(`found "${"x".repeat(40)}…"`);
  expect(() => expectText("\ud83d", [], /^y/)).toThrow('found "\\ud83d"');
});
