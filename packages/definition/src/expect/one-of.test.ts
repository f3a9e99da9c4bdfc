import { expect, test } from "vitest";
import { expectOneOf } from "./one-of.js";

test("returns the choice, a text never standing for a number", () => {
  expect(expectOneOf(2, [], [2, 3])).toBe(2);
  expect(() => expectOneOf("2", [], [2, 3])).toThrow(
    '"2" is not allowed here. Did you mean "2"? Choose one of: 2, 3.',
  );
});

test("offers the nearest choice in both languages", () => {
  expect(() => expectOneOf("wilsn", ["interval"], ["wilson", "wald"])).toThrow(
    expect.objectContaining({
      code: "document.not-allowed",
      path: ["interval"],
      messages: {
        en: '"wilsn" is not allowed here. Did you mean "wilson"? Choose one of: wilson, wald.',
        zh: '此处不能使用 "wilsn"。是否想写“wilson”？可选值：wilson, wald。',
      },
    }),
  );
});

test.each([undefined, null, Number.NaN, {}, "toString"])("refuses %s", (value) => {
  expect(() => expectOneOf(value, [], ["a"])).toThrow(
    expect.objectContaining({ code: "document.not-allowed" }),
  );
});
