import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figures from "../../fixtures/python/decomposition.json" with { type: "json" };
import { compareScores } from "../compare-scores.js";
import { csatMean5, csatTop2Of5 } from "../definitions/csat.js";
import { nps } from "../definitions/nps.js";
import { estimateScore } from "../estimate-score.js";
import { mergeTallies } from "../merge-tallies.js";
import { tallyFromCounts } from "../tally-from-counts.js";
import { tallyRatings } from "../tally-ratings.js";
import {
  type ChangeBase,
  type ChangeDecomposition,
  type ChangeOutcome,
  decomposeChange,
} from "./decompose-change.js";

function waveOf([promoters = 0, passives = 0, detractors = 0]: readonly number[]) {
  return tallyFromCounts({ 0: detractors, 7: passives, 10: promoters }, nps.scale);
}

/** Tallies by segment from a list of promoters, passives, detractors after another. */
function wavesOf(names: readonly string[], cells: readonly number[]) {
  return names.map((group, index) => ({ group, tally: waveOf(cells.slice(3 * index, 3 * index + 3)) }));
}

function ok(outcome: ChangeOutcome): ChangeDecomposition {
  if (outcome.status !== "ok") throw new Error(outcome.reason);
  return outcome;
}

test("the constructed example: both segments rise, the score falls", () => {
  const before = { A: waveOf([375, 0, 125]), B: waveOf([270, 0, 230]) };
  const after = { A: waveOf([304, 0, 96]), B: waveOf([336, 0, 264]) };
  const found = ok(decomposeChange(before, after, "nps"));
  expect([found.before.value, found.after.value, found.base]).toEqual([29, 28, "average"]);
  expect(found.change.value).toBe(-1);
  expect(found.rateEffect.value).toBeCloseTo(3.1, 12);
  expect(found.mixEffect.value).toBeCloseTo(-4.1, 12);
  // The other conventions, by hand: 0.5·2 + 0.5·4 and 0.4·2 + 0.6·4.
  expect(ok(decomposeChange(before, after, "nps", { base: "before" })).rateEffect.value).toBeCloseTo(3, 12);
  expect(ok(decomposeChange(before, after, "nps", { base: "after" })).rateEffect.value).toBeCloseTo(3.2, 12);
});

test.each(figures.changes)(
  "effects and standard errors as by numerical differentiation: $names, $base",
  (given) => {
    const found = ok(
      decomposeChange(wavesOf(given.names, given.before), wavesOf(given.names, given.after), "nps", {
        base: given.base as ChangeBase,
      }),
    );
    const expected = given.effects as unknown as Readonly<Record<string, readonly [number, number]>>;
    const isExpected = (name: string, effect: { value: number; standardError: number | null } | null) => {
      const [value = Number.NaN, error = Number.NaN] = expected[name] ?? [];
      expect(effect?.value, name).toBeCloseTo(value, 10);
      expect(effect?.standardError, name).toBeCloseTo(error, 9);
    };
    isExpected("change", found.change);
    isExpected("rate", found.rateEffect);
    isExpected("mix", found.mixEffect);
    for (const { group, status, rateEffect, mixEffect } of found.segments) {
      isExpected(`mix ${group}`, mixEffect);
      if (status === "continuing") isExpected(`rate ${group}`, rateEffect);
      else expect(rateEffect).toBeNull();
    }
  },
);

describe("laws", () => {
  const cell = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30));
  const wave = fc.dictionary(fc.constantFrom("a", "b", "c", "__proto__", "constructor"), cell, {
    minKeys: 1,
  });
  const tallies = (given: Readonly<Record<string, readonly number[]>>) =>
    Object.entries(given).map(([group, counts]) => ({ group, tally: waveOf(counts) }));
  const bases = fc.constantFrom<ChangeBase>("before", "after", "average");

  test("the effects add up to the change of the pooled scores, segment by segment", () => {
    fc.assert(
      fc.property(wave, wave, bases, (before, after, base) => {
        const [first, second] = [tallies(before), tallies(after)];
        const found = decomposeChange(first, second, nps, { base });
        const pooled = (parts: typeof first) =>
          estimateScore(mergeTallies(...parts.map(({ tally }) => tally)), nps);
        const [one, other] = [pooled(first), pooled(second)];
        expect(found.before).toEqual(one);
        if (found.status !== "ok" || one.status !== "ok" || other.status !== "ok") {
          expect(one.status === "ok" && other.status === "ok").toBe(false);
          return;
        }
        expect(found.change.value).toBe(other.value - one.value);
        expect(found.rateEffect.value + found.mixEffect.value).toBeCloseTo(found.change.value, 9);
        const sum = (parts: readonly (number | undefined)[]) =>
          parts.reduce<number>((s, part) => s + (part ?? 0), 0);
        expect(sum(found.segments.map((part) => part.rateEffect?.value))).toBeCloseTo(
          found.rateEffect.value,
          9,
        );
        expect(sum(found.segments.map((part) => part.mixEffect.value))).toBeCloseTo(found.mixEffect.value, 9);
        for (const { before, after, status } of found.segments)
          expect(status).toBe(before ? (after ? "continuing" : "vanished") : "new");
      }),
    );
  });

  test("swapping the waves changes the sign, and before and after change places", () => {
    const mirror = { before: "after", after: "before", average: "average" } as const;
    fc.assert(
      fc.property(wave, wave, bases, (before, after, base) => {
        const forwards = decomposeChange(tallies(before), tallies(after), nps, { base });
        const backwards = decomposeChange(tallies(after), tallies(before), nps, { base: mirror[base] });
        if (forwards.status !== "ok") return;
        const other = ok(backwards);
        expect(other.rateEffect.value).toBeCloseTo(-forwards.rateEffect.value, 9);
        expect(other.mixEffect.value).toBeCloseTo(-forwards.mixEffect.value, 9);
        expect(other.mixEffect.standardError).toBeCloseTo(forwards.mixEffect.standardError ?? 0, 7);
      }),
    );
  });

  test("no factor of the weights and no order of the segments matters", () => {
    const ratings = [9, 3, 7, 10, 5, 8, 10, 2];
    const weights = [1, 2, 0.5, 3, 1.5, 1, 0.25, 4];
    const tally = (factor: number, from: number) =>
      tallyRatings(ratings.slice(from, from + 4), nps.scale, {
        weights: weights.slice(from, from + 4).map((weight) => factor * weight),
      });
    const after = [
      { group: "y", tally: waveOf([9, 4, 2]) },
      { group: "x", tally: waveOf([5, 5, 5]) },
    ];
    const one = ok(decomposeChange({ x: tally(1, 0), y: tally(1, 4) }, after, nps));
    const ten = ok(decomposeChange({ y: tally(10, 4), x: tally(10, 0) }, after.toReversed(), nps));
    for (const name of ["change", "rateEffect", "mixEffect"] as const) {
      expect(ten[name].value).toBeCloseTo(one[name].value, 10);
      expect(ten[name].standardError).toBeCloseTo(one[name].standardError ?? 0, 10);
    }
  });
});

