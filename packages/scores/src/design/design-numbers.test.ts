import { describe, expect, test } from "vitest";
import { csatMean5 } from "../definitions/csat.js";
import { nps } from "../definitions/nps.js";
import { tallyRatings } from "../tally-ratings.js";
import { calibratedStandardError } from "./calibrated-standard-error.js";
import { compareDesignScores } from "./compare-design-scores.js";
import { compareDomains } from "./compare-domains.js";
import { comparePanel } from "./compare-panel.js";
import { comparePartlyOverlapping } from "./compare-partly-overlapping.js";
import { covarianceOfScores } from "./covariance-of-scores.js";
import { estimateDesignScore } from "./estimate-design-score.js";
import { estimateReplicateScore } from "./estimate-replicate-score.js";
import { mergeDesignTallies } from "./merge-design-tallies.js";
import { mergeJointTallies } from "./merge-joint-tallies.js";
import { postStratify } from "./post-stratify.js";
import { rakeWeights } from "./rake-weights.js";
import { replicateTallies } from "./replicate-tallies.js";
import { tallyDesign } from "./tally-design.js";
import { tallyJoint } from "./tally-joint.js";
import { trimWeights } from "./trim-weights.js";

const { scale } = csatMean5;
/** The same mean, but answers of 3 stand outside the base. */
const withoutThrees = { ...csatMean5, id: "csat.mean-without-threes", base: { points: [1, 2, 4, 5] } };
const code = (expected: string) => expect.objectContaining({ code: expected });

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}

/** Φ⁻¹(0.975), and the two-sided p of t with one degree of freedom, which is Cauchy's distribution. */
const z975 = 1.959963984540054;
const cauchy = (ratio: number) => 1 - (2 / Math.PI) * Math.atan(Math.abs(ratio));

describe("independent samples", () => {
  const [a, b] = [tallyRatings([1, 2, 3, 4, 5], scale), tallyRatings([2, 4, 4, 5, 5, 4], scale)];

  // R 4.2.2: t.test(c(2,4,4,5,5,4), c(1,2,3,4,5)).
  test("two plain tallies give Welch's t", () => {
    const found = ok(compareDesignScores(a, b, csatMean5, { reference: "t" }));
    expect(found.difference).toBeCloseTo(1, 12);
    expect(found.degreesOfFreedom).toBeCloseTo(6.9503546099291, 9);
    expect(found.p).toBeCloseTo(0.2711816021611, 9);
    expect(found.interval.lower).toBeCloseTo(-0.9812548722579, 9);
    expect(found.interval.upper).toBeCloseTo(2.9812548722579, 9);
  });

  test("z: the interval and p of the normal distribution", () => {
    const found = ok(compareDesignScores(a, b, csatMean5, { reference: "z" }));
    // Variances 2.5/5 and 1.2/6.
    const error = Math.sqrt(0.7);
    expect(found.standardError).toBeCloseTo(error, 12);
    expect(found.interval.lower).toBeCloseTo(1 - z975 * error, 10);
    expect(found.interval.upper).toBeCloseTo(1 + z975 * error, 10);
    // R 4.2.2: 2 * pnorm(-1 / sqrt(0.7)).
    expect(found.p).toBeCloseTo(0.2319977236287, 10);
    expect(found.interval.method).toBe("unpooled-z");
  });

  test("level and finite population reach both sides", () => {
    const drawn = (ratings: number[]) => tallyDesign(ratings, scale, { populations: 10 });
    const options = { level: 0.8, finitePopulation: "sampling-fraction" } as const;
    const found = ok(compareDesignScores(drawn([1, 2, 3, 4, 5]), drawn([2, 4, 4, 5, 5]), csatMean5, options));
    // Half of each population was drawn: 0.5 · 2.5/5 + 0.5 · 1.5/5.
    expect(found.standardError ** 2).toBeCloseTo(0.4, 12);
    for (const side of [found.a, found.b, ok(compareDesignScores(a, b, csatMean5, { level: 0.8 })).a])
      expect(side.interval).toMatchObject({ level: 0.8 });
  });

  test("two answers a side have a single degree of freedom each; one answer, or answers alike, have no test", () => {
    const found = ok(
      compareDesignScores(tallyRatings([1, 2], scale), tallyRatings([5, 5], scale), csatMean5),
    );
    expect(found.degreesOfFreedom).toBeCloseTo(1, 12);
    expect(found.p).toBeCloseTo(cauchy(3.5 / 0.5), 10);
    const reason = (left: number[], right: number[]) =>
      compareDesignScores(tallyRatings(left, scale), tallyRatings(right, scale), csatMean5);
    expect(reason([4], [5, 3])).toMatchObject({ reason: "single-answer" });
    expect(reason([4, 4], [5, 5])).toMatchObject({ reason: "no-variation" });
    expect(() => compareDesignScores(a, b, csatMean5, { reference: "f" as "t" })).toThrow(
      code("design.option-not-allowed"),
    );
  });
});

