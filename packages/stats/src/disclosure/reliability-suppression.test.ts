import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ReliabilityInput, type ReliabilityRule, reliabilitySuppression } from "../index.js";

test("U.S. Cancer Statistics: fewer than 16 cases are not shown", () => {
  const rule = { rule: "minimum-n", limit: 16 } as const;
  expect(reliabilitySuppression({ value: 3.2, n: 15 }, rule)).toMatchObject({
    status: "suppressed",
    reason: "too-few-records",
    measured: 15,
  });
  expect(reliabilitySuppression({ value: 3.2, n: 16 }, rule)).toEqual({
    status: "ok",
    value: 3.2,
    rule: "minimum-n",
    measured: 16,
    limit: 16,
  });
});

// SAMHSA, NSDUH, computational form of the rule: (SE(p)/p)/(−ln p) > 0.175 for p ≤ 0.5, (SE(p)/(1 − p))/(−ln(1 − p)) above.
describe("NSDUH", () => {
  const rule = { rule: "rse-log", limit: 0.175 } as const;
  test.each([
    [0.001, 0.0012, "ok"],
    [0.001, 0.00122, "suppressed"],
    [0.5, 0.0606, "ok"],
    [0.5, 0.0607, "suppressed"],
    [0.9, 0.0402, "ok"],
    [0.9, 0.0404, "suppressed"],
    [0, 0, "suppressed"],
    [1, 0.001, "suppressed"],
  ])("share %d with standard error %d: %s", (value, standardError, status) => {
    expect(reliabilitySuppression({ value, standardError }, rule).status).toBe(status);
  });

  // At p = 0.5 and simple random sampling the limit 0.175 corresponds to an effective n of 68 (SAMHSA prints 68).
  test("the effective size behind the limit", () => {
    const status = (n: number) =>
      reliabilitySuppression({ value: 0.5, standardError: 0.5 / Math.sqrt(n) }, rule).status;
    expect([67, 68].map(status)).toEqual(["suppressed", "ok"]);
  });

  test("is the same for p and 1 − p", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1023 }),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (k, standardError) => {
          const found = (value: number) => {
            const one = reliabilitySuppression({ value, standardError }, rule);
            return one.status === "not-computable" ? one : [one.status, one.measured];
          };
          expect(found(k / 1024)).toEqual(found(1 - k / 1024));
        },
      ),
    );
  });
});

describe("relative standard error", () => {
  const rule = { rule: "relative-standard-error", limit: 0.3 } as const;
  test("has no sign and no unit, and does not exist at 0", () => {
    expect(reliabilitySuppression({ value: -20, standardError: 6 }, rule)).toMatchObject({
      status: "ok",
      measured: 0.3,
    });
    expect(reliabilitySuppression({ value: 20, standardError: 6.1 }, rule)).toMatchObject({
      status: "suppressed",
      measured: 0.305,
    });
    expect(reliabilitySuppression({ value: 0, standardError: 0 }, rule)).toMatchObject({
      status: "suppressed",
      measured: null,
    });
    expect(reliabilitySuppression({ value: 5e-324, standardError: 1e308 }, rule)).toMatchObject({
      status: "suppressed",
      measured: null,
    });
  });
  test("no standard error, no judgement", () => {
    expect(reliabilitySuppression({ value: 3, standardError: null }, rule)).toMatchObject({
      status: "not-computable",
      reason: "no-standard-error",
    });
  });
});

test.each([
  ["disclosure.figure-missing", { value: 3 }, { rule: "minimum-n", limit: 16 }],
  ["disclosure.figure-missing", { value: 3, n: 4 }, { rule: "relative-standard-error", limit: 0.3 }],
  ["document.not-allowed", { value: 3, n: 4 }, { rule: "minimum", limit: 0.3 }],
  ["parameter.out-of-range", { value: 3, standardError: 1 }, { rule: "rse-log", limit: 0.175 }],
  ["parameter.out-of-range", { value: 3, n: -1 }, { rule: "minimum-n", limit: 16 }],
  ["argument.not-a-number", { value: Number.NaN, n: 3 }, { rule: "minimum-n", limit: 16 }],
  ["argument.not-a-number", { value: 3, n: 3 }, { rule: "minimum-n" }],
  ["argument.not-an-object", null, { rule: "minimum-n", limit: 16 }],
])("%s", (code, estimate, rule) => {
  expect(() => reliabilitySuppression(estimate as ReliabilityInput, rule as ReliabilityRule)).toThrow(
    expect.objectContaining({ code }),
  );
});
