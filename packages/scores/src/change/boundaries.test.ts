import { expect, test } from "vitest";
import figures from "../../fixtures/python/weighted-change.json" with { type: "json" };
import { compareScores } from "../compare-scores.js";
import { csatMean5 } from "../definitions/csat.js";
import { nps } from "../definitions/nps.js";
import { tallyFromCounts } from "../tally-from-counts.js";
import { tallyRatings } from "../tally-ratings.js";
import { compareGroups } from "./compare-groups.js";
import { type ChangeBase, decomposeChange } from "./decompose-change.js";
import { standardiseMix } from "./standardise-mix.js";

const waveOf = (promoters: number, passives: number, detractors: number) =>
  tallyFromCounts({ 0: detractors, 7: passives, 10: promoters }, nps.scale);

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}

const weighted = (rows: readonly (readonly (string | number)[])[]) =>
  Object.fromEntries(
    ["a", "b"].map((group) => {
      const own = rows.filter(([name]) => name === group);
      const column = (index: number) => own.map((row) => Number(row[index]));
      return [group, tallyRatings(column(1), nps.scale, { weights: column(2) })];
    }),
  );

test.each(figures.changes)(
  "weighted effects, errors and limits as by numerical differentiation: $base",
  (given) => {
    // mpmath 1.2, fixtures/python/weighted-change.py; level 0.9.
    const found = ok(
      decomposeChange(weighted(figures.before), weighted(figures.after), "nps", {
        base: given.base as ChangeBase,
        level: 0.9,
      }),
    );
    const wanted = given.effects as unknown as Readonly<Record<string, readonly number[]>>;
    const all = [
      ["change", found.change] as const,
      ["rate", found.rateEffect] as const,
      ["mix", found.mixEffect] as const,
      ...found.segments.flatMap(({ group, rateEffect, mixEffect }) => [
        [`rate ${group}`, rateEffect] as const,
        [`mix ${group}`, mixEffect] as const,
      ]),
    ];
    expect(all).toHaveLength(7);
    for (const [name, effect] of all) {
      const [value = 0, error = 0, lower = 0, upper = 0] = wanted[name] ?? [];
      expect(effect?.value, name).toBeCloseTo(value, 10);
      expect(effect?.standardError, name).toBeCloseTo(error, 10);
      const interval = effect?.interval;
      if (interval?.status !== "ok") throw new Error(name);
      expect(
        [interval.lower - lower, interval.upper - upper].every((off) => Math.abs(off) < 1e-9),
        name,
      ).toBe(true);
      expect(interval.level).toBe(0.9);
    }
  },
);

test("segments tell their sides, and segments that do not differ no warning", () => {
  const found = ok(decomposeChange({ a: waveOf(6, 2, 2) }, { a: waveOf(5, 2, 3) }, "nps", { level: 0.8 }));
  expect(found.segments[0]).toMatchObject({
    before: { n: 10, share: 1, score: 40 },
    after: { n: 10, share: 1, score: 20 },
  });
  expect(found.warnings).toEqual([]);
  expect(found.before.interval).toMatchObject({ level: 0.8 });
});

test("a wave of a single answer, or of none, gives no error or no change", () => {
  const many = { a: waveOf(6, 2, 2) };
  const one = { a: waveOf(1, 0, 0) };
  for (const [before, after] of [
    [many, one],
    [one, many],
  ] as const) {
    const found = ok(decomposeChange(before, after, "nps"));
    expect(found.change.standardError).toBeNull();
    expect(found.rateEffect.standardError).toBeNull();
  }
  const none = { a: waveOf(0, 0, 0) };
  expect(decomposeChange(many, none, "nps").status).toBe("not-computable");
  expect(decomposeChange(none, many, "nps").status).toBe("not-computable");
});