describe("two scores of the same people", () => {
  test("answers outside the base on both sides carry no degree of freedom", () => {
    const joint = tallyJoint([1, 5, 4, 2, 3, 3], [2, 4, 4, 5, 5, 3], scale, scale);
    const change = ok(comparePanel(joint, withoutThrees));
    expect(change.degreesOfFreedom).toBe(4);
    // Before 1, 5, 4, 2; after 2, 4, 4, 5, 5.
    expect([change.before.value, change.after.value]).toEqual([3, 4]);
    expect(change.difference).toBeCloseTo(1, 12);
    // z of the change, by hand in twentieths: (y − 4)/5 − (x − 3)/4.
    const changes = [-2 / 5 + 2 / 4, -2 / 4, -1 / 4, 1 / 5 + 1 / 4, 1 / 5, 0];
    const squares = changes.reduce((sum, each) => sum + each ** 2, 0);
    expect(change.standardError).toBeCloseTo(Math.sqrt((6 / 5) * squares), 12);
    const both = ok(covarianceOfScores(joint, withoutThrees, withoutThrees));
    expect(both.degreesOfFreedom).toBe(4);
  });

  test("a wave without an answer in the base has no change", () => {
    expect(comparePanel(tallyJoint([3, 3], [1, 5], scale, scale), withoutThrees)).toMatchObject({
      reason: "no-joint-answers",
    });
    expect(comparePanel(tallyJoint([1, 5], [3, 3], scale, scale), withoutThrees)).toMatchObject({
      reason: "no-joint-answers",
    });
  });

  test("one cluster has no variance; two people have one degree of freedom", () => {
    const single = tallyJoint([1, 5], [2, 3], scale, scale, { clusters: ["a", "a"] });
    expect(comparePanel(single, csatMean5)).toMatchObject({ reason: "single-unit-stratum" });
    expect(covarianceOfScores(single, csatMean5, csatMean5)).toMatchObject({ reason: "single-unit-stratum" });
    // Changes of 3 and 1: mean 2, standard error 1.
    const two = ok(comparePanel(tallyJoint([1, 3], [4, 4], scale, scale), csatMean5));
    expect([two.difference, two.standardError, two.degreesOfFreedom]).toEqual([2, 1, 1]);
    expect(two.p).toBeCloseTo(cauchy(2), 10);
  });
});

