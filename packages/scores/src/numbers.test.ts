import { describe, expect, test } from "vitest";
import { compareScores } from "./compare-scores.js";
import { csatMean5, csatTop2Of5 } from "./definitions/csat.js";
import { nps } from "./definitions/nps.js";
import { tallyDesign } from "./design/tally-design.js";
import { displayValue } from "./display-value.js";
import { estimateScore } from "./estimate-score.js";
import { mergeTallies } from "./merge-tallies.js";
import { tallyFromCounts } from "./tally-from-counts.js";
import { tallyRatings } from "./tally-ratings.js";

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}
const codesOf = (outcome: {
  readonly status: string;
  readonly warnings?: readonly { readonly code: string }[];
}) => (outcome.warnings ?? []).map(({ code }) => code);
const waveOf = (promoters: number, passives: number, detractors: number) =>
  tallyFromCounts({ 0: detractors, 7: passives, 10: promoters }, nps.scale);

describe("comparisons", () => {
  test("the level reaches both sides and the interval, the unit is that of the score", () => {
    const found = ok(compareScores(waveOf(20, 10, 10), waveOf(30, 5, 5), nps, { level: 0.8 }));
    for (const { interval } of [found, found.a, found.b]) expect(interval).toMatchObject({ level: 0.8 });
    // Nets 0.25 and 0.625; variances 0.75 − 0.25² and 0.875 − 0.625².
    expect(found.difference).toBeCloseTo(37.5, 12);
    const error = 100 * Math.sqrt((0.75 - 0.0625) / 40 + (0.875 - 0.390625) / 40);
    expect(found.standardError).toBeCloseTo(error, 10);
    // Φ⁻¹(0.9).
    expect(found.interval.upper).toBeCloseTo(37.5 + 1.2815515655446004 * error, 9);
    const mean = (counts: Record<number, number>) => tallyFromCounts(counts, csatMean5.scale);
    const means = ok(compareScores(mean({ 3: 10, 4: 10 }), mean({ 4: 10, 5: 10 }), csatMean5));
    expect(means.difference).toBeCloseTo(1, 12);
    // Sample variances 5/19 of twenty each.
    expect(means.standardError).toBeCloseTo(Math.sqrt((2 * 5) / 19 / 20), 12);
    expect([found.unit, means.unit]).toEqual(["points", csatMean5.statistic.unit]);
  });

  test("either side without a score, or in a single cluster, is told beside the other", () => {
    const [none, some] = [waveOf(0, 0, 0), waveOf(6, 4, 4)];
    for (const [a, b] of [
      [none, some],
      [some, none],
    ] as const)
      expect(compareScores(a, b, nps)).toMatchObject({ reason: "side-not-computable" });
    const single = tallyDesign([9, 3, 7], nps.scale, { clusters: ["a", "a", "a"] });
    for (const [a, b] of [
      [single, some],
      [some, single],
    ] as const)
      expect(compareScores(a, b, nps)).toMatchObject({
        reason: "single-unit-stratum",
        a: { status: "ok" },
        b: { status: "ok" },
      });
  });

  test("an effective n beyond all samples stops every method but the z test", () => {
    const huge = waveOf(1e12, 0, 1e12);
    const some = waveOf(6, 4, 4);
    const outcome = estimateScore(huge, nps);
    if (outcome.status !== "ok") throw new Error(outcome.reason);
    expect(outcome.interval).toMatchObject({ reason: "effective-n-too-large" });
    for (const [a, b] of [
      [huge, some],
      [some, huge],
    ] as const) {
      expect(compareScores(a, b, nps, { method: "mover" })).toMatchObject({
        status: "not-computable",
        reason: "effective-n-too-large",
        a: { status: "ok" },
      });
      expect(ok(compareScores(a, b, nps)).status).toBe("ok");
    }
  });

  test("few answers are told below ten on either side, but not of exact methods", () => {
    const enough = waveOf(5, 3, 2);
    const few = waveOf(5, 3, 1);
    expect(codesOf(compareScores(enough, enough, nps))).toEqual([]);
    expect(codesOf(compareScores(enough, few, nps))).toEqual(["comparison.small-sample"]);
    expect(codesOf(compareScores(few, enough, nps))).toEqual(["comparison.small-sample"]);
    expect(codesOf(compareScores(few, few, nps, { method: "permutation" }))).toEqual([]);
  });

  test("a side without spread is told where the test rests on its error", () => {
    const [flat, mixed] = [waveOf(20, 0, 0), waveOf(12, 4, 4)];
    for (const [a, b] of [
      [flat, mixed],
      [mixed, flat],
    ] as const) {
      expect(codesOf(compareScores(a, b, nps))).toEqual(["comparison.degenerate-side"]);
      expect(codesOf(compareScores(a, b, nps, { method: "mover" }))).toEqual([]);
    }
    const mean = (counts: Record<number, number>) => tallyFromCounts(counts, csatMean5.scale);
    const welch = compareScores(mean({ 3: 20 }), mean({ 4: 10, 5: 10 }), csatMean5, { method: "welch" });
    expect(codesOf(welch)).toEqual(["comparison.degenerate-side"]);
  });

  test("weights, or a design, are not rearranged", () => {
    const weighted = tallyRatings([10, 0, 7], nps.scale, { weights: [1, 2, 1] });
    const drawn = tallyDesign([10, 0, 7], nps.scale);
    const plain = waveOf(3, 2, 2);
    for (const other of [weighted, drawn])
      for (const [a, b] of [
        [other, plain],
        [plain, other],
      ] as const)
        expect(compareScores(a, b, nps, { method: "permutation" }).status).toBe("not-computable");
    expect(compareScores(plain, plain, nps, { method: "permutation" }).status).toBe("ok");
  });
});

