import type { Outcome } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import figures from "../fixtures/r/scores.json" with { type: "json" };
import { defineScore } from "./define-score.js";
import { ces2Mean, ces2Share5To7 } from "./definitions/ces.js";
import { csatMean5, csatTop2Of5 } from "./definitions/csat.js";
import { nps } from "./definitions/nps.js";
import { estimateScore } from "./estimate-score.js";
import { intervalMethods } from "./interval-choice.js";
import { mergeTallies } from "./merge-tallies.js";
import type { RatingTally } from "./rating-tally.js";
import type { ScoreDefinition } from "./score-definition.js";
import { scoreDefinitions } from "./score-definitions.js";
import type { ScoreEstimate } from "./score-estimate.js";
import { tallyFromCounts } from "./tally-from-counts.js";
import { tallyRatings } from "./tally-ratings.js";

function ok(outcome: Outcome<ScoreEstimate>): ScoreEstimate {
  if (outcome.status !== "ok") throw new Error(outcome.status);
  return outcome;
}

function codes({ warnings }: ScoreEstimate): string[] {
  return warnings.map((warning) => warning.code);
}

/** Every number of an estimate, for comparisons that leave out the record of weights. */
function numbers(estimate: ScoreEstimate): number[] {
  const { value, effectiveN, standardError, interval, n } = estimate;
  const limits = interval.status === "ok" ? [interval.lower, interval.upper] : [];
  return [value, n, effectiveN, standardError ?? -1, ...limits];
}

function expectClose(found: readonly number[], expected: readonly number[], relative: number): void {
  expect(found.length).toBe(expected.length);
  found.forEach((number, index) => {
    const wanted = expected[index] ?? Number.NaN;
    expect(Math.abs(number - wanted)).toBeLessThanOrEqual(relative * Math.max(1e-3, Math.abs(wanted)));
  });
}

const definitions: readonly ScoreDefinition[] = [
  ...Object.values(scoreDefinitions),
  defineScore({ ...csatTop2Of5, id: "csat.good-over-bad", base: { points: [1, 2, 4, 5] } }),
];
const anyDefinition = fc.constantFrom(...definitions);

/** A definition with weighted ratings on its scale. */
const sample = anyDefinition.chain((definition) =>
  fc.record({
    definition: fc.constant(definition),
    rows: fc.array(
      fc.tuple(
        fc.integer({ min: definition.scale.min, max: definition.scale.max }),
        fc.double({ min: 0.05, max: 20, noNaN: true }),
      ),
      { minLength: 1, maxLength: 60 },
    ),
  }),
);

/** Where a mean can lie, on its scale or rescaled. */
function meanBounds({ scale, statistic }: ScoreDefinition): readonly [number, number] {
  const change = statistic.kind === "mean" ? statistic.rescale?.kind : undefined;
  if (change === "pomp") return [0, 100];
  return change === undefined ? [scale.min, scale.max] : [(100 * scale.min) / scale.max, 100];
}
type Rows = readonly (readonly [number, number])[];

function weigh(rows: Rows, definition: ScoreDefinition, factor = 1): RatingTally {
  return tallyRatings(
    rows.map(([rating]) => rating),
    definition.scale,
    { weights: rows.map(([, weight]) => weight * factor) },
  );
}

