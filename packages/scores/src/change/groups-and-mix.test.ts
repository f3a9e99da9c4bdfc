import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figures from "../../fixtures/r/change.json" with { type: "json" };
import { csatMean5 } from "../definitions/csat.js";
import { nps } from "../definitions/nps.js";
import { estimateScore } from "../estimate-score.js";
import { mergeTallies } from "../merge-tallies.js";
import { tallyFromCounts } from "../tally-from-counts.js";
import { tallyRatingsBy } from "../tally-ratings-by.js";
import { compareGroups } from "./compare-groups.js";
import { standardiseMix } from "./standardise-mix.js";

function waveOf([promoters = 0, passives = 0, detractors = 0]: readonly number[]) {
  return tallyFromCounts({ 0: detractors, 7: passives, 10: promoters }, nps.scale);
}

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}

describe("compareGroups", () => {
  const { counts, q, mean, p, pairs, holm, bh } = figures.groups;
  const groups = counts.map((counted, index) => ({ group: `g${index}`, tally: waveOf(counted) }));

  test("as R: weighted least squares, pnorm, p.adjust", () => {
    const found = ok(compareGroups(groups, nps));
    const overall = ok(found.overall);
    expect(overall.q).toBeCloseTo(q, 9);
    expect(overall.mean).toBeCloseTo(mean, 9);
    expect(overall.p).toBeCloseTo(p, 12);
    expect(overall.df).toBe(3);
    expect(found.adjust).toBe("holm");
    const other = ok(compareGroups(groups, nps, { adjust: "bh" }));
    expect(found.pairs.map(({ a, b }) => a + b)).toEqual(["g0g1", "g0g2", "g0g3", "g1g2", "g1g3", "g2g3"]);
    for (const [index, pair] of found.pairs.entries()) {
      expect(ok(pair.comparison).p).toBeCloseTo(pairs[index] ?? 0, 11);
      expect(pair.adjustedP).toBeCloseTo(holm[index] ?? 0, 11);
      expect(other.pairs[index]?.adjustedP).toBeCloseTo(bh[index] ?? 0, 11);
    }
  });

  test("the order of groups changes signs, nothing else", () => {
    const forwards = ok(compareGroups(groups, nps, { method: "mover" }));
    const backwards = ok(compareGroups(groups.toReversed(), nps, { method: "mover" }));
    expect(ok(backwards.overall).q).toBeCloseTo(ok(forwards.overall).q, 9);
    const [first] = forwards.pairs;
    const last = backwards.pairs.at(-1);
    expect([last?.a, last?.b]).toEqual([first?.b, first?.a]);
    expect(last?.adjustedP).toBeCloseTo(first?.adjustedP ?? 0, 9);
  });

  test("groups without a score are told; fewer than two are not compared", () => {
    const some = { a: waveOf([3, 4, 5]), b: waveOf([0, 0, 0]), c: waveOf([5, 4, 3]) };
    const found = ok(compareGroups(some, nps));
    expect(found.groups.map(({ group, estimate }) => [group, estimate.status])).toEqual([
      ["a", "ok"],
      ["b", "not-computable"],
      ["c", "ok"],
    ]);
    expect(found.pairs).toHaveLength(1);
    expect(compareGroups({ a: waveOf([3, 4, 5]), b: waveOf([0, 0, 0]) }, nps)).toMatchObject({
      reason: "too-few-groups",
    });
  });

  test("a group that gives no variance stops the test over all, not the pairs", () => {
    const flat = ok(
      compareGroups({ a: waveOf([3, 4, 5]), b: waveOf([9, 0, 0]), c: waveOf([5, 4, 30]) }, nps),
    );
    expect(flat.overall).toMatchObject({ reason: "no-variation" });
    expect(flat.pairs.every(({ adjustedP }) => adjustedP !== null)).toBe(true);
    const single = ok(compareGroups({ a: waveOf([3, 4, 5]), b: waveOf([1, 0, 0]) }, nps));
    expect(single.overall).toMatchObject({ reason: "single-answer" });
    expect(single.pairs).toMatchObject([{ adjustedP: null, comparison: { reason: "single-answer" } }]);
    expect(single.warnings).toMatchObject([{ code: "comparison.small-sample", values: { groups: 1 } }]);
  });

  test("too many groups and unknown corrections are refused", () => {
    const many = Array.from({ length: 101 }, (_, index) => ({
      group: String(index),
      tally: waveOf([3, 4, 5]),
    }));
    expect(() => compareGroups(many, nps)).toThrow(expect.objectContaining({ code: "groups.too-many" }));
    expect(() => compareGroups(groups, nps, { adjust: "tukey" as "holm" })).toThrow(
      expect.objectContaining({ code: "method.unknown" }),
    );
  });
});

