import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figures from "../../fixtures/python/decomposition.json" with { type: "json" };
import { csatMean5, csatTop2Of5 } from "../definitions/csat.js";
import { nps } from "../definitions/nps.js";
import { estimateScore } from "../estimate-score.js";
import { mergeTallies } from "../merge-tallies.js";
import { tallyFromCounts } from "../tally-from-counts.js";
import { tallyRatings } from "../tally-ratings.js";
import { additiveThemeShare } from "./additive-theme-share.js";
import { themeImpact } from "./theme-impact.js";

function waveOf([promoters = 0, passives = 0, detractors = 0]: readonly number[]) {
  return tallyFromCounts({ 0: detractors, 7: passives, 10: promoters }, nps.scale);
}

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}

test.each(figures.themes)(
  "impact and share as by numerical differentiation: $within of $without",
  (given) => {
    const split = { withTheme: waveOf(given.within), withoutTheme: waveOf(given.without) };
    const found = ok(themeImpact(split, "nps"));
    expect(found.impact).toBeCloseTo(given.impact[0] ?? 0, 11);
    expect(found.impact).toBeCloseTo(given.otherForm[0] ?? 0, 11);
    expect(found.standardError).toBeCloseTo(given.impact[1] ?? 0, 10);
    const share = ok(additiveThemeShare(split, "nps"));
    expect(share.contribution).toBeCloseTo(given.share[0] ?? 0, 11);
    expect(share.standardError).toBeCloseTo(given.share[1] ?? 0, 10);
  },
);

describe("laws", () => {
  const weight = fc.double({ min: 0.1, max: 5, noNaN: true });
  const answers = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), weight), { minLength: 1, maxLength: 30 });
  const tallyOf = (given: readonly (readonly [number, number])[]) =>
    tallyRatings(
      given.map(([rating]) => rating),
      csatMean5.scale,
      { weights: given.map(([, weight]) => weight) },
    );
  const definition = fc.constantFrom(csatMean5, csatTop2Of5);

  test("Thematic's and Qualtrics' forms are one number", () => {
    fc.assert(
      fc.property(answers, answers, definition, (one, other, definition) => {
        const split = { withTheme: tallyOf(one), withoutTheme: tallyOf(other) };
        const found = ok(themeImpact(split, definition));
        const all = ok(estimateScore(mergeTallies(split.withTheme, split.withoutTheme), definition)).value;
        const within = ok(estimateScore(split.withTheme, definition)).value;
        const without = ok(estimateScore(split.withoutTheme, definition)).value;
        const sum = (given: typeof one) => given.reduce((total, [, weight]) => total + weight, 0);
        expect(found.impact).toBeCloseTo(all - without, 10);
        expect(found.impact).toBeCloseTo((sum(one) * (within - all)) / sum(other), 10);
        expect(found.scores.all).toBe(all);
        expect(found.n).toEqual({ withTheme: one.length, withoutTheme: other.length });
      }),
    );
  });

  test("contributions of a split add up to the score", () => {
    fc.assert(
      fc.property(answers, answers, definition, (one, other, definition) => {
        const [a, b] = [tallyOf(one), tallyOf(other)];
        const first = ok(additiveThemeShare({ withTheme: a, withoutTheme: b }, definition));
        const second = ok(additiveThemeShare({ withTheme: b, withoutTheme: a }, definition));
        expect(first.contribution + second.contribution).toBeCloseTo(first.score, 10);
        expect(first.prevalence + second.prevalence).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe("edges", () => {
  const some = waveOf([3, 4, 5]);
  const none = waveOf([0, 0, 0]);

  test("every response, or none, has the theme", () => {
    expect(themeImpact({ withTheme: some, withoutTheme: none }, nps)).toMatchObject({
      reason: "every-response-has-theme",
    });
    expect(themeImpact({ withTheme: none, withoutTheme: some }, nps)).toMatchObject({
      reason: "no-response-has-theme",
    });
    expect(themeImpact({ withTheme: none, withoutTheme: none }, nps)).toMatchObject({ reason: "no-score" });
    const whole = ok(additiveThemeShare({ withTheme: some, withoutTheme: none }, nps));
    expect(whole.contribution).toBeCloseTo(whole.score, 12);
    expect(ok(additiveThemeShare({ withTheme: none, withoutTheme: some }, nps))).toMatchObject({
      contribution: 0,
      interval: { reason: "no-variation" },
    });
    expect(additiveThemeShare({ withTheme: none, withoutTheme: none }, nps)).toMatchObject({
      reason: "no-score",
    });
  });

  test("no spread, and a single response", () => {
    const flat = ok(themeImpact({ withTheme: waveOf([5, 0, 0]), withoutTheme: waveOf([9, 0, 0]) }, nps));
    expect(flat).toMatchObject({ impact: 0, interval: { reason: "no-variation" } });
    const single = ok(additiveThemeShare({ withTheme: waveOf([1, 0, 0]), withoutTheme: none }, nps));
    expect(single).toMatchObject({ contribution: 100, interval: { reason: "single-answer" } });
  });

  test("what is no split is refused", () => {
    const loosely = themeImpact as (...input: readonly unknown[]) => unknown;
    for (const [split, code] of [
      [null, "theme.not-a-split"],
      [{ withTheme: some }, "tally.malformed"],
      [
        { withTheme: some, withoutTheme: tallyFromCounts([1, 2, 3], { min: 1, max: 3 }) },
        "tally.scale-mismatch",
      ],
    ] as const)
      expect(() => loosely(split, nps)).toThrow(expect.objectContaining({ code }));
    expect(() => loosely({ withTheme: some, withoutTheme: some }, nps, { level: 2 })).toThrow(
      expect.objectContaining({ code: "option.not-allowed" }),
    );
  });
});
