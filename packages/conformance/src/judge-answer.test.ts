import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ConformanceVector, type Expectation, judgeAnswer } from "./index.js";

const vector = (expect: readonly Expectation[]): ConformanceVector => ({
  id: "case",
  operation: "digest",
  input: {},
  expect,
  basis: "by-hand",
  source: "test",
});
const refusal: ConformanceVector = {
  id: "case",
  operation: "digest",
  input: {},
  refuse: { code: "a.b" },
  basis: "by-hand",
  source: "test",
};
const verdict = (value: Expectation["value"], output: unknown, tolerance?: Expectation["tolerance"]) =>
  judgeAnswer(vector([{ path: "", value, ...(tolerance ? { tolerance } : {}) }]), { output }).verdict;

describe("numbers", () => {
  test("pass inside the larger of both tolerances and fail outside it", () => {
    const within = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e-2, noNaN: true }),
        within,
        (expected, absolute, relative, share) => {
          const allowed = Math.max(absolute, relative * Math.abs(expected));
          expect(verdict(expected, expected + share * allowed * 0.999, { absolute, relative })).toBe(
            "passed",
          );
          const outside = expected + Math.sign(share || 1) * allowed * 1.001;
          expect(verdict(expected, outside, { absolute, relative })).toBe("failed");
        },
      ),
    );
  });

  test("must be equal without a tolerance, where -0 is 0", () => {
    expect(verdict(0.1 + 0.2, 0.3)).toBe("failed");
    expect(verdict(0, -0)).toBe("passed");
  });

  test("that are not finite never pass and never appear as numbers", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const judged = judgeAnswer(vector([{ path: "", value: 1, tolerance: { absolute: 1e300 } }]), {
        output: bad,
      });
      expect(judged.verdict).toBe("failed");
      expect(judged.findings).toEqual([{ path: "", expected: 1, actual: String(bad) }]);
    }
  });
});

describe("other values", () => {
  test.each<[Expectation["value"], unknown, string]>([
    ["1", 1, "failed"],
    [1, "1", "failed"],
    [null, undefined, "failed"],
    [null, null, "passed"],
    [false, 0, "failed"],
    [[1, [2]], [1, [2]], "passed"],
    [[1, 2], [1, 2, 3], "failed"],
    [[], {}, "failed"],
    [{}, {}, "passed"],
    [{}, { a: 1 }, "failed"],
    [{}, [], "failed"],
  ])("%j against %j", (value, output, wanted) => {
    expect(verdict(value, output)).toBe(wanted);
  });

  test("paths follow own members only, and escapes", () => {
    const output = { "a/b": { "~": [10, 20] } };
    const at = (path: string, value: Expectation["value"]) =>
      judgeAnswer(vector([{ path, value }]), { output }).verdict;
    expect(at("/a~1b/~0/1", 20)).toBe("passed");
    expect(at("/a~1b/~0/01", 20)).toBe("failed");
    expect(at("/a~1b/~0/length", 2)).toBe("failed");
    expect(at("/constructor/name", "Object")).toBe("failed");
  });

  test("a tolerance holds for every member of a list, and the finding names the member", () => {
    const judged = judgeAnswer(vector([{ path: "/v", value: [1, 2, null], tolerance: { absolute: 0.1 } }]), {
      output: { v: [1.05, 2.5, null] },
    });
    expect(judged.findings).toEqual([
      { path: "/v/1", expected: 2, actual: 2.5, difference: 0.5, allowed: 0.1 },
    ]);
  });
});

describe("refusals and faults", () => {
  test.each([
    [refusal, { error: { code: "a.b", message: "why" } }, "passed"],
    [refusal, { error: { code: "a.c" } }, "failed"],
    [refusal, { output: null }, "failed"],
    [vector([{ path: "", value: 1 }]), { error: { code: "a.b" } }, "failed"],
    [refusal, { error: { code: "unsupported-operation" } }, "unsupported"],
    [refusal, { fault: "timeout", detail: "late" }, "faulted"],
    [refusal, { fault: "unsupported", detail: "" }, "unsupported"],
  ] as const)("%#", (asked, answer, wanted) => {
    expect(judgeAnswer(asked, answer).verdict).toBe(wanted);
  });
});
