import { permutationTest } from "@cxmetrics/stats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import exact from "../../fixtures/python/permutation.json" with { type: "json" };
import figures from "../../fixtures/r/change.json" with { type: "json" };
import { compareScores, type ScoreDifference } from "../compare-scores.js";
import { csatMean5, csatTop2Of5 } from "../definitions/csat.js";
import { nps } from "../definitions/nps.js";
import { tallyDesign } from "../design/tally-design.js";
import type { RatingTally } from "../rating-tally.js";
import { tallyFromCounts } from "../tally-from-counts.js";
import { tallyRatings } from "../tally-ratings.js";
import { comparisonMethods } from "./comparison-methods.js";
import { exactPermutationP } from "./exact-permutation-p.js";

const five = { min: 1, max: 5 };

/** Promoters, passives, detractors. */
function waveOf([promoters = 0, passives = 0, detractors = 0]: readonly number[]) {
  return tallyFromCounts({ 0: detractors, 7: passives, 10: promoters }, nps.scale);
}

function ok(comparison: ReturnType<typeof compareScores>): ScoreDifference {
  if (comparison.status !== "ok") throw new Error(comparison.reason);
  return comparison;
}

function isClose(actual: number | null, expected: number, relative = 1e-9) {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    relative * Math.max(1, Math.abs(expected)),
  );
}

describe("against R", () => {
  test.each(figures.pairs)("adjusted-wald $a $b", ({ a, b, ...expected }) => {
    const found = ok(compareScores(waveOf(a), waveOf(b), nps, { method: "adjusted-wald" }));
    isClose(found.adjustedDifference ?? 0, expected.adjustedDifference);
    isClose(found.standardError, expected.adjustedError);
    isClose(found.p, expected.adjustedP);
    isClose(found.interval.lower, expected.adjusted[0] ?? 0);
    isClose(found.interval.upper, expected.adjusted[1] ?? 0);
  });

  test.each(figures.pairs)("mover $a $b", ({ a, b, ...expected }) => {
    const found = ok(compareScores(waveOf(a), waveOf(b), nps, { method: "mover" }));
    isClose(found.interval.lower, expected.mover[0] ?? 0, 1e-10);
    isClose(found.interval.upper, expected.mover[1] ?? 0, 1e-10);
    isClose(found.p, expected.moverP, 1e-10);
    const narrow = ok(compareScores(waveOf(a), waveOf(b), nps, { method: "mover", level: 0.8 }));
    isClose(narrow.interval.lower, expected.mover80[0] ?? 0, 1e-10);
    isClose(narrow.interval.upper, expected.mover80[1] ?? 0, 1e-10);
  });

  test("newcombe: prop.test", () => {
    const { a, b, p, newcombe } = figures.shares;
    const side = ([good = 0, all = 0]: readonly number[]) =>
      tallyFromCounts([all - good, 0, 0, 0, good], five);
    const found = ok(compareScores(side(a), side(b), csatTop2Of5, { method: "newcombe" }));
    isClose(found.p, p);
    isClose(found.interval.lower, newcombe[0] ?? 0);
    isClose(found.interval.upper, newcombe[1] ?? 0);
  });

  test("welch: t.test", () => {
    const { a, b, p, standardError, welch } = figures.means;
    const found = ok(
      compareScores(tallyFromCounts(a, five), tallyFromCounts(b, five), csatMean5, { method: "welch" }),
    );
    isClose(found.standardError, standardError);
    isClose(found.p, p);
    isClose(found.interval.lower, welch[0] ?? 0);
    isClose(found.interval.upper, welch[1] ?? 0);
  });
});