describe("standardiseMix", () => {
  const { group, ratings, weights, plain, weighted } = figures.standardised;
  const mix = { app: 0.5, web: 0.2, branch: 0.3 };

  test("as R's survey package", () => {
    const unweighted = ok(standardiseMix(tallyRatingsBy(group, ratings, nps.scale), mix, nps));
    expect(unweighted.value).toBeCloseTo(plain[0] ?? 0, 10);
    expect(unweighted.standardError).toBeCloseTo(plain[1] ?? 0, 10);
    const found = ok(standardiseMix(tallyRatingsBy(group, ratings, nps.scale, { weights }), mix, nps));
    expect(found.value).toBeCloseTo(weighted[0] ?? 0, 10);
    expect(found.standardError).toBeCloseTo(weighted[1] ?? 0, 10);
    expect(found.base.valid).toBe(ratings.length);
  });

  const counts = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(30), fc.integer({ min: 1, max: 30 }));
  test("at its own mix a wave keeps its score; the factor of the mix does not matter", () => {
    fc.assert(
      fc.property(counts, counts, fc.double({ min: 0.001, max: 1000, noNaN: true }), (a, b, factor) => {
        const tallies = { a: waveOf(a), b: waveOf(b) };
        const size = (c: readonly number[]) => factor * c.reduce((sum, count) => sum + count, 0);
        const found = ok(standardiseMix(tallies, { a: size(a), b: size(b) }, nps));
        const whole = ok(estimateScore(mergeTallies(tallies.a, tallies.b), nps));
        expect(found.value).toBeCloseTo(whole.value, 9);
        expect(found.standardError ?? 0).toBeLessThanOrEqual((whole.standardError ?? 0) + 1e-9);
        expect(found.effectiveN).toBeGreaterThanOrEqual(found.n - 1e-6);
      }),
    );
  });

  test("one group is its own score", () => {
    const alone = ok(standardiseMix({ a: waveOf([10, 5, 3]), b: waveOf([1, 2, 3]) }, { a: 2, b: 0 }, nps));
    const score = ok(estimateScore(waveOf([10, 5, 3]), nps));
    expect(alone).toMatchObject({ value: score.value, n: 18, standardError: score.standardError });
    expect(alone.effectiveN).toBeCloseTo(18, 9);
    expect(alone.groups.map((part) => [part.group, part.share])).toEqual([["a", 1]]);
  });

  test("the interval ends with the scale; no spread gives none", () => {
    const high = ok(standardiseMix({ a: waveOf([29, 1, 0]), b: waveOf([9, 1, 0]) }, { a: 1, b: 1 }, nps));
    expect(high.interval).toMatchObject({ upper: 100, method: "standardised-z" });
    expect(high.warnings).toEqual([]);
    const flat = ok(standardiseMix({ a: waveOf([9, 0, 0]) }, { a: 1 }, nps));
    expect(flat).toMatchObject({ value: 100, effectiveN: 9, interval: { reason: "no-variation" } });
    expect(flat.warnings).toMatchObject([{ code: "mix.small-group" }]);
    const single = ok(standardiseMix({ a: waveOf([1, 0, 0]), b: waveOf([9, 8, 7]) }, { a: 1, b: 1 }, nps));
    expect(single).toMatchObject({ standardError: null, interval: { reason: "single-answer" } });
    const five = csatMean5.scale;
    expect(
      ok(standardiseMix({ a: tallyFromCounts([0, 0, 1, 1, 20], five) }, { a: 1 }, csatMean5)).interval,
    ).toMatchObject({ status: "ok" });
  });

  test("a mix that does not fit the groups is refused, a group without answers is told", () => {
    const tallies = { app: waveOf([3, 4, 5]), web: waveOf([0, 0, 0]) };
    expect(standardiseMix(tallies, { app: 1, web: 1 }, nps)).toMatchObject({ reason: "group-without-score" });
    const cases: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
      [{ web: 1 }, "mix.group-missing"],
      [{ app: 1, wep: 1 }, "mix.group-unknown"],
      [{ app: -1 }, "mix.not-allowed"],
      [{ app: Number.NaN }, "mix.not-allowed"],
      [{ app: 0, web: 0 }, "mix.sums-to-zero"],
      [{}, "mix.sums-to-zero"],
    ];
    for (const [mix, code] of cases)
      expect(() => standardiseMix(tallies, mix as Record<string, number>, nps)).toThrow(
        expect.objectContaining({ code }),
      );
    expect(() => standardiseMix(tallies, { app: 1, wep: 1 }, nps)).toThrow(/Did you mean "web"/);
  });
});