describe("waves that overlap", () => {
  const wave = (ratings: number[], clusters: string, strata?: string) =>
    tallyDesign(ratings, scale, { clusters: [...clusters], ...(strata ? { strata: [...strata] } : {}) });
  const joint = (a: number[], b: number[], clusters: string, strata?: string) =>
    tallyJoint(a, b, scale, scale, { clusters: [...clusters], ...(strata ? { strata: [...strata] } : {}) });

  test("a stratum of one unit in either wave, or in the overlap alone, leaves no variance", () => {
    const [two, three] = [wave([1, 5], "ab", "nn"), wave([1, 5, 3], "abc", "nns")];
    const overlap = joint([1, 5], [1, 5], "ab", "nn");
    for (const waves of [
      { before: three, after: two, overlap },
      { before: two, after: three, overlap },
      { before: two, after: two, overlap: joint([1], [1], "a", "n") },
    ])
      expect(comparePartlyOverlapping(waves, csatMean5)).toMatchObject({ reason: "single-unit-stratum" });
  });

  test("adjusted, a single shared unit brings the product of its totals", () => {
    const waves = {
      before: wave([1, 5, 3], "abc"),
      after: wave([2, 5, 5], "adc"),
      overlap: joint([1], [2], "a"),
    };
    const found = ok(comparePartlyOverlapping(waves, csatMean5, { singleUnit: "adjust" }));
    // (1 − 3)/3 and (2 − 4)/3.
    expect(found.covariance).toBeCloseTo(4 / 9, 12);
    // Each wave is a mean of three: variances 4/3 and 3/3.
    expect(found.standardError ** 2).toBeCloseTo(7 / 3 - 8 / 9, 12);
  });

  test("where nobody answered both times, the waves are as independent as two samples", () => {
    const found = ok(
      comparePartlyOverlapping(
        {
          before: tallyRatings([1, 3, 5], scale),
          after: tallyRatings([5, 2, 5], scale),
          overlap: tallyJoint([1, null], [null, 5], scale, scale),
        },
        csatMean5,
      ),
    );
    expect(found.covariance).toBe(0);
    // Variances 4/3 and 3/3.
    expect(found.standardError ** 2).toBeCloseTo(7 / 3, 12);
  });

  test("degrees of freedom are those of the wave that has fewer, down to one", () => {
    const waves = {
      before: wave([1, 5, 3, 4], "abcd"),
      after: wave([4, 5], "ae"),
      overlap: joint([1], [4], "a"),
    };
    const found = ok(comparePartlyOverlapping(waves, csatMean5, { singleUnit: "adjust" }));
    expect(found.degreesOfFreedom).toBe(1);
    expect(found.p).toBeCloseTo(cauchy(found.difference / found.standardError), 10);
  });

  test("a covariance beyond both variances, a wave without weight, a cluster from elsewhere", () => {
    const alike = wave([5, 1, 3, 3, 3, 3, 3, 3, 3, 3], "abcdefghij");
    const overlap = joint([5, 1], [5, 1], "ab");
    // Variances 10/9 · 2 · 0.2² each, covariance 2 · 2 · 0.2².
    expect(comparePartlyOverlapping({ before: alike, after: alike, overlap }, csatMean5)).toMatchObject({
      reason: "covariance-above-variances",
    });
    const silent = tallyDesign([5, 1], scale, { clusters: ["a", "b"], weights: [0, 0] });
    for (const waves of [
      { before: silent, after: alike, overlap },
      { before: alike, after: silent, overlap },
    ])
      expect(comparePartlyOverlapping(waves, csatMean5)).toMatchObject({ reason: "no-weight-in-base" });
    expect(() =>
      comparePartlyOverlapping(
        { before: alike, after: alike, overlap: joint([5, 1], [5, 1], "az") },
        csatMean5,
      ),
    ).toThrow(code("overlap.not-part"));
  });
});