test("the level reaches groups and standardised scores, whose limits keep to the scale", () => {
  const groups = { a: waveOf(60, 20, 20), b: waveOf(50, 20, 30) };
  const compared = ok(compareGroups(groups, nps, { level: 0.8 }));
  for (const { estimate } of compared.groups) expect(ok(estimate).interval).toMatchObject({ level: 0.8 });
  expect(compared.warnings).toEqual([]);
  const standardised = ok(standardiseMix(groups, { a: 1, b: 1 }, nps, { level: 0.8 }));
  for (const { estimate } of standardised.groups) expect(estimate.interval).toMatchObject({ level: 0.8 });
  const steep = ok(standardiseMix({ a: waveOf(19, 0, 1), b: waveOf(18, 2, 0) }, { a: 1, b: 1 }, nps));
  expect(steep.interval).toMatchObject({ upper: 100 });
  const low = ok(standardiseMix({ a: waveOf(1, 0, 19), b: waveOf(0, 2, 18) }, { a: 1, b: 1 }, nps));
  expect(low.interval).toMatchObject({ lower: -100 });
});

test("few answers are told from ten on, by the smaller of both sizes", () => {
  const codes = (a: ReturnType<typeof waveOf>) =>
    ok(compareGroups({ a, b: waveOf(6, 4, 4) }, nps)).warnings.map(({ code }) => code);
  expect(codes(waveOf(5, 3, 2))).toEqual([]);
  expect(codes(waveOf(5, 2, 2))).toEqual(["comparison.small-sample"]);
  // Twelve answers that weigh as three.
  const weights = [10, 10, 10, ...new Array<number>(9).fill(1e-3)];
  const few = tallyRatings([10, 7, 0, 10, 7, 0, 10, 7, 0, 10, 7, 0], nps.scale, { weights });
  expect(codes(few)).toEqual(["comparison.small-sample"]);
});

test("a mean at a fixed mix, its limits at the ends of its own scale, and the size of an equal sample", () => {
  const of = (counts: Record<number, number>) => tallyFromCounts(counts, csatMean5.scale);
  const found = ok(
    standardiseMix({ a: of({ 1: 2, 3: 2 }), b: of({ 4: 1, 5: 3 }) }, { a: 3, b: 1 }, csatMean5),
  );
  // By hand: means 2 and 4.75, variances of one answer 4/3 and 1/4 (n − 1), of the means a quarter of these.
  expect(found.value).toBeCloseTo(0.75 * 2 + 0.25 * 4.75, 12);
  const variance = (9 * (4 / 3)) / 64 + 1 / 4 / 64;
  expect(found.standardError).toBeCloseTo(Math.sqrt(variance), 12);
  // One answer at the mix: within the groups and between them, ¾ · ¼ · 2.75².
  const one = 0.75 * (4 / 3) + 0.25 * (1 / 4) + 0.75 * 0.25 * 2.75 ** 2;
  expect(found.effectiveN).toBeCloseTo(one / variance, 10);
  const alone = ok(standardiseMix({ a: of({ 4: 1 }), b: of({ 2: 1, 3: 5 }) }, { a: 1, b: 1 }, csatMean5));
  expect(alone.interval).toMatchObject({ status: "not-computable" });
  expect(alone.interval).not.toHaveProperty("lower");
});

test("the error of a difference is null where either side has a single answer, and else their root sum of squares", () => {
  const many = waveOf(6, 2, 2);
  const method = "mover";
  for (const [a, b] of [
    [waveOf(1, 0, 0), many],
    [many, waveOf(0, 0, 1)],
  ] as const) {
    expect(ok(compareScores(a, b, nps, { method })).standardError).toBeNull();
  }
  // Variances of one answer: 0.8 − 0.16 and 0.9 − 0.25.
  const found = ok(compareScores(many, waveOf(14, 2, 4), nps, { method }));
  const error = 100 * Math.sqrt(0.64 / 10 + 0.65 / 20);
  expect(found.standardError).toBeCloseTo(error, 10);
  const mean = (counts: Record<number, number>) => tallyFromCounts(counts, csatMean5.scale);
  expect(compareScores(mean({ 4: 1, 5: 2 }), mean({ 3: 1 }), csatMean5, { method: "welch" })).toMatchObject({
    reason: "single-answer",
  });
});

test("a p-value of MOVER below 1e-12 is told as 1e-12", () => {
  expect(ok(compareScores(waveOf(900, 50, 50), waveOf(50, 50, 900), nps, { method: "mover" })).p).toBe(1e-12);
});
