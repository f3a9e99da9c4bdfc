// biome-ignore-all lint/suspicious/noThenProperty: the key of a formula
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryExpression } from "../fixtures/arbitrary-expression.js";
import type { Expression } from "./expression.js";
import { inputsOf } from "./inputs-of.js";
import { parseExpression } from "./parse-expression.js";

const mean = { op: "power-mean", exponent: 1, of: ["a", "b"] };
const round = { op: "round", of: ["x"], digits: 2, mode: "half-up" };
const less = { compare: "<", of: ["a", 1] };

describe("refuses, and says where", () => {
  test.each<[unknown, string, (string | number)[]]>([
    [undefined, "formula.not-an-expression", []],
    [null, "formula.not-an-expression", []],
    [true, "formula.not-an-expression", []],
    [() => 1, "formula.not-an-expression", []],
    [10n, "formula.not-an-expression", []],
    [["a", "b"], "formula.not-an-expression", []],
    [Number.NaN, "formula.not-a-number", []],
    [Number.NEGATIVE_INFINITY, "formula.not-a-number", []],
    ["", "formula.bad-name", []],
    ["  ", "formula.bad-name", []],
    ["a\nb", "formula.bad-name", []],
    ["a\u202Eb", "formula.bad-name", []],
    ["x".repeat(201), "formula.bad-name", []],
    ["0.5", "formula.quoted-number", []],
    ["1,000", "formula.quoted-number", []],
    ["-3e5", "formula.quoted-number", []],
    ["12 %", "formula.quoted-number", []],
    ["6/0", "formula.bad-rational", []],
    ["1 / 3", "formula.bad-rational", []],
    ["1/-3", "formula.bad-rational", []],
    [{}, "document.missing-key", ["op"]],
    [{ op: "toString", of: [] }, "formula.unknown-operation", ["op"]],
    [{ op: "__proto__", of: [] }, "formula.unknown-operation", ["op"]],
    [{ op: ["add"], of: [1] }, "formula.unknown-operation", ["op"]],
    [{ op: "add", of: [] }, "formula.operand-count", ["of"]],
    [{ op: "add" }, "document.missing-key", ["of"]],
    [{ op: "add", of: "a" }, "formula.operand-count", ["of"]],
    [{ op: "add", of: { 0: "a", length: 1 } }, "formula.operand-count", ["of"]],
    [{ op: "divide", of: ["a"] }, "formula.operand-count", ["of"]],
    [{ op: "ln", of: ["a", "b"] }, "formula.operand-count", ["of"]],
    [{ op: "add", of: ["a", { op: "add", of: ["b", "6/0"] }] }, "formula.bad-rational", ["of", 1, "of", 1]],
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    [{ op: "add", of: [, "a"] }, "formula.not-an-expression", ["of", 0]],
    [{ op: "add", of: ["a"], note: "hi" }, "document.unknown-key", ["note"]],
    [JSON.parse('{ "op": "add", "of": ["a"], "__proto__": 1 }'), "document.unknown-key", ["__proto__"]],
    [{ ...round, digits: 16 }, "document.wrong-type", ["digits"]],
    [{ ...round, digits: 0.5 }, "document.wrong-type", ["digits"]],
    [{ ...round, mode: "halfup" }, "document.not-allowed", ["mode"]],
    [{ ...mean, exponent: "1" }, "document.wrong-type", ["exponent"]],
    [{ ...mean, exponent: Number.POSITIVE_INFINITY }, "document.wrong-type", ["exponent"]],
    [{ ...mean, weights: [1] }, "formula.weight-count", ["weights"]],
    [{ ...mean, weights: "1/2" }, "formula.weight-count", ["weights"]],
    [{ ...mean, weights: [1, -1] }, "formula.bad-weight", ["weights", 1]],
    [{ ...mean, weights: [1, "-1/2"] }, "formula.bad-weight", ["weights", 1]],
    [{ ...mean, weights: [1, "0.5"] }, "formula.bad-weight", ["weights", 1]],
    [{ ...mean, weights: [1, Number.NaN] }, "formula.bad-weight", ["weights", 1]],
    [{ ...mean, weights: [1, 1e300] }, "formula.bad-weight", ["weights", 1]],
    [{ ...mean, weights: [0, "0/3"] }, "formula.zero-weights", ["weights"]],
    [{ ...mean, missing: "skip" }, "document.not-allowed", ["missing"]],
    [{ ...mean, missing: "renormalise", minimumAvailable: 1.1 }, "formula.bad-share", ["minimumAvailable"]],
    [{ ...mean, missing: "renormalise", minimumAvailable: "7/6" }, "formula.bad-share", ["minimumAvailable"]],
    [{ ...mean, minimumAvailable: 0.5 }, "formula.share-without-renormalise", ["minimumAvailable"]],
    [{ op: "clamp", of: ["a"] }, "formula.no-bound", []],
    [{ op: "clamp", of: ["a"], lower: "3/2", upper: 1 }, "formula.crossed-bounds", []],
    [{ op: "if", when: "a", then: 1, else: 2 }, "formula.not-a-condition", ["when"]],
    [{ op: "if", when: {}, then: 1, else: 2 }, "formula.not-a-condition", ["when"]],
    [{ op: "if", when: { all: [less], any: [less] }, then: 1, else: 2 }, "formula.not-a-condition", ["when"]],
    [{ op: "if", when: { all: [] }, then: 1, else: 2 }, "formula.operand-count", ["when", "all"]],
    [
      { op: "if", when: { any: [less, { not: 3 }] }, then: 1, else: 2 },
      "formula.not-a-condition",
      ["when", "any", 1, "not"],
    ],
    [
      { op: "if", when: { ...less, compare: "==" }, then: 1, else: 2 },
      "document.not-allowed",
      ["when", "compare"],
    ],
    [{ op: "if", when: { ...less, of: ["a"] }, then: 1, else: 2 }, "formula.operand-count", ["when", "of"]],
    [{ op: "if", when: less, then: 1 }, "document.missing-key", ["else"]],
  ])("%o: %s", (value, code, path) => {
    expect(() => parseExpression(value)).toThrow(expect.objectContaining({ code, path }));
    expect(() => parseExpression(value, ["nodes", "x"])).toThrow(
      expect.objectContaining({ path: ["nodes", "x", ...path] }),
    );
  });

  test("a list too long to walk", () => {
    expect(() => parseExpression({ op: "add", of: new Array(2 ** 31) })).toThrow(
      expect.objectContaining({ code: "formula.too-large" }),
    );
  });

  test("an unknown operation with the nearest one", () => {
    expect(() => parseExpression({ op: "multply", of: ["a"] })).toThrow(/Did you mean "multiply"\?/);
  });

  test("nesting beyond 64 levels, cycles, and parts that multiply by sharing", () => {
    const nested = (levels: number) => {
      let value: unknown = "a";
      for (let level = 0; level < levels; level += 1) value = { op: "negate", of: [value] };
      return value;
    };
    expect(inputsOf(nested(64) as Expression)).toEqual(["a"]);
    expect(() => parseExpression(nested(65))).toThrow(expect.objectContaining({ code: "formula.too-deep" }));

    const cycle: { op: string; of: unknown[] } = { op: "negate", of: [] };
    cycle.of.push(cycle);
    expect(() => parseExpression(cycle)).toThrow(expect.objectContaining({ code: "formula.too-deep" }));

    let shared: unknown = "a";
    for (let level = 0; level < 60; level += 1) shared = { op: "add", of: [shared, shared] };
    expect(() => parseExpression(shared)).toThrow(expect.objectContaining({ code: "formula.too-large" }));
  });

  test("anything at all either reads or is a mistake with a code", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        try {
          parseExpression(value);
        } catch (thrown) {
          expect(thrown).toMatchObject({
            name: "CxMetricsError",
            code: expect.stringMatching(/^(formula|document)\./),
          });
        }
      }),
    );
  });
});

describe("accepts", () => {
  test("every formula, unchanged and unshared", () => {
    fc.assert(
      fc.property(arbitraryExpression, (expression) => {
        const read = parseExpression(expression);
        expect(JSON.parse(JSON.stringify(read))).toEqual(JSON.parse(JSON.stringify(expression)));
        if (typeof read === "object") expect(read).not.toBe(expression);
        expect(parseExpression(JSON.parse(JSON.stringify(read)))).toEqual(read);
      }),
    );
  });

  test("names of any script, with signs and dots", () => {
    for (const name of ["体验", "nps-score", "a.raw", "e^x", "__proto__", "a/b", "Q1 2024", "NaN"])
      expect(inputsOf(name)).toEqual([name]);
  });

  test("names in the order of first use, in conditions and bounds too", () => {
    expect(
      inputsOf({
        op: "if",
        when: {
          any: [{ not: { compare: "<", of: ["d", "1/3"] } }, { all: [{ compare: "=", of: ["a", "d"] }] }],
        },
        then: { op: "clamp", of: ["c"], upper: "b", lower: "e" },
        else: "a",
      }),
    ).toEqual(["d", "a", "c", "e", "b"]);
  });
});