describe("joint tallies keep every pair apart", () => {
  const pairs = (joint: ReturnType<typeof tallyJoint>) =>
    joint.strata.flatMap(({ units }) =>
      units.flatMap((unit) => unit.cells.map(({ pointA, pointB, count }) => [pointA, pointB, count])),
    );

  test.each([
    ["from 0", { min: 0, max: 3 }, { min: 0, max: 2 }],
    ["below 0", { min: -3, max: 2 }, { min: -2, max: 2 }],
    ["the first longer than the second", { min: 1, max: 9 }, { min: 1, max: 2 }],
  ])("on scales %s, tallied or merged", (_, first, second) => {
    const points = ({ min, max }: typeof first) => [
      null,
      ...Array.from({ length: max - min + 1 }, (__, place) => min + place),
    ];
    const all = points(first).flatMap((a) => points(second).map((b) => [a, b] as const));
    const a = all.map(([left]) => left);
    const b = all.map(([, right]) => right);
    const expected = all.slice(1).map(([left, right]) => [left, right, 1]);
    expect(pairs(tallyJoint(a, b, first, second))).toEqual(expected);
    const half = (from: number, to?: number) =>
      tallyJoint(a.slice(from, to), b.slice(from, to), first, second);
    expect(pairs(mergeJointTallies(half(7), half(0, 7)))).toEqual(expected);
  });

  test("a weight that cannot be used takes the lowest answers out too, once", () => {
    const five = { min: 0, max: 4 };
    const joint = tallyJoint([0, null, 0], [null, 0, 3], five, five, {
      weights: [Number.NaN, Number.NaN, 2],
      onInvalid: "count",
    });
    expect(pairs(joint)).toEqual([[0, 3, 1]]);
    const counted = (reasons = {}) => Object.values(reasons);
    expect(counted(joint.strata[0]?.invalidA)).toEqual([1]);
    expect(counted(joint.strata[0]?.invalidB)).toEqual([1]);
  });
});

describe("design tallies", () => {
  test("a weight that cannot be used takes its answer out", () => {
    const tally = tallyDesign([5, 4], scale, { weights: [Number.NaN, 2], onInvalid: "count" });
    expect(tally.strata[0]?.units[0]?.cells).toEqual([
      { point: 4, count: 1, weightSum: 2, squaredWeightSum: 4 },
    ]);
  });

  test("an empty sample has its one stratum; merging keeps records without an answer", () => {
    expect(tallyDesign([], scale).strata).toMatchObject([{ stratum: "", sampleUnits: 0 }]);
    const silent = tallyDesign([null, null], scale);
    expect(mergeDesignTallies(silent, silent, tallyDesign([null], scale)).strata).toMatchObject([
      { sampleUnits: 5, missing: { blank: 5 } },
    ]);
  });

  test("answers of weight 0 carry no degree of freedom, in clusters or without", () => {
    const ratings = [1, 5, 4, 2];
    const weights = [1, 1, 1, 0];
    for (const options of [{ weights }, { weights, clusters: ["a", "b", "c", "d"] }])
      expect(ok(estimateDesignScore(tallyDesign(ratings, scale, options), csatMean5)).design).toMatchObject({
        sampleUnits: 4,
        units: 3,
        degreesOfFreedom: 2,
      });
  });

  test("two clusters: the interval of a mean is t with one degree of freedom", () => {
    const tally = tallyDesign([3, 4, 2, 3, 3, 4, 2, 4], scale, { clusters: [..."aaaabbbb"] });
    const found = ok(estimateDesignScore(tally, csatMean5, { level: 0.5 }));
    // Means 3 and 3.25; t of one degree at the quartile is tan 45° = 1.
    expect(found.standardError).toBeCloseTo(0.125, 12);
    if (found.interval.status !== "ok") throw new Error(found.interval.reason);
    expect(found.interval.lower).toBeCloseTo(3, 10);
    expect(found.interval.upper).toBeCloseTo(3.25, 10);
  });

  test("one answer among several records has no standard error", () => {
    expect(estimateDesignScore(tallyDesign([4, null, null], scale), csatMean5)).toMatchObject({
      value: 4,
      standardError: null,
    });
  });

  test("what the tally says of its sample outweighs a bolder caller", () => {
    const tally = tallyDesign([4, 2, 5], scale, { sample: "non-probability" });
    const found = ok(estimateDesignScore(tally, csatMean5, { sample: "probability" }));
    expect(found.warnings.map(({ code: name }) => name)).toContain("sample.non-probability");
  });

  test("random groups: the level that was asked for, and none without weight", () => {
    const clusters = [..."abcdef"];
    const groups = (weights: number[]) =>
      replicateTallies([10, 9, 3, 7, 9, 0], nps.scale, { clusters, weights, replicates: 3, seed: 2 });
    expect(
      ok(estimateReplicateScore(groups([1, 1, 1, 1, 1, 1]), nps, { level: 0.8 })).interval,
    ).toMatchObject({
      level: 0.8,
    });
    expect(estimateReplicateScore(groups([0, 0, 0, 0, 0, 0]), nps)).toMatchObject({
      reason: "no-weight-in-base",
    });
  });
});

