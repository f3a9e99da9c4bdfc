import * as oracle from "canonicalize";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.js";
import { isCxMetricsError } from "./cx-metrics-error.js";

/** Erdtman, Rundgren and others, canonicalize 2.1.0, whose types promise an ES module although it is CommonJS. */
const canonicalize = oracle.default as unknown as (value: unknown) => string;

/** What a call refuses, as plain data. */
function refusal(value: unknown): { code: string; path: readonly (string | number)[] } {
  try {
    canonicalJson(value);
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return { code: thrown.code, path: thrown.path };
    throw thrown;
  }
  throw new Error("was accepted");
}

const fromBits = (hex: string) => new DataView(Uint8Array.from(Buffer.from(hex, "hex")).buffer).getFloat64(0);

describe("RFC 8785", () => {
  // Appendix B, "Number Serialization Samples".
  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("number %s is written %s", (hex, text) => {
    expect(canonicalJson(fromBits(hex))).toBe(text);
  });

  test.each(["7fffffffffffffff", "7ff0000000000000"])("number %s is refused", (hex) => {
    expect(refusal({ a: [fromBits(hex)] })).toEqual({ code: "document.not-plain-data", path: ["a", 0] });
  });

  test("3.2.2: literals, numbers and strings", () => {
    const text =
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}';
    expect(canonicalJson(JSON.parse(text))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test("3.2.3: keys are sorted by UTF-16 code units", () => {
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
    const sorted = JSON.parse(canonicalJson(Object.fromEntries(keys.map((key) => [key, key])))) as object;
    // An object would put "1" first by itself, so the text is looked at as well.
    expect(Object.keys(sorted).filter((key) => key !== "1")).toEqual([
      "\r",
      "\u0080",
      "\u00f6",
      "\u20ac",
      "\ud83d\ude00",
      "\ufb33",
    ]);
    expect(canonicalJson({ 1: 0, "\r": 0 })).toBe('{"\\r":0,"1":0}');
  });
});

describe("laws", () => {
  test("agrees with the package canonicalize on random JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  test("the order of keys does not matter, and reading it back gives the same text", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
        expect(canonicalJson(JSON.parse(canonicalJson(record)))).toBe(canonicalJson(record));
      }),
    );
  });
});

describe("what has no canonical form", () => {
  const sparse = [1, 2, 3];
  delete sparse[1];
  const cycle: Record<string, unknown> = {};
  cycle["self"] = [cycle];
  class Score {
    value = 3;
  }
  test.each<[string, unknown, (string | number)[]]>([
    ["a lone surrogate in a text", { a: "\ud83d" }, ["a"]],
    ["a lone surrogate in a key", { "\ude00": 3 }, ["\ude00"]],
    ["NaN", [3, [Number.NaN]], [1, 0]],
    ["a date", { at: new Date(3) }, ["at"]],
    ["a map", { map: new Map() }, ["map"]],
    ["a set", [new Set()], [0]],
    ["a typed array", { a: new Float64Array(2) }, ["a"]],
    ["a boxed number", { a: Object(3) }, ["a"]],
    ["an instance of a class", { score: new Score() }, ["score"]],
    ["a cycle", cycle, ["self", 0]],
    ["a sparse list", { a: sparse }, ["a", 1]],
    ["undefined in a list", [undefined], [0]],
    ["undefined", undefined, []],
    ["a bigint", { a: 3n }, ["a"]],
    ["a symbol", { a: Symbol("s") }, ["a"]],
    ["a function", { a: () => 3 }, ["a"]],
    ["toJSON, which JSON.stringify would call", { toJSON: () => 3 }, ["toJSON"]],
  ])("%s", (_, value, path) => {
    expect(refusal(value)).toEqual({ code: "document.not-plain-data", path });
  });

  test("a getter or a proxy that throws", () => {
    const getter = {
      get a(): number {
        throw new TypeError("no");
      },
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const value of [getter, proxy]) expect(refusal(value).code).toBe("document.not-plain-data");
  });

  test("nesting beyond 64 levels, however deep", () => {
    const nested = (levels: number) => {
      let value: unknown = 3;
      for (let level = 0; level < levels; level++) value = level % 2 ? { a: value } : [value];
      return value;
    };
    expect(canonicalJson(nested(65))).toContain("3");
    expect(refusal(nested(66)).code).toBe("document.too-deep");
    expect(refusal(nested(100_000)).code).toBe("document.too-deep");
  });

  test("shared parts that would make a text without end", () => {
    let value: unknown = "x";
    for (let level = 0; level < 60; level++) value = [value, value];
    expect(refusal(value).code).toBe("document.too-large");
  });
});

describe("what JSON would drop or keep", () => {
  test("undefined members are left out", () => {
    expect(canonicalJson({ b: undefined, a: 3 })).toBe('{"a":3}');
  });
  test("a shared part that is no cycle is written twice", () => {
    const shared = { a: 3 };
    expect(canonicalJson([shared, shared])).toBe('[{"a":3},{"a":3}]');
  });
  test("an object without prototype is plain", () => {
    expect(canonicalJson(Object.assign(Object.create(null), { a: 3 }))).toBe('{"a":3}');
  });
  test("an own __proto__ key is a key like any other", () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"a":3}}'))).toBe('{"__proto__":{"a":3}}');
  });
});