describe("exact permutation", () => {
  test.each(exact.visited)("every rearrangement visited by Python: $a $b", ({ a, b, p }) => {
    isClose(ok(compareScores(waveOf(a), waveOf(b), nps, { method: "permutation" })).p, p, 1e-12);
  });

  test.each(exact.summed)("scipy's multivariate hypergeometric law: $a $b", ({ a, b, p }) => {
    const found = ok(compareScores(waveOf(a), waveOf(b), nps, { method: "permutation" })).p;
    // scipy's log probabilities limit it to about 1e-10.
    expect(Math.abs(found / p - 1)).toBeLessThan(1e-9);
  });

  test("the test of the answers themselves", () => {
    const counts = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)).filter((c) => c[0] + c[1] + c[2] > 0);
    const answers = (c: readonly number[]) =>
      [1, 0, -1].flatMap((value, k) => new Array(c[k] ?? 0).fill(value));
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const whole = permutationTest({ a: answers(a), b: answers(b) });
        isClose(exactPermutationP(a, b), whole.status === "ok" ? whole.p : Number.NaN, 1e-11);
      }),
      { numRuns: 60 },
    );
  });

  test("shares", () => {
    // R 4.2.2: fisher.test orders tables by probability, this test by difference; with equal sizes they agree.
    // fisher.test(matrix(c(7, 3, 2, 8), 2))$p.value
    const side = (good: number, bad: number) => tallyFromCounts([bad, 0, 0, 0, good], five);
    const found = ok(compareScores(side(7, 3), side(2, 8), csatTop2Of5, { method: "permutation" }));
    isClose(found.p, 0.069778518694927336, 1e-12);
    expect(found.interval.method).toBe("newcombe");
  });

  test("many answers, and too many", () => {
    const found = ok(
      compareScores(waveOf([80_000, 0, 20_000]), waveOf([79_700, 0, 20_300]), nps, {
        method: "permutation",
      }),
    );
    // R 4.2.2: phyper(79700, 159700, 40300, 1e5) + phyper(79999, 159700, 40300, 1e5, lower.tail = FALSE)
    isClose(found.p, 0.095555136217353454, 1e-10);
    const beyond = compareScores(waveOf([900_000, 0, 0]), waveOf([1, 100_000, 0]), nps, {
      method: "permutation",
    });
    expect(beyond).toMatchObject({ reason: "too-many-answers" });
    expect(exactPermutationP([90_000, 0, 0], [0, 0, 90_000])).toBe(1e-300);
  });

  test("weights and clusters cannot be rearranged", () => {
    const weighted = tallyRatings([9, 3], nps.scale, { weights: [2, 1] });
    const clustered = tallyDesign([9, 3, 10], nps.scale, { clusters: ["a", "a", "b"] });
    for (const side of [weighted, clustered])
      expect(compareScores(waveOf([3, 4, 5]), side, nps, { method: "permutation" })).toMatchObject({
        reason: "not-rearrangeable",
        a: { status: "ok" },
      });
    expect(compareScores(waveOf([30, 40, 50]), clustered, nps)).toMatchObject({ status: "ok" });
  });
});

describe("laws", () => {
  const counts = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)).filter((c) => c[0] + c[1] + c[2] > 0);
  const methods = comparisonMethods.filter(({ fits }) => fits.includes("net-share")).map(({ id }) => id);

  test.each(methods)("%s: the sign is never lost, and swapping flips it", (method) => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const forwards = compareScores(waveOf(a), waveOf(b), nps, { method });
        const backwards = compareScores(waveOf(b), waveOf(a), nps, { method });
        expect(backwards.status).toBe(forwards.status);
        if (forwards.status !== "ok") return;
        const other = ok(backwards);
        const score = (c: readonly number[]) => (c[0] ?? 0) - (c[2] ?? 0);
        const sum = (c: readonly number[]) => c.reduce((total, count) => total + count, 0);
        const sign = Math.sign(score(b) * sum(a) - score(a) * sum(b));
        expect(Math.sign(Math.round(forwards.difference * 1e9))).toBe(sign);
        expect(other.difference).toBeCloseTo(-forwards.difference, 10);
        isClose(other.interval.lower, -forwards.interval.upper);
        isClose(other.p, forwards.p, 1e-7);
        expect(forwards.p).toBeGreaterThan(0);
        expect(forwards.p).toBeLessThanOrEqual(1);
        expect(forwards.interval.lower).toBeGreaterThanOrEqual(-200 - 60 * Number(method === "unpooled-z"));
        expect(forwards.interval.upper).toBeLessThanOrEqual(200 + 60 * Number(method === "unpooled-z"));
        if (method === "mover" || method === "permutation") {
          expect(forwards.interval.lower).toBeLessThanOrEqual(forwards.difference);
          expect(forwards.interval.upper).toBeGreaterThanOrEqual(forwards.difference);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("mover: test and interval agree", () => {
    fc.assert(
      fc.property(counts, counts, fc.constantFrom(0.8, 0.95, 0.99), (a, b, level) => {
        const { interval, p } = ok(compareScores(waveOf(a), waveOf(b), nps, { method: "mover", level }));
        fc.pre(Math.abs(p - (1 - level)) > 1e-6);
        expect(interval.lower > 0 || interval.upper < 0).toBe(p < 1 - level);
      }),
      { numRuns: 60 },
    );
  });
});