describe("calibrated weights", () => {
  const cells = ["app", "app", "app", "branch", "branch"];
  const ratings = [5, 4, 5, 2, 3];
  const { weights } = postStratify([1, 1, 1, 1, 1], cells, { app: 500, branch: 500 });

  test("records without weight or answer are drawn, but carry no degree of freedom", () => {
    for (const [more, category] of [
      [1, "app"],
      [1, "closed"],
    ] as const)
      for (const regression of ["equal", "calibrated"] as const) {
        const found = ok(
          calibratedStandardError({
            ratings: [...ratings, more],
            definition: csatMean5,
            weights: [...weights, 0],
            margins: [{ name: "channel", categories: [...cells, category] }],
            regression,
          }),
        );
        // By hand: residuals ⅓, −⅔, ⅓ at 1/6 and −½, ½ at ¼; six records drawn.
        expect(found.standardError).toBeCloseTo(Math.sqrt((6 / 5) * (1 / 54 + 1 / 32)), 12);
        expect(found.degreesOfFreedom).toBe(4);
      }
    const silent = ok(
      calibratedStandardError({
        ratings: [...ratings, null],
        definition: csatMean5,
        weights: [...weights, 10],
        margins: [{ name: "channel", categories: [...cells, "app"] }],
        clusters: [..."abcdef"],
      }),
    );
    expect(silent.degreesOfFreedom).toBe(4);
  });

  test("weight from one stratum only, one unit, no unit beyond its stratum, one degree of freedom", () => {
    const found = (values: (number | null)[], options = {}) =>
      calibratedStandardError({
        ratings: values,
        definition: csatMean5,
        weights: values.map(() => 1),
        margins: [{ name: "all", categories: values.map(() => "all") }],
        ...options,
      });
    expect(found([null, null])).toMatchObject({ reason: "no-weight-in-base" });
    expect(found([4, 2], { clusters: ["a", "a"] })).toMatchObject({ reason: "single-unit-stratum" });
    expect(found([4, 2], { strata: ["a", "b"], singleUnit: "adjust" })).toMatchObject({
      reason: "no-degrees-of-freedom",
    });
    // A mean of 4 and 2: standard error 1.
    expect(found([4, 2])).toMatchObject({ standardError: 1, degreesOfFreedom: 1 });
    const uncovered = ok(found([4, 2, 3], { strata: ["a", "a", "a"], populations: { a: 9, b: 9 } }));
    expect(uncovered.warnings.map(({ code: name }) => name)).toContain("design.uncovered-strata");
  });

  test("a category of weight 0 whose target is 0 keeps its 0", () => {
    const given = [1, 3, 0];
    const categories = ["a", "a", "b"];
    const targets = { a: 8, b: 0 };
    expect(postStratify(given, categories, targets).weights).toEqual([2, 6, 0]);
    expect(
      ok(rakeWeights({ weights: given, margins: [{ name: "m", categories, targets }] })).weights,
    ).toEqual([2, 6, 0]);
  });

  test("bounds that no weights can meet", () => {
    const margins = [{ name: "m", categories: ["a", "a", "a"], targets: { a: 12 } }];
    // 4.4 at most for the third, 3.6 at least for the others: nobody is left to take what remains.
    expect(rakeWeights({ weights: [1, 1, 10], margins, bounds: { lower: 0.9, upper: 1.1 } })).toMatchObject({
      reason: "raking-not-converged",
      iterations: 1,
    });
    // Three lifted to 3 take 6, all that the fourth has.
    expect(() => trimWeights([1, 1, 1, 6], { lower: 3 })).toThrow(code("calibration.bounds-not-allowed"));
  });

  test("trimming tells Kish's design effect before and after", () => {
    const found = trimWeights([1, 1, 2, 8], { upper: 5 });
    // n Σw² / (Σw)²: 4 · 70/144, and 4 · 42/144 of 2, 2, 3, 5.
    expect(found.designEffect.before).toBeCloseTo(280 / 144, 14);
    expect(found.designEffect.after).toBeCloseTo(168 / 144, 14);
    expect(trimWeights([0, 3, 1], { upper: 3 }).designEffect.before).toBeCloseTo((2 * 10) / 16, 14);
    expect(trimWeights([0, 0], { upper: 5 }).designEffect).toEqual({ before: 1, after: 1 });
  });
});

