import fc from "fast-check";
import { expect, test } from "vitest";
import figures from "../fixtures/r/scores.json" with { type: "json" };
import { compareScores, type ScoreDifference } from "./compare-scores.js";
import { csatMean5 } from "./definitions/csat.js";
import { nps } from "./definitions/nps.js";
import { tallyFromCounts } from "./tally-from-counts.js";

function waveOf(counts: readonly number[]) {
  const [detractors = 0, passives = 0, promoters = 0] = counts;
  return tallyFromCounts({ 0: detractors, 7: passives, 10: promoters }, nps.scale);
}

function ok(comparison: ReturnType<typeof compareScores>): ScoreDifference {
  if (comparison.status !== "ok") throw new Error(comparison.reason);
  return comparison;
}

test("two waves as base R has them", () => {
  const expected = figures.waves;
  const { difference, standardError, p, interval, method, unit } = ok(
    compareScores(waveOf(expected.a), waveOf(expected.b), "nps@1.0.0"),
  );
  expect(difference).toBeCloseTo(expected.difference, 10);
  expect(standardError).toBeCloseTo(expected.standardError, 10);
  expect(p).toBeCloseTo(expected.p, 12);
  expect(interval.lower).toBeCloseTo(expected.interval[0] ?? 0, 10);
  expect(interval.upper).toBeCloseTo(expected.interval[1] ?? 0, 10);
  expect([method, unit]).toEqual(["unpooled-z", "points"]);
});

test("swapping the sides flips the sign and nothing else", () => {
  const wave = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50));
  fc.assert(
    fc.property(wave, wave, (left, right) => {
      const forwards = compareScores(waveOf(left), waveOf(right), nps);
      const backwards = compareScores(waveOf(right), waveOf(left), nps);
      expect(backwards.status).toBe(forwards.status);
      if (forwards.status !== "ok") return;
      const other = ok(backwards);
      expect(other.difference).toBeCloseTo(-forwards.difference, 12);
      expect(other.interval.lower).toBeCloseTo(-forwards.interval.upper, 10);
      expect(other.p).toBe(forwards.p);
      expect(other.a).toEqual(forwards.b);
      expect(forwards.p).toBeLessThanOrEqual(1);
      expect(forwards.p).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("what cannot be compared says why, and tells both sides", () => {
  const some = waveOf([3, 4, 5]);
  const none = compareScores(some, waveOf([0, 0, 0]), nps);
  expect(none).toMatchObject({
    reason: "side-not-computable",
    a: { status: "ok" },
    b: { reason: "no-valid-answers" },
  });
  expect(compareScores(some, waveOf([0, 0, 1]), nps)).toMatchObject({ reason: "single-answer" });
  expect(compareScores(waveOf([0, 0, 9]), waveOf([9, 0, 0]), nps)).toMatchObject({ reason: "no-variation" });
});

test("warns of small and one-sided samples", () => {
  const { warnings } = ok(compareScores(waveOf([0, 0, 9]), waveOf([30, 40, 50]), nps));
  expect(warnings.map(({ code }) => code)).toEqual(["comparison.small-sample", "comparison.degenerate-side"]);
});

test("the level reaches both sides and the difference", () => {
  const { a, interval } = ok(compareScores(waveOf([3, 4, 5]), waveOf([5, 4, 3]), nps, { level: 0.8 }));
  expect(interval.level).toBe(0.8);
  expect(a.interval).toMatchObject({ level: 0.8 });
});

test("other scales and options are refused", () => {
  const five = tallyFromCounts([1, 2, 3, 4, 5], csatMean5.scale);
  expect(() => compareScores(five, waveOf([1, 2, 3]), csatMean5)).toThrow(
    expect.objectContaining({ code: "score.scale-mismatch" }),
  );
  const loosely = compareScores as (...input: readonly unknown[]) => unknown;
  expect(() => loosely(five, five, csatMean5, { interval: "t" })).toThrow(
    expect.objectContaining({ code: "option.unknown" }),
  );
  expect(() => loosely(five, five, csatMean5, null)).toThrow(
    expect.objectContaining({ code: "option.not-allowed" }),
  );
});