describe("edges", () => {
  const all = waveOf([12, 0, 0]);

  test("one-sided samples and single answers", () => {
    for (const method of ["adjusted-wald", "mover", "permutation"] as const) {
      const none = ok(compareScores(all, waveOf([20, 0, 0]), nps, { method }));
      expect(none.difference).toBe(0);
      expect(none.interval.lower).toBeLessThan(0);
      expect(none.interval.upper).toBeGreaterThan(0);
      if (method !== "adjusted-wald") expect(none.p).toBe(1);
      const single = ok(compareScores(waveOf([0, 0, 1]), waveOf([1, 0, 0]), nps, { method }));
      expect(single.difference).toBe(200);
      if (method !== "adjusted-wald") expect(single.standardError).toBeNull();
    }
    const shares = tallyFromCounts([0, 0, 0, 5, 7], five);
    const same = ok(compareScores(shares, shares, csatTop2Of5, { method: "newcombe" }));
    expect([same.difference, same.p]).toEqual([0, 1]);
    const means = tallyFromCounts([0, 0, 0, 0, 1], five);
    expect(compareScores(means, shares, csatMean5, { method: "welch" })).toMatchObject({
      reason: "single-answer",
    });
    expect(
      ok(compareScores(waveOf([1, 0, 0]), waveOf([997, 2, 1]), nps, { method: "mover" })).p,
    ).toBeGreaterThan(0.5);
  });

  test("the adjusted difference may have the other sign, and says so", () => {
    const found = ok(compareScores(waveOf([1, 0, 0]), waveOf([990, 5, 5]), nps, { method: "adjusted-wald" }));
    expect(found.difference).toBeLessThan(0);
    expect(found.adjustedDifference).toBeGreaterThan(0);
    expect(found.warnings.map(({ code }) => code)).toContain("comparison.adjustment-changes-sign");
  });

  test("a method that does not fit is refused with those that do", () => {
    expect(() => compareScores(all, all, nps, { method: "newcombe" })).toThrow(
      expect.objectContaining({ code: "comparison.method-mismatch", path: ["options", "method"] }),
    );
    expect(() => compareScores(all, all, nps, { method: "moover" as "mover" })).toThrow(/“mover”/);
    expect(() => compareScores(all, all, nps, { method: 3 as unknown as "mover" })).toThrow(
      expect.objectContaining({ code: "comparison.unknown-method" }),
    );
  });

  test("an effective n beyond the kernel", () => {
    const scale = nps.scale;
    const vast: RatingTally = {
      scale,
      weighted: true,
      counts: [1e15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1e15],
      weightSums: [1e15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1e15],
      squaredWeightSums: [1e15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1e15],
      missing: {},
      invalid: {},
    };
    expect(ok(compareScores(vast, all, nps)).difference).toBe(100);
    expect(compareScores(vast, all, nps, { method: "mover" })).toMatchObject({
      reason: "effective-n-too-large",
    });
  });

  test("every method says what it is", () => {
    expect(new Set(comparisonMethods.map(({ id }) => id)).size).toBe(comparisonMethods.length);
    for (const { title, source, formula, edgeCases } of comparisonMethods)
      for (const text of [title.en, title.zh, source, formula, edgeCases.en, edgeCases.zh])
        expect(text).not.toBe("");
  });
});