describe("estimates", () => {
  test("records left out for the same reason add up, missing or invalid", () => {
    const part = (missing: object, invalid: object) =>
      ({ ...waveOf(1, 1, 1), missing, invalid }) as ReturnType<typeof waveOf>;
    const { base } = ok(estimateScore(part({ blank: 2, other: 1 }, { other: 3, "off-scale": 4 }), nps));
    expect(base).toEqual({
      valid: 3,
      missing: 3,
      invalid: 7,
      excluded: { blank: 2, other: 4, "off-scale": 4 },
    });
  });

  test("limits beyond the scale are told in points too", () => {
    const found = ok(estimateScore(waveOf(19, 0, 1), nps, { interval: "nps-wald" }));
    // Net 0.9, variance 1 − 0.81.
    const margin = 1.959963984540054 * Math.sqrt(0.19 / 20);
    expect(found.interval).toMatchObject({ status: "ok" });
    if (found.interval.status !== "ok") return;
    expect(found.interval.lower).toBeCloseTo(100 * (0.9 - margin), 9);
    expect((found.interval as { rawUpper?: number }).rawUpper).toBeCloseTo(100 * (0.9 + margin), 9);
    expect(found.interval.upper).toBe(100);
    const low = ok(estimateScore(waveOf(1, 0, 19), nps, { interval: "nps-wald" }));
    expect((low.interval as { rawLower?: number }).rawLower).toBeCloseTo(100 * (-0.9 - margin), 9);
  });

  test("bands hold the answers that have one", () => {
    expect(ok(estimateScore(waveOf(3, 2, 1), nps)).bands).toEqual({
      promoters: 3,
      passives: 2,
      detractors: 1,
    });
    const partial = { ...csatTop2Of5, id: "csat.of-the-decided", base: { points: [1, 2, 4, 5] } };
    const found = ok(estimateScore(tallyFromCounts([1, 1, 5, 2, 1], csatTop2Of5.scale), partial));
    expect(Object.values(found.bands).reduce((sum, each) => sum + each, 0)).toBe(5);
    expect(found.value).toBeCloseTo(3 / 5, 12);
  });

  test("answers of weight 0 do not widen the range of the rest", () => {
    // All weight lies on 4, so the mean is 4 to the last bit, however the weights round.
    const ratings = [1, 4, 4, 4, 5];
    const weights = [0, 0.1, 0.2, 0.3, 0];
    const found = ok(estimateScore(tallyRatings(ratings, csatMean5.scale, { weights }), csatMean5));
    expect(found.value).toBe(4);
  });

  test("few answers, or few effective ones, are told below ten", () => {
    const of = (count: number, weight: number) => {
      const ratings = Array.from({ length: count }, (_, row) => (row % 2 === 0 ? 10 : 0));
      const weights = ratings.map((_, row) => (row < 2 ? weight : 1));
      return codesOf(estimateScore(tallyRatings(ratings, nps.scale, { weights }), nps));
    };
    expect(of(10, 1)).not.toContain("interval.small-sample");
    expect(of(9, 1)).toContain("interval.small-sample");
    expect(of(20, 50)).toContain("interval.small-sample");
  });
});