describe("domains of one sample", () => {
  // Work 5, 1, 3 and rest 4, 2, 5, 5, in clusters a, b, c; d has one of each.
  const domains = ["work", "work", "rest", "rest", "rest", "work", "rest", null];
  const ratings = [5, 1, 4, 2, 5, 3, 5, 2];
  const clusters = [..."abbacddd"];

  test("by hand: difference, covariance, interval and units in both", () => {
    const t = ok(compareDomains(domains, ratings, ["work", "rest"], csatMean5, { clusters }));
    expect(t.a).toMatchObject({ value: 3, n: 3 });
    expect(t.b).toMatchObject({ value: 4, n: 4 });
    expect(t.difference).toBeCloseTo(1, 12);
    // Totals by cluster a, b, c, d: work 2/3, −2/3, 0, 0 and rest −2/4, 0, 1/4, 1/4; their differences, with 4/3.
    const changes = [-1 / 2 - 2 / 3, 2 / 3, 1 / 4, 1 / 4];
    const error = Math.sqrt((4 / 3) * changes.reduce((sum, each) => sum + each ** 2, 0));
    expect(t.standardError).toBeCloseTo(error, 12);
    expect(t.covariance).toBeCloseTo((4 / 3) * (2 / 3) * (-1 / 2), 12);
    // a, b and d; c has rest only.
    expect(t.unitsInBoth).toBe(3);
    expect([t.method, t.interval.method]).toEqual(["domains-t", "domains-t"]);

    const z = ok(
      compareDomains(domains, ratings, ["work", "rest"], csatMean5, {
        clusters,
        reference: "z",
        level: 0.95,
      }),
    );
    expect(z.interval.lower).toBeCloseTo(1 - z975 * error, 10);
    expect([z.method, z.interval.method]).toEqual(["domains-z", "domains-z"]);
    const wide = ok(compareDomains(domains, ratings, ["work", "rest"], csatMean5, { clusters, level: 0.8 }));
    expect(wide.interval.level).toBe(0.8);
    expect(wide.a).toMatchObject({ interval: { level: 0.8 } });
  });

  test("a difference that cannot be had is told with both sides", () => {
    const found = compareDomains(["work", "rest", "work", "rest"], [5, 4, 5, 4], ["work", "rest"], csatMean5);
    expect(found).toMatchObject({
      status: "not-computable",
      reason: "no-variation",
      a: { status: "ok", value: 5 },
      b: { status: "ok", value: 4 },
    });
    expect(found).not.toHaveProperty("method");
  });

  test("a side without an answer is told as such; names may be numbers", () => {
    const found = compareDomains(["work", "rest", "rest"], [5, null, null], ["work", "rest"], csatMean5);
    expect(found).toMatchObject({
      status: "not-computable",
      reason: "no-valid-answers",
      a: { status: "ok" },
    });
    expect(compareDomains([1, 2, 1, 2], [5, 3, 4, 2], [1, 2], csatMean5)).toMatchObject({ difference: -2 });
  });
});