describe("edges", () => {
  test("the same mix leaves rate effects only, one segment too", () => {
    const found = ok(decomposeChange({ all: waveOf([30, 20, 10]) }, { all: waveOf([10, 20, 30]) }, nps));
    expect(found.rateEffect.value).toBeCloseTo(found.change.value, 10);
    expect(found.mixEffect).toMatchObject({ value: 0, interval: { reason: "no-variation" } });
    expect(found.rateEffect.standardError).toBeCloseTo(found.change.standardError ?? 0, 10);
  });

  test("a segment below the whole whose share stays has a mix effect of 0, not −0", () => {
    const wave = { low: waveOf([10, 20, 30]), high: waveOf([30, 20, 10]) };
    const found = ok(decomposeChange(wave, wave, nps, { base: "before" }));
    for (const segment of found.segments) expect(segment.mixEffect.value).toBe(0);
  });

  test("new, vanished and empty segments are told", () => {
    const empty = waveOf([0, 0, 0]);
    const before = { app: waveOf([30, 20, 10]), fax: waveOf([1, 2, 7]), idle: empty };
    const after = { app: waveOf([30, 20, 10]), chat: waveOf([8, 1, 1]), idle: empty };
    const found = ok(decomposeChange(before, after, nps));
    expect(found.segments.map(({ group, status }) => [group, status])).toEqual([
      ["app", "continuing"],
      ["fax", "vanished"],
      ["chat", "new"],
    ]);
    expect(found.rateEffect.value).toBe(0);
    expect(found.mixEffect.value).toBeCloseTo(found.change.value, 10);
    expect(found.warnings).toMatchObject([
      { code: "change.segments-differ", values: { new: 1, vanished: 1 } },
    ]);
  });

  test("shares and means too", () => {
    const five = csatMean5.scale;
    const before = { a: tallyFromCounts([1, 2, 3, 4, 5], five), b: tallyFromCounts([5, 4, 3, 2, 1], five) };
    const after = { a: tallyFromCounts([2, 2, 4, 8, 9], five), b: tallyFromCounts([5, 3, 3, 2, 2], five) };
    for (const definition of [csatMean5, csatTop2Of5]) {
      const found = ok(decomposeChange(before, after, definition));
      expect(found.rateEffect.value + found.mixEffect.value).toBeCloseTo(found.change.value, 12);
      const pooled = compareScores(
        mergeTallies(before.a, before.b),
        mergeTallies(after.a, after.b),
        definition,
      );
      expect(pooled).toMatchObject({
        difference: found.change.value,
        standardError: found.change.standardError,
      });
    }
  });

  test("a wave without answers, and a single answer", () => {
    expect(decomposeChange({}, { a: waveOf([1, 2, 3]) }, nps)).toMatchObject({
      reason: "side-not-computable",
      before: { reason: "no-valid-answers" },
      after: { status: "ok" },
    });
    const single = ok(decomposeChange({ a: waveOf([1, 0, 0]) }, { a: waveOf([1, 2, 3]) }, nps));
    expect(single.rateEffect).toMatchObject({ standardError: null, interval: { reason: "single-answer" } });
  });

  test("weights that no double can relate", () => {
    const scale = nps.scale;
    const heavy = (weight: number) => tallyRatings([10, 0], scale, { weights: [weight, weight] });
    const found = decomposeChange(
      { a: heavy(1e-140), b: heavy(1e140) },
      { a: heavy(1e140), b: heavy(1e-140) },
      nps,
    );
    expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity|"value":null/);
  });

  test("what is not a set of groups is refused", () => {
    const tally = waveOf([1, 2, 3]);
    const twice = [
      { group: "a", tally },
      { group: "a", tally },
    ];
    expect(() => decomposeChange(twice, { a: tally }, nps)).toThrow(
      expect.objectContaining({ code: "group.repeated" }),
    );
    const loosely = decomposeChange as (...input: readonly unknown[]) => unknown;
    expect(() => loosely({ a: tally }, [tally], nps)).toThrow(
      expect.objectContaining({ code: "groups.not-a-list", path: ["after", 0, "group"] }),
    );
    expect(() => loosely({ a: tally }, { a: tally }, nps, { base: "mean" })).toThrow(
      expect.objectContaining({ code: "option.not-allowed" }),
    );
    expect(() => loosely({ a: tally }, { a: tally }, csatMean5)).toThrow(
      expect.objectContaining({ code: "score.scale-mismatch" }),
    );
  });
});
