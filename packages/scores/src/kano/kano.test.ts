import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { classifyKano } from "./classify-kano.js";
import { kanoCoefficients } from "./kano-coefficients.js";
import { tallyKano } from "./tally-kano.js";

const answer = fc.integer({ min: 1, max: 5 });

describe("classifyKano", () => {
  test("swapping the questions turns a feature round", () => {
    const turned = { attractive: "reverse", "one-dimensional": "reverse", "must-be": "reverse" } as const;
    fc.assert(
      fc.property(answer, answer, (functional, dysfunctional) => {
        const there = classifyKano(functional, dysfunctional);
        const absent = classifyKano(dysfunctional, functional);
        if (there === "questionable" || there === "indifferent") expect(absent).toBe(there);
        else if (there !== "reverse") expect(absent).toBe(turned[there]);
      }),
    );
  });

  test("of the 25 pairs, 3 are attractive, 1 one-dimensional, 3 must-be, 9 indifferent, 7 reverse, 2 questionable", () => {
    const pairs = [1, 2, 3, 4, 5].flatMap((a) => [1, 2, 3, 4, 5].map((b) => [a, b] as const));
    const tally = tallyKano(
      pairs.map(([a]) => a),
      pairs.map(([, b]) => b),
    );
    expect(tally).toEqual({
      attractive: 3,
      "one-dimensional": 1,
      "must-be": 3,
      indifferent: 9,
      reverse: 7,
      questionable: 2,
      missing: 0,
    });
  });

  test.each([
    [0, 1],
    [1, 6],
    [1.5, 1],
    ["1", 1],
    [undefined, 1],
  ])("%j, %j is refused", (a, b) => {
    expect(() => (classifyKano as (...input: readonly unknown[]) => unknown)(a, b)).toThrow(
      expect.objectContaining({ code: "kano.answer-not-allowed" }),
    );
  });

  test("a bad answer is named with its row, also beside a blank", () => {
    expect(() => tallyKano([1, 7], [2, null])).toThrow(
      expect.objectContaining({ code: "kano.answer-not-allowed", path: ["functional", 1] }),
    );
    expect(() => tallyKano([1], [2, 3])).toThrow(
      expect.objectContaining({ code: "ratings.length-mismatch" }),
    );
  });
});

describe("kanoCoefficients", () => {
  const count = fc.nat(1000);
  const counts = fc.record({
    attractive: count,
    "one-dimensional": count,
    "must-be": count,
    indifferent: count,
    reverse: count,
  });

  test("bounds, intervals around their coefficients, scaling", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const found = kanoCoefficients(given);
        if (found.status !== "ok") return;
        expect(found.better).toBeGreaterThanOrEqual(0);
        expect(found.better).toBeLessThanOrEqual(1);
        expect(found.worse).toBeGreaterThanOrEqual(-1);
        expect(found.worse).toBeLessThanOrEqual(0);
        expect(found.betterInterval.lower).toBeLessThanOrEqual(found.better + 1e-12);
        expect(found.betterInterval.upper).toBeGreaterThanOrEqual(found.better - 1e-12);
        expect(found.worseInterval.lower).toBeLessThanOrEqual(found.worse + 1e-12);
        expect(found.worseInterval.upper).toBeGreaterThanOrEqual(found.worse - 1e-12);
        const doubled = kanoCoefficients({
          attractive: 2 * given.attractive,
          "one-dimensional": 2 * given["one-dimensional"],
          "must-be": 2 * given["must-be"],
          indifferent: 2 * given.indifferent,
        });
        if (doubled.status === "ok")
          expect([doubled.better, doubled.worse]).toEqual([found.better, found.worse]);
      }),
    );
  });

  test("the interval of better is Wilson's: 70 of 100", () => {
    const found = kanoCoefficients({ attractive: 40, "one-dimensional": 30, "must-be": 20, indifferent: 10 });
    if (found.status !== "ok") throw new Error(found.reason);
    // R 4.2.2: prop.test(70, 100, correct = FALSE)
    expect(found.betterInterval.lower).toBeCloseTo(0.60415145366653333, 12);
    expect(found.betterInterval.upper).toBeCloseTo(0.78105114705067225, 12);
    expect(found.mode).toEqual(["attractive"]);
  });

  test("nobody in the base, ties, and refusals", () => {
    const none = { attractive: 0, "one-dimensional": 0, "must-be": 0, indifferent: 0 };
    expect(kanoCoefficients({ ...none, reverse: 9 })).toMatchObject({ reason: "no-classified-respondents" });
    expect(kanoCoefficients({ ...none, attractive: 2, indifferent: 2 })).toMatchObject({
      mode: ["attractive", "indifferent"],
      worse: 0,
    });
    const loosely = kanoCoefficients as (...input: readonly unknown[]) => unknown;
    expect(() => loosely({ ...none, attractive: -1 })).toThrow(
      expect.objectContaining({ code: "kano.count-not-allowed" }),
    );
    expect(() => loosely({ A: 1 })).toThrow(expect.objectContaining({ code: "document.unknown-key" }));
    expect(() => loosely(none, { level: 2 })).toThrow(
      expect.objectContaining({ code: "option.not-allowed" }),
    );
  });
});
