import { describe, expect, test } from "vitest";
import {
  type ConformanceImplementation,
  type ConformanceVectors,
  parseConformanceVectors,
  readAnswerLine,
  referenceImplementation,
  runConformance,
} from "./index.js";

const document = (vectors: readonly object[]): ConformanceVectors =>
  ({ formatVersion: 1, area: "definitions", definitions: {}, vectors }) as unknown as ConformanceVectors;
const one = (more: object = {}) => ({
  id: "one",
  operation: "digest",
  input: { value: 1 },
  expect: [{ path: "/x", value: 1 }],
  basis: "by-hand",
  source: "test",
  ...more,
});
const verdictOf = (implementation: ConformanceImplementation) =>
  runConformance(document([one()]), implementation).verdicts[0];

describe("runConformance", () => {
  test.each<[string, ConformanceImplementation, string, string | undefined]>([
    ["gives it", () => ({ x: 1, free: true }), "passed", undefined],
    ["gives a typed array elsewhere", () => ({ x: 1, list: new Float64Array(2) }), "passed", undefined],
    [
      "gives a number that is not finite, even elsewhere",
      () => ({ x: 1, y: Number.NaN }),
      "faulted",
      "garbage",
    ],
    ["gives nothing", () => undefined, "failed", undefined],
    [
      "throws a plain error",
      () => {
        throw new Error("boom");
      },
      "faulted",
      "crashed",
    ],
    [
      "throws a text",
      () => {
        throw "boom";
      },
      "faulted",
      "crashed",
    ],
    [
      "gives a circle",
      () => {
        const x: Record<string, unknown> = {};
        x["x"] = x;
        return x;
      },
      "faulted",
      "crashed",
    ],
    [
      "does not know the operation",
      () => referenceImplementation("digset", {}),
      "unsupported",
      "unsupported",
    ],
  ])("an implementation that %s", (_name, implementation, verdict, kind) => {
    const judged = verdictOf(implementation);
    expect(judged?.verdict).toBe(verdict);
    expect(judged?.fault?.kind).toBe(kind);
  });

  test("typed arrays are lists", () => {
    const vectors = document([one({ expect: [{ path: "", value: [1, 2] }] })]);
    expect(runConformance(vectors, () => Float64Array.of(1, 2)).conforms).toBe(true);
  });

  test("nothing supported is not conformity, and the order of vectors does not matter to the counts", () => {
    const unknown = runConformance(document([one()]), (name) => referenceImplementation(`${name}x`, {}));
    expect(unknown).toMatchObject({ conforms: false, counts: { unsupported: 1 } });
    const vectors = [
      one(),
      one({ id: "two", operation: "canonical-text", expect: [{ path: "", value: "1" }] }),
    ];
    const counts = (list: readonly object[]) =>
      runConformance(document(list), referenceImplementation).counts;
    expect(counts(vectors)).toEqual(counts([...vectors].reverse()));
    expect(counts(vectors)).toMatchObject({ vectors: 2, passed: 1, failed: 1 });
  });

  test("an unknown operation is refused with the nearest name", () => {
    expect(() => referenceImplementation("estimate-scor", {})).toThrow(/Did you mean "estimate-score"/);
  });
});

describe("parseConformanceVectors", () => {
  test.each([
    [document([one(), one()]), "conformance.duplicate-id"],
    [document([one({ id: "Two Words" })]), "conformance.bad-id"],
    [document([one({ expect: undefined })]), "conformance.expect-or-refuse"],
    [document([one({ refuse: { code: "x" } })]), "conformance.expect-or-refuse"],
    [document([one({ expect: [] })]), "document.too-few"],
    [document([one({ expect: [{ path: "x", value: 1 }] })]), "conformance.bad-path"],
    [document([one({ expect: [{ path: "/~2", value: 1 }] })]), "conformance.bad-path"],
    [document([one({ expect: [{ path: "", value: { a: 1 } }] })]), "conformance.bad-expected-value"],
    [document([one({ expect: [{ path: "", value: Number.NaN }] })]), "conformance.bad-expected-value"],
    [
      document([one({ expect: [{ path: "", value: 1, tolerance: { absolute: -1 } }] })]),
      "document.out-of-range",
    ],
    [document([one({ basis: "rumour" })]), "document.not-allowed"],
    [document([one({ extra: 1 })]), "document.unknown-key"],
    [document([one({ input: { value: { $definition: "nps@1.0.0" } } })]), "conformance.unknown-definition"],
    [{ ...document([]), area: "other" }, "document.not-allowed"],
  ])("%#: %s", (vectors, code) => {
    let said = "";
    try {
      runConformance(parseConformanceVectors(vectors), referenceImplementation);
    } catch (thrown) {
      said = (thrown as { code: string }).code;
    }
    if (code.startsWith("document.")) expect(said).toMatch(/^document\./);
    else expect(said).toBe(code);
  });
});

describe("readAnswerLine", () => {
  test.each([
    ["", null, "not JSON"],
    ["[1]", null, "not an object"],
    ['{"output":1}', null, "no id"],
    ['{"id":7,"output":1}', null, "no id"],
    ['{"id":"a"}', "a", "neither"],
    ['{"id":"a","output":1,"error":{"code":"x"}}', "a", "both"],
    ['{"id":"a","error":"x"}', "a", "without a code"],
    ['{"id":"a","error":{"code":3}}', "a", "without a code"],
    ['{"id":"a","output":-Infinity}', null, "not finite"],
    [`nul\u0000l${"x".repeat(500)}`, null, "nul\ufffdl"],
  ])("%s", (line, id, detail) => {
    const read = readAnswerLine(line);
    expect(read.id).toBe(id);
    expect(read.answer).toMatchObject({ fault: "garbage", detail: expect.stringContaining(detail) });
    expect((read.answer as { detail: string }).detail.length).toBeLessThan(300);
  });

  test("an output may be anything that JSON can say, and further members are passed over", () => {
    expect(readAnswerLine('{"id":"a","output":null,"tookMs":3}')).toEqual({
      id: "a",
      answer: { output: null },
    });
    expect(readAnswerLine('{"id":"a","error":{"code":"x","path":[]}}')).toEqual({
      id: "a",
      answer: { error: { code: "x" } },
    });
  });
});
