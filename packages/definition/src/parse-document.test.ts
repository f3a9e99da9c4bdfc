import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CxMetricsError, isCxMetricsError } from "./cx-metrics-error.js";
import { parseDocument } from "./parse-document.js";

function refusal(text: unknown): CxMetricsError {
  try {
    parseDocument(text as string);
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown;
    throw thrown;
  }
  throw new Error("was accepted");
}

describe("reads", () => {
  test.each<[string, unknown]>([
    ['{ "a": [1.5, "x", null, true] }', { a: [1.5, "x", null, true] }],
    ["\uFEFFa: 3", { a: 3 }],
    ["\uFEFF[3]", [3]],
    ["a: 3\r\nb: 4\r\n", { a: 3, b: 4 }],
    // YAML 1.2 core schema: these are texts.
    ["a: no\nb: yes\nc: on\nd: off\ne: y", { a: "no", b: "yes", c: "on", d: "off", e: "y" }],
    ["a: 2020-01-01\nb: 12:30:45", { a: "2020-01-01", b: "12:30:45" }],
    ["a: 0o17\nb: 0x1F\nc: 1_000", { a: 15, b: 31, c: "1_000" }],
    ["a: ~\nb: null\nc:", { a: null, b: null, c: null }],
    // A %YAML line does not change the rules.
    ["%YAML 1.1\n---\na: no\nb: 2020-01-01", { a: "no", b: "2020-01-01" }],
    // Merge keys belong to YAML 1.1; here they are a key, which the reader of the document refuses as unknown.
    ["x: &x { a: 3 }\ny: { <<: *x }", { x: { a: 3 }, y: { "<<": { a: 3 } } }],
    ["1: a\ntrue: b\nnull: c", { "1": "a", true: "b", null: "c" }],
    ["a: &s [3, 4]\nb: *s", { a: [3, 4], b: [3, 4] }],
    ["a: !!str 3\nb: !!int 4", { a: "3", b: 4 }],
    ["null", null],
    ['"\\ud83d\\ude00\\/"', "😀/"],
    ["text: |\n  第一行\n  第二行\n", { text: "第一行\n第二行\n" }],
  ])("%j", (text, data) => {
    expect(parseDocument(text)).toEqual(data);
  });

  test("every JSON text as JSON.parse does, however it is indented", () => {
    const safe = fc
      .jsonValue({ maxDepth: 5 })
      .filter((value) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(safe, fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        expect(parseDocument(JSON.stringify(value, null, indent))).toEqual(
          JSON.parse(JSON.stringify(value)) as unknown,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("refuses", () => {
  test.each<[string, unknown, string]>([
    ["undefined", undefined, "document.wrong-type"],
    ["a number", 3, "document.wrong-type"],
    ["an object", { a: 3 }, "document.wrong-type"],
    ["an empty text", "", "document.wrong-type"],
    ["a blank text", " \n\t", "document.wrong-type"],
    ["a byte-order mark alone", "\uFEFF", "document.wrong-type"],
    ["a comment alone", "# nothing here", "document.unreadable"],
    ["NaN", "a: .nan", "document.not-plain-data"],
    ["infinity", "a: [-.inf]", "document.not-plain-data"],
    ["a number that overflows", '{"a": 1e999}', "document.not-plain-data"],
    ["a lone surrogate", '"\\ud83d"', "document.not-plain-data"],
    ["a binary", "a: !!binary aGk=", "document.unreadable"],
    ["a set", "%YAML 1.1\n---\na: !!set { x }", "document.unreadable"],
    ["a timestamp", "a: !!timestamp 2020-01-01", "document.unreadable"],
    ["a tag that runs code elsewhere", "a: !!js/function 'f'", "document.unreadable"],
    ["66 levels", "[".repeat(66) + "]".repeat(66), "document.too-deep"],
    ["100 000 brackets", "[".repeat(100_000), "document.too-deep"],
    ["100 000 braces", '{"a":'.repeat(100_000), "document.too-deep"],
    ["1 000 000 dashes", "- ".repeat(1_000_000), "document.too-deep"],
    ["100 000 question marks", "? ".repeat(100_000), "document.too-deep"],
    ["a huge text", "x".repeat(2_000_001), "document.too-large"],
    [
      "a huge text by aliases",
      `a: &a ${"x".repeat(500_000)}\nb: [${"*a,".repeat(900)}]`,
      "document.too-large",
    ],
  ])("%s", (_, text, code) => {
    expect(refusal(text).code).toBe(code);
  });

  test.each<[string, string, number, number, string]>([
    ["a duplicate key", "a: 1\nb: 2\na: 3", 3, 1, "键重复"],
    ["a duplicate key in JSON", '{"a": {"b": 1, "b": 2}}', 1, 16, "键重复"],
    ["a key written twice in two ways", '{1: a, "1": b}', 1, 8, "键重复"],
    ["a list as key", "? [a]\n: 1", 1, 3, "键必须是文本"],
    ["a custom tag", "a: 1\nb: !point [1, 2]", 2, 4, "不支持该标签"],
    ["a tab as indentation", "a:\n\tb: 1", 2, 1, "不能用制表符缩进"],
    ["a second document", "a: 1\n---\nb: 2", 2, 1, "第二个文档"],
    ["an alias without anchor", "a: *b", 1, 4, "没有对应的锚点"],
    ["an alias inside its anchor", "a: &a { b: *a }", 1, 12, "自身的锚点"],
    ["a missing bracket", "a: 1\nb: [1, 2", 2, 9, "缩进不正确"],
    ["JSON with something behind it", '{"a": 1} x', 1, 10, "不应出现"],
    ["half of an escape", '"\\u12"', 1, 2, "转义序列"],
  ])("%s, with its place", (_, text, line, column, zh) => {
    const error = refusal(text);
    expect(error.code).toBe("document.unreadable");
    expect(error.values).toMatchObject({ line, column });
    expect(error.message).toContain(`Line ${line}, column ${column}`);
    expect(error.messages.zh).toContain(zh);
  });

  test("aliases that multiply (billion laughs)", () => {
    const letters = [..."abcdefgh"];
    const lines = letters.map((letter, index) => {
      const of = index === 0 ? "lol" : `*${letters[index - 1]}`;
      return `${letter}: &${letter} [${Array(9).fill(of).join(", ")}]`;
    });
    expect(refusal(lines.join("\n")).code).toBe("document.unreadable");
    expect(refusal(`a: &a x\nb: [${"*a,".repeat(1001)}]`).message).toContain("1000 aliases");
  });

  test("every sentence is there in both languages and filled in", () => {
    for (const text of ["", "# c", "a: .nan", "a: 1\na: 2", "[", "*a", "__proto__: 1"]) {
      const { messages } = refusal(text);
      for (const sentence of [messages.en, messages.zh]) expect(sentence).not.toMatch(/\{|undefined|^$/);
      expect(messages.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe("stays quick", () => {
  test("many keys and many anchors cost time in proportion", () => {
    const keys = Array.from({ length: 40_000 }, (_, index) => `k${index}: ${index}`).join("\n");
    const started = performance.now();
    expect(Object.keys(parseDocument(keys) as object)).toHaveLength(40_000);
    // Comparing every key with every other took eight seconds.
    expect(performance.now() - started).toBeLessThan(6000);
  });

  test("any text ends with data or a CxMetricsError", () => {
    const snippets = fc.constantFrom(
      "a",
      ": ",
      "- ",
      "? ",
      "[",
      "]",
      "{",
      "}",
      "&a ",
      "*a",
      "\n",
      "  ",
      "'",
      '"',
      "|\n",
      "!x ",
      "#",
      "---\n",
      "%",
      "\\",
      "\u0000",
      "é",
      ",",
      "<<",
    );
    fc.assert(
      fc.property(fc.array(snippets, { maxLength: 40 }), (parts) => {
        try {
          parseDocument(parts.join(""));
        } catch (thrown) {
          expect(isCxMetricsError(thrown), String(thrown)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