describe("laws", () => {
  test("bounds: value and interval lie where they can", () => {
    fc.assert(
      fc.property(sample, ({ definition, rows }) => {
        const outcome = estimateScore(weigh(rows, definition), definition);
        if (outcome.status !== "ok") return;
        const { kind } = definition.statistic;
        const [least, most] =
          kind === "net-share" ? [-100, 100] : kind === "share" ? [0, 1] : meanBounds(definition);
        expect(outcome.value).toBeGreaterThanOrEqual(least);
        expect(outcome.value).toBeLessThanOrEqual(most);
        expect(outcome.effectiveN).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(numbers(outcome).every(Number.isFinite)).toBe(true);
        if (outcome.interval.status !== "ok") return;
        expect(outcome.interval.lower).toBeLessThanOrEqual(outcome.value + 1e-9);
        expect(outcome.interval.upper).toBeGreaterThanOrEqual(outcome.value - 1e-9);
        if (kind !== "mean") {
          expect(outcome.interval.lower).toBeGreaterThanOrEqual(least);
          expect(outcome.interval.upper).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  test("the order of rows changes nothing", () => {
    fc.assert(
      fc.property(sample, ({ definition, rows }) => {
        const forwards = estimateScore(weigh(rows, definition), definition);
        const backwards = estimateScore(weigh([...rows].reverse(), definition), definition);
        expect(backwards.status).toBe(forwards.status);
        if (forwards.status === "ok") expectClose(numbers(ok(backwards)), numbers(forwards), 1e-10);
      }),
    );
  });

  test("merge = whole", () => {
    fc.assert(
      fc.property(sample, fc.nat(60), ({ definition, rows }, cut) => {
        const parts = [rows.slice(0, cut), rows.slice(cut)].map((part) => weigh(part, definition));
        const merged = estimateScore(mergeTallies(...parts), definition);
        const whole = estimateScore(weigh(rows, definition), definition);
        expect(merged.status).toBe(whole.status);
        if (whole.status === "ok") expectClose(numbers(ok(merged)), numbers(whole), 1e-10);
      }),
    );
  });

  test("a common factor of the weights changes nothing", () => {
    fc.assert(
      fc.property(
        sample,
        fc.constantFrom(1000, 1e-3, 1e130, 1e-130, 1 / 3),
        ({ definition, rows }, factor) => {
          const scaled = estimateScore(weigh(rows, definition, factor), definition);
          const plain = estimateScore(weigh(rows, definition), definition);
          expect(scaled.status).toBe(plain.status);
          if (plain.status === "ok") expectClose(numbers(ok(scaled)), numbers(plain), 1e-10);
        },
      ),
    );
  });

  test("equal weights are no weights, and n is then the effective n to the last bit", () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), ({ definition, rows }, weight) => {
        const equal = estimateScore(
          weigh(
            rows.map(([rating]) => [rating, weight]),
            definition,
          ),
          definition,
        );
        const plain = estimateScore(
          tallyRatings(
            rows.map(([rating]) => rating),
            definition.scale,
          ),
          definition,
        );
        expect(equal.status).toBe(plain.status);
        if (plain.status !== "ok") return;
        expect(plain.effectiveN).toBe(plain.n);
        expect(ok(equal).effectiveN).toBe(plain.n);
        expectClose(numbers(ok(equal)), numbers(plain), 1e-10);
      }),
    );
  });

  test("a promoter more never lowers the NPS, a detractor more never raises it", () => {
    const counts = fc.array(fc.nat(30), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(counts, fc.nat(10), (before, point) => {
        const after = before.map((count, index) => (index === point ? count + 1 : count));
        const first = estimateScore(tallyFromCounts(before, nps.scale), nps);
        if (first.status !== "ok") return;
        const change = ok(estimateScore(tallyFromCounts(after, nps.scale), nps)).value - first.value;
        if (point >= 9) expect(change).toBeGreaterThanOrEqual(0);
        if (point <= 6) expect(change).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("bands add up to n, shares to 1, and the shares give the value", () => {
    fc.assert(
      fc.property(sample, ({ definition, rows }) => {
        const outcome = estimateScore(weigh(rows, definition), definition);
        if (outcome.status !== "ok" || definition.statistic.kind === "mean") return;
        const add = (record: Readonly<Record<string, number>>) =>
          Object.values(record).reduce((sum, part) => sum + part, 0);
        expect(add(outcome.bands)).toBe(outcome.n);
        expect(add(outcome.bandShares)).toBeCloseTo(1, 12);
        const { promoters, detractors, upper, lower, in: inside } = outcome.bandShares;
        const net = (promoters ?? upper ?? 0) - (detractors ?? lower ?? 0);
        const value = definition.statistic.kind === "share" ? (inside ?? 0) : 100 * net;
        expect(outcome.value).toBeCloseTo(value, 10);
      }),
    );
  });
});

describe("published and independent figures", () => {
  test("Delighted's CSAT example: 70 of 100, with R's Wilson limits", () => {
    // https://help.delighted.com/article/533-csat-surveys
    const estimate = ok(estimateScore(tallyFromCounts([15, 5, 10, 30, 40], csatTop2Of5.scale), csatTop2Of5));
    expect(estimate.value).toBe(0.7);
    expect(estimate.bands).toEqual({ in: 70, out: 30 });
    expectClose(numbers(estimate).slice(4), figures.delighted.wilson, 1e-12);
  });

  test("CYS's CES example: mean 4.08, with R's t interval", () => {
    // https://support.cys.group/support/solutions/articles/3000095529-customer-effort-score-7-point-scale-to-average
    const tally = tallyFromCounts([80, 210, 140, 110, 160, 180, 120], ces2Mean.scale);
    const estimate = ok(estimateScore(tally, ces2Mean));
    expect(estimate.value).toBe(4.08);
    expectClose(numbers(estimate).slice(3), [figures.cys.standardError, ...figures.cys.t], 1e-12);
  });

  test("CYS's CES index example: 57 % easy, 19 % neutral, 24 % difficult", () => {
    // https://support.cys.group/support/solutions/articles/3000095531-customer-effort-score-7-point-scale-to-index
    const index = defineScore({
      ...ces2Share5To7,
      id: "ces.2-index",
      statistic: { kind: "net-share", upper: [6, 7], lower: [1, 2, 3], unit: "points" },
      interval: { method: "nps-score", level: 0.95 },
    });
    const estimate = ok(estimateScore(tallyFromCounts([100, 80, 60, 90, 100, 300, 270], index.scale), index));
    expect(estimate.value).toBe(33);
    expect(estimate.bands).toEqual({ upper: 570, middle: 190, lower: 240 });
  });

  test("variance 5/9 for promoters, passives and detractors 1/2, 1/3, 1/6", () => {
    // Cross Validated, "How can I calculate margin of error in a NPS (Net Promoter Score) result?", answer by whuber.
    const tally = tallyFromCounts({ 10: 300, 8: 200, 3: 100 }, nps.scale);
    const estimate = ok(estimateScore(tally, nps));
    expect(estimate.value).toBeCloseTo(100 / 3, 12);
    expect(estimate.standardError).toBeCloseTo(100 * Math.sqrt(5 / 9 / 600), 12);
  });

  test("all promoters, n = 10: score interval [0.4449, 1], adjusted Wald's raw upper limit 1.063", () => {
    // With promoters only the score limit is 1 − 2z²/(n + z²); 1.063 is what R's NPS package prints, unclamped.
    const tally = tallyFromCounts({ 10: 10 }, nps.scale);
    const score = ok(estimateScore(tally, nps));
    expect(score.interval).toMatchObject({ upper: 100, method: "nps-score" });
    expect(numbers(score)[4]).toBeCloseTo(44.49, 2);
    expect(codes(score)).toEqual([]);
    const adjusted = ok(estimateScore(tally, nps, { interval: "nps-adjusted-wald" }));
    expect(adjusted.interval).toMatchObject({ upper: 100 });
    expect((adjusted.interval as { rawUpper?: number }).rawUpper).toBeCloseTo(106.3, 1);
    expect(codes(ok(estimateScore(tally, nps, { interval: "nps-wald" })))).toEqual(["interval.degenerate"]);
  });

  describe.each(figures.weighted)("survey::svymean, weighted", ({ ratings, weights, ...expected }) => {
    const tally = tallyRatings(ratings, ces2Mean.scale, { weights });
    const net = defineScore({
      ...ces2Share5To7,
      id: "ces.2-net",
      statistic: { kind: "net-share", upper: [6, 7], lower: [1, 2, 3], unit: "points" },
      interval: { method: "nps-score", level: 0.95 },
    });
    const without4 = defineScore({ ...ces2Share5To7, id: "ces.x", base: { points: [1, 2, 3, 5, 6, 7] } });

    // svymean's variance has the factor n/(n − 1); so has ours for means, and ours for shares and nets has not.
    test.each([
      ["mean", ces2Mean, expected.mean, 1, ratings.length, 1],
      ["share", ces2Share5To7, expected.share567, 1, ratings.length, 0],
      ["net share", net, expected.net67minus123, 100, ratings.length, 0],
      ["share of a restricted base", without4, expected.share567Without4, 1, expected.nWithout4, 0],
    ] as const)("%s", (_, definition, [value, error], unit, n, corrected) => {
      const estimate = ok(estimateScore(tally, definition));
      const factor = corrected ? 1 : Math.sqrt((n - 1) / n);
      expect(estimate.n).toBe(n);
      expectClose(
        [estimate.value, estimate.standardError ?? -1],
        [unit * (value ?? 0), unit * (error ?? 0) * factor],
        1e-12,
      );
    });
  });
});

describe("edge cases", () => {
  const scale = { min: 0, max: 10 };

  test("a whole score is whole", () => {
    for (let promoters = 0; promoters <= 100; promoters++) {
      const tally = tallyFromCounts({ 10: promoters, 7: 100 - promoters }, scale);
      expect(ok(estimateScore(tally, nps)).value).toBe(promoters);
    }
  });

  test("no valid answer: not computable, and the base is told", () => {
    const outcome = estimateScore(tallyRatings([null, 11], scale, { missing: [11] }), nps);
    expect(outcome).toMatchObject({
      status: "not-computable",
      reason: "no-valid-answers",
      base: { valid: 0, missing: 2, invalid: 0, excluded: { blank: 1, "code 11": 1 } },
      definition: { id: "nps", version: "1.0.0" },
    });
  });

  test("answers only outside a restricted base, and answers without weight", () => {
    const restricted = defineScore({ ...csatTop2Of5, id: "csat.x", base: { points: [1, 2, 4, 5] } });
    const threes = tallyFromCounts([0, 0, 7, 0, 0], csatTop2Of5.scale);
    expect(estimateScore(threes, restricted)).toMatchObject({ reason: "no-answers-in-base" });
    const weightless = tallyRatings([9, 3], scale, { weights: [0, 0] });
    expect(estimateScore(weightless, nps)).toMatchObject({ status: "not-computable", reason: "zero-weight" });
  });

  test("a single answer has no standard error; a mean of it no interval", () => {
    const one = ok(estimateScore(tallyRatings([10], scale), nps));
    expect(one.standardError).toBeNull();
    expect(one.interval.status).toBe("ok");
    expect(codes(one)).toEqual(["interval.small-sample"]);
    const mean = ok(estimateScore(tallyRatings([4], csatMean5.scale), csatMean5));
    expect(mean).toMatchObject({ value: 4, standardError: null, interval: { reason: "single-observation" } });
  });

  test("a mean without variation has no interval", () => {
    const mean = ok(
      estimateScore(tallyRatings([3, 3, 3], csatMean5.scale, { weights: [0.1, 0.2, 0.7] }), csatMean5),
    );
    expect(mean).toMatchObject({ value: 3, standardError: 0, interval: { reason: "no-variation" } });
  });

  test("one category under weights: Kish's effective n, with a warning", () => {
    const estimate = ok(estimateScore(tallyRatings([9, 10, 9], scale, { weights: [1, 2, 3] }), nps));
    expect(estimate.effectiveN).toBeCloseTo(36 / 14, 12);
    expect(codes(estimate)).toEqual(["interval.small-sample", "effective-n.kish-fallback"]);
  });

  test("weights that promise more than n answers are warned of", () => {
    const estimate = ok(estimateScore(tallyRatings([9, 3], scale, { weights: [1e-10, 1] }), nps));
    expect(estimate.effectiveN).toBeGreaterThan(estimate.n);
    expect(codes(estimate)).toContain("effective-n.above-n");
  });

  test.each([1e-20, 1e-100, 1e-139])(
    "weights %d times apart leave no interval, and no infinity",
    (weight) => {
      for (const [definition, ratings] of [
        [nps, [9, 3]],
        [csatTop2Of5, [5, 3]],
        [csatMean5, [5, 3]],
      ] as const) {
        const tally = tallyRatings(ratings, definition.scale, { weights: [weight, 1] });
        const estimate = ok(estimateScore(tally, definition));
        expect(numbers(estimate).every(Number.isFinite)).toBe(true);
        expect(estimate.interval).toMatchObject({ reason: "effective-n-too-large" });
      }
    },
  );

  test("more answers than an interval is computed for", () => {
    const many = tallyFromCounts([2 ** 52, 2 ** 52, 2 ** 52, 2 ** 52, 2 ** 52], csatMean5.scale);
    expect(ok(estimateScore(many, csatMean5))).toMatchObject({
      value: 3,
      interval: { status: "not-computable" },
    });
  });

  test("zero-weight answers stay in n and add nothing else", () => {
    const estimate = ok(estimateScore(tallyRatings([9, 3, 3], scale, { weights: [2, 2, 0] }), nps));
    expect([estimate.n, estimate.effectiveN, estimate.value]).toEqual([3, 2, 0]);
    expect(estimate.counts["3"]).toBe(2);
  });

  test("NPS of ratings on 1–10 is refused with the reason", () => {
    expect(() => estimateScore(tallyRatings([9], { min: 1, max: 10 }), nps)).toThrow(
      expect.objectContaining({
        code: "score.nps-needs-0-10",
        message: expect.stringContaining("1–10"),
      }),
    );
  });

  test.each([
    [nps, "wilson"],
    [csatTop2Of5, "nps-score"],
    [csatMean5, "wilson"],
    [csatMean5, "__proto__"],
    [csatMean5, 5],
  ])("an interval of another statistic is refused", (definition, interval) => {
    const tally = tallyRatings([3], definition.scale);
    const loosely = estimateScore as (...input: readonly unknown[]) => unknown;
    expect(() => loosely(tally, definition, { interval })).toThrow(
      expect.objectContaining({ code: "score.interval-mismatch" }),
    );
  });

  test.each([0, 1, 1.5, -1, Number.NaN, "0.95", null])("level %s is refused", (level) => {
    const loosely = estimateScore as (...input: readonly unknown[]) => unknown;
    expect(() => loosely(tallyRatings([3], scale), nps, { level })).toThrow(
      expect.objectContaining({ code: "option.not-allowed" }),
    );
  });

  test.each(
    definitions.flatMap((definition) =>
      intervalMethods[definition.statistic.kind].map(
        (method) => [definition.id, method, definition] as const,
      ),
    ),
  )("%s takes %s", (_, method, definition) => {
    const { min, max } = definition.scale;
    const tally = tallyRatings([min, min + 1, max - 1, max, max], definition.scale);
    const { interval } = ok(estimateScore(tally, definition, { interval: method, level: 0.9 }));
    expect(interval).toMatchObject({ status: "ok", level: 0.9, method });
  });

  const tally = tallyFromCounts([1, 1, 1], { min: 1, max: 3 });
  test.each([
    [undefined],
    [null],
    [{}],
    [{ ...tally, counts: [1, 1] }],
    [{ ...tally, counts: [1, 1, 1.5] }],
    [{ ...tally, counts: [1, 1, -1] }],
    [{ ...tally, weightSums: [1, 1, Number.NaN] }],
    [{ ...tally, weightSums: [2, 1, 1] }],
    [{ ...tally, weighted: true, squaredWeightSums: [9, 1, 1] }],
    [{ ...tally, weighted: true, weightSums: [9, 1, 1] }],
    [{ ...tally, weighted: true, counts: [0, 1, 1] }],
    [{ ...tally, weighted: "no" }],
    [{ ...tally, missing: null }],
    [{ ...tally, missing: { blank: -1 } }],
    [{ ...tally, scale: { min: 3, max: 1 } }],
  ])("a malformed tally is refused: %j", (malformed) => {
    const loosely = estimateScore as (...input: readonly unknown[]) => unknown;
    expect(() => loosely(malformed, nps)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(tally\.malformed|scale\.not-allowed)$/) }),
    );
  });

  test("reasons that could reach a prototype are kept as plain reasons", () => {
    const hostile: RatingTally = {
      ...tallyFromCounts([1, 1, 1, 1, 1], csatMean5.scale),
      missing: JSON.parse('{"__proto__": 3, "constructor": 2}'),
    };
    const { base } = ok(estimateScore(mergeTallies(hostile, hostile), csatMean5));
    expect(base.missing).toBe(10);
    expect(JSON.stringify(base.excluded)).toBe('{"__proto__":6,"constructor":4}');
  });
});