describe("tallies", () => {
  test("what single additions of weights lose is kept", () => {
    const weights = [1e8, ...new Array<number>(10).fill(1e-8), 0];
    for (const ratings of [weights.map(() => 9), Float64Array.from(weights, () => 9)]) {
      const found = tallyRatings(ratings, nps.scale, { weights });
      expect(found.weightSums[9]).toBe(100000000.0000001);
      expect(found.counts[9]).toBe(12);
    }
  });

  test("tallies of scales that share an end do not merge", () => {
    const [a, b] = [
      tallyFromCounts([1, 2, 3], { min: 1, max: 3 }),
      tallyFromCounts([1, 2, 3, 4], { min: 0, max: 3 }),
    ];
    expect(() => mergeTallies(a, b)).toThrow(expect.objectContaining({ code: "tally.scale-mismatch" }));
  });

  test("weights at the very ends of their range are taken", () => {
    for (const weight of [1e-140, 1e140]) {
      const found = tallyRatings([9, 3], nps.scale, { weights: [weight, 0] });
      expect(found.weightSums[9]).toBe(weight);
    }
  });
});

describe("what must not slip in", () => {
  test("no limits where there is no interval, no raw limits where the method keeps to the scale", () => {
    const one = ok(estimateScore(tallyFromCounts({ 4: 1 }, csatMean5.scale), csatMean5));
    expect(one.interval.status).toBe("not-computable");
    expect(one.interval).not.toHaveProperty("lower");
    const { interval } = ok(estimateScore(waveOf(6, 2, 2), nps, { interval: "nps-score" }));
    for (const name of ["rawLower", "rawUpper"]) expect(interval).not.toHaveProperty(name);
  });

  test("a definition that changes under a frozen cover gives its new score", () => {
    const points = [1, 2, 4, 5];
    const changing = Object.freeze({ ...csatTop2Of5, id: "csat.changing", base: { points } });
    const tally = tallyFromCounts([1, 1, 5, 2, 1], csatTop2Of5.scale);
    expect(ok(estimateScore(tally, changing)).value).toBeCloseTo(3 / 5, 12);
    points.splice(2, 0, 3);
    expect(ok(estimateScore(tally, changing)).value).toBeCloseTo(3 / 10, 12);
  });

  test("a half is a half only where nothing stands before or after it", () => {
    expect(displayValue(0.315, { digits: 1, mode: "half-even" })).toBe("0.3");
    expect(displayValue(0.251, { digits: 1, mode: "half-even" })).toBe("0.3");
    expect(displayValue(2 ** 53, { digits: 0, mode: "half-up" })).toBe("9007199254740992");
  });

  test("a count below the scale is refused", () => {
    expect(() => tallyFromCounts({ 0: 3 }, csatMean5.scale)).toThrow();
  });
});
