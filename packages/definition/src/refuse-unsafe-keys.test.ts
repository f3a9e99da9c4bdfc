import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CxMetricsError } from "./cx-metrics-error.js";
import { parseDocument } from "./parse-document.js";
import { refuseUnsafeKeys } from "./refuse-unsafe-keys.js";

function verdict(value: unknown, path?: (string | number)[]): unknown {
  try {
    refuseUnsafeKeys(value, path);
    return "safe";
  } catch (thrown) {
    const { name, code, path } = thrown as CxMetricsError;
    expect(name).toBe("CxMetricsError");
    return { code, path };
  }
}

describe("refuseUnsafeKeys", () => {
  test.each([
    ['{"__proto__":{"polluted":1}}', ["__proto__"]],
    ['{"a":[3,{"b":{"__proto__":null}}]}', ["a", 1, "b", "__proto__"]],
    ['[[{"constructor":{"prototype":{}}}]]', [0, 0, "constructor"]],
    ['{"a":{"prototype":3}}', ["a", "prototype"]],
  ])("refuses %s", (text, path) => {
    expect(verdict(JSON.parse(text))).toEqual({ code: "document.unsafe-key", path });
    expect(() => parseDocument(text)).toThrow(expect.objectContaining({ code: "document.unsafe-key", path }));
  });

  test("refuses them at any depth and place", () => {
    const place = fc.array(fc.oneof(fc.constantFrom("a", "b"), fc.nat({ max: 3 })), { maxLength: 40 });
    fc.assert(
      fc.property(place, fc.constantFrom("__proto__", "constructor", "prototype"), (path, key) => {
        let value: unknown = JSON.parse(`{"${key}":3}`);
        for (const step of [...path].reverse())
          value = typeof step === "number" ? [...Array(step).fill(0), value] : { [step]: value };
        expect(verdict(value)).toEqual({ code: "document.unsafe-key", path: [...path, key] });
      }),
    );
  });

  test("refuses them in YAML, and hidden ones", () => {
    for (const text of ["a:\n  - __proto__: { x: 1 }", "a: { ? constructor : 1 }", '"\\u005f_proto__": 1'])
      expect(() => parseDocument(text)).toThrow(expect.objectContaining({ code: "document.unsafe-key" }));
    const hidden = Object.defineProperty({}, "constructor", { value: 3, enumerable: false });
    expect(verdict({ hidden })).toMatchObject({ code: "document.unsafe-key" });
  });

  test("tells where it stands inside a larger document", () => {
    expect(verdict(JSON.parse('{"__proto__":3}'), ["sources", 2])).toEqual({
      code: "document.unsafe-key",
      path: ["sources", 2, "__proto__"],
    });
  });

  test("a long path of the caller's does not use up the levels", () => {
    expect(verdict({ a: { b: 3 } }, Array(100).fill("x"))).toBe("safe");
  });

  test.each([
    undefined,
    null,
    3,
    "__proto__",
    Symbol("s"),
    3n,
    () => 3,
    new Date(Number.NaN),
    new Float64Array(9),
  ])("lets %s pass", (value) => {
    expect(verdict(value)).toBe("safe");
  });

  test("lets ordinary JSON pass", () => {
    const safe = fc
      .jsonValue({ maxDepth: 6 })
      .filter((v) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(v)));
    fc.assert(fc.property(safe, (value) => verdict(value) === "safe"));
  });

  test("cycles and deep nesting end with a refusal", () => {
    const cycle: unknown[] = [];
    cycle.push(cycle, cycle);
    expect(verdict(cycle)).toMatchObject({ code: "document.too-deep" });
    let deep: unknown = 3;
    for (let level = 0; level < 100_000; level++) deep = { a: deep };
    expect(verdict(deep)).toMatchObject({ code: "document.too-deep" });
  });

  test("shared parts are not walked again and again", () => {
    let value: unknown = { a: 3 };
    for (let level = 0; level < 60; level++) value = { left: value, right: value };
    expect(verdict(value)).toBe("safe");
  });

  test("a part that is fine near the top is refused where it stands too deep", () => {
    let part: unknown = 3;
    for (let level = 0; level < 40; level++) part = [part];
    let below: unknown = part;
    for (let level = 0; level < 40; level++) below = [below];
    expect(verdict([part, below])).toMatchObject({ code: "document.too-deep" });
  });

  test("a getter that throws is refused", () => {
    const value = Object.defineProperty({}, "a", {
      enumerable: true,
      get() {
        throw new TypeError("no");
      },
    });
    expect(verdict({ b: value })).toEqual({ code: "document.not-plain-data", path: ["b"] });
  });
});
