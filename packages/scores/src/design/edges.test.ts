import { describe, expect, test } from "vitest";
import { compareScores } from "../compare-scores.js";
import { csatMean5 } from "../definitions/csat.js";
import { estimateScore } from "../estimate-score.js";
import { tallyFromCounts } from "../tally-from-counts.js";
import { tallyRatings } from "../tally-ratings.js";
import { compareDesignScores } from "./compare-design-scores.js";
import { comparePanel } from "./compare-panel.js";
import { comparePartlyOverlapping } from "./compare-partly-overlapping.js";
import { estimateDesignScore } from "./estimate-design-score.js";
import { mergeDesignTallies } from "./merge-design-tallies.js";
import { tallyDesign } from "./tally-design.js";
import { tallyDesignBy } from "./tally-design-by.js";
import { tallyJoint } from "./tally-joint.js";

const { scale } = csatMean5;
const code = (expected: string) => expect.objectContaining({ code: expected });
const loosely = <Result>(call: unknown) => call as (...input: readonly unknown[]) => Result;

describe("what a design tally holds", () => {
  test("units without an answer, missing by stratum, and codes", () => {
    const tally = tallyDesign([5, null, 9, 4], scale, {
      strata: ["n", "n", "s", "s"],
      clusters: [1, 2, "1", 1],
      missing: [9],
      populations: { n: 30, s: 10, w: 5 },
    });
    expect(tally).toEqual({
      scale,
      weighted: false,
      clustered: true,
      strata: [
        {
          stratum: "n",
          sampleUnits: 2,
          population: 30,
          units: [
            { unit: "1", cells: [{ point: 5, count: 1, weightSum: 1, squaredWeightSum: 1 }] },
            { unit: "2", cells: [] },
          ],
          missing: { blank: 1 },
          invalid: {},
        },
        {
          stratum: "s",
          sampleUnits: 1,
          population: 10,
          units: [{ unit: "1", cells: [{ point: 4, count: 1, weightSum: 1, squaredWeightSum: 1 }] }],
          missing: { "code 9": 1 },
          invalid: {},
        },
        { stratum: "w", sampleUnits: 0, population: 5, units: [], missing: {}, invalid: {} },
      ],
    });
    expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
  });

  test("without clusters the records of a stratum stand pooled, however many", () => {
    const ratings = Array.from({ length: 5000 }, (_, row) => 1 + (row % 5));
    const tally = tallyDesign(ratings, scale);
    expect(tally.strata[0]?.sampleUnits).toBe(5000);
    expect(tally.strata[0]?.units).toHaveLength(1);
    expect(tally.strata[0]?.units[0]?.cells).toHaveLength(5);
  });

  test.each([
    ["design.not-a-key", { clusters: ["a", null] }],
    ["design.not-a-key", { clusters: ["a", ""] }],
    ["design.not-a-key", { strata: ["a", Number.NaN] }],
    ["ratings.length-mismatch", { clusters: ["a"] }],
    ["ratings.length-mismatch", { weights: [1] }],
    ["ratings.not-a-list", { strata: 3 }],
    ["design.population-not-allowed", { populations: 0 }],
    ["design.population-not-allowed", { populations: { n: 5 } }],
    ["design.population-not-allowed", { populations: 5, strata: ["n", "s"] }],
    ["design.population-below-sample", { populations: 1 }],
    ["design.option-not-allowed", { sample: "quota" }],
    ["design.option-not-allowed", { calibratedWeights: 1 }],
    ["option.unknown", { cluster: ["a", "b"] }],
    ["option.not-allowed", null],
  ])("%s: %j", (expected, options) => {
    expect(() => loosely(tallyDesign)([5, 4], scale, options)).toThrow(code(expected));
  });

  test("tallies that are not of one sample do not merge", () => {
    const plain = tallyDesign([5], scale, { populations: 9 });
    expect(() => mergeDesignTallies()).toThrow(code("design.nothing-to-merge"));
    const merge = loosely(mergeDesignTallies);
    expect(() => merge(plain, tallyDesign([5], scale, { clusters: ["a"] }))).toThrow(
      code("design.merge-mismatch"),
    );
    expect(() => merge(plain, tallyDesign([5], { min: 0, max: 10 }))).toThrow(code("design.merge-mismatch"));
    expect(() => merge(plain, tallyDesign([5], scale, { populations: 8 }))).toThrow(
      code("design.merge-mismatch"),
    );
    expect(() => merge(...Array(10).fill(plain))).toThrow(code("design.population-below-sample"));
    expect(merge(plain, tallyDesign([5], scale))).toMatchObject({
      strata: [{ sampleUnits: 2, population: 9 }],
    });
  });

  test.each([
    [{ strata: [{}] }],
    [{ strata: "x" }],
    [{ clustered: 1 }],
    [
      {
        strata: [
          {
            stratum: "",
            sampleUnits: 1,
            population: null,
            units: [
              { unit: "a", cells: [] },
              { unit: "a", cells: [] },
            ],
            missing: {},
            invalid: {},
          },
        ],
      },
    ],
    [
      {
        strata: [
          {
            stratum: "",
            sampleUnits: 1,
            population: null,
            units: [{ unit: "a", cells: [{ point: 9, count: 1, weightSum: 1, squaredWeightSum: 1 }] }],
            missing: {},
            invalid: {},
          },
        ],
      },
    ],
    [
      {
        strata: [
          {
            stratum: "",
            sampleUnits: 1,
            population: null,
            units: [{ unit: "a", cells: [{ point: 5, count: 1, weightSum: 3, squaredWeightSum: 1 }] }],
            missing: {},
            invalid: {},
          },
        ],
      },
    ],
    [
      {
        strata: [
          {
            stratum: "",
            sampleUnits: 2,
            population: null,
            units: [{ unit: "a", cells: [] }],
            missing: {},
            invalid: {},
          },
        ],
      },
    ],
    [
      {
        strata: [
          { stratum: "", sampleUnits: 1, population: null, units: [], missing: { blank: -1 }, invalid: {} },
        ],
      },
    ],
  ])("a malformed tally is refused: %j", (part) => {
    const tally = { ...tallyDesign([5], scale, { clusters: ["a"] }), ...part };
    expect(() => loosely(estimateScore)(tally, csatMean5)).toThrow(code("design.malformed"));
  });
});

describe("estimates at the edge", () => {
  const estimate = (ratings: (number | null)[], options = {}, settings = {}) =>
    estimateDesignScore(tallyDesign(ratings, scale, options), csatMean5, settings);

  test("nothing, nobody, no weight", () => {
    expect(estimate([])).toMatchObject({ reason: "no-valid-answers" });
    expect(estimate([null], { clusters: ["a"] })).toMatchObject({ reason: "no-valid-answers" });
    expect(estimate([5], { weights: [0] })).toMatchObject({ reason: "zero-weight" });
  });

  test("one answer, one cluster", () => {
    expect(estimate([4])).toMatchObject({ value: 4, standardError: null });
    expect(estimate([4, 5, 2], { clusters: ["a", "a", "a"] })).toMatchObject({
      value: 11 / 3,
      standardError: null,
      interval: { reason: "single-unit-stratum" },
    });
    expect(estimate([4, 5], { strata: ["a", "b"] }, { singleUnit: "adjust" })).toMatchObject({
      interval: { reason: "no-degrees-of-freedom" },
      design: { degreesOfFreedom: 0 },
    });
  });

  test("answers that are all alike: the effective n is Kish's, with a warning", () => {
    const outcome = estimateDesignScore(
      tallyDesign([5, 5, 5, 5], scale, { clusters: ["a", "a", "b", "c"], weights: [1, 2, 1, 1] }),
      "csat.top-2-of-5",
    );
    if (outcome.status !== "ok") throw new Error(outcome.status);
    expect(outcome.standardError).toBe(0);
    expect(outcome.design.kishEffectiveN).toBeCloseTo(25 / 7, 12);
    expect(outcome.design.designEffect).toBeNull();
    expect(outcome.warnings.map(({ code: name }) => name)).toContain("effective-n.kish-fallback");
  });

  test("clusters that are all alike inside and out have no variance between them", () => {
    const outcome = estimate([1, 5, 1, 5, 1, 5], { clusters: ["a", "a", "b", "b", "c", "c"] });
    if (outcome.status !== "ok") throw new Error(outcome.status);
    expect(outcome.standardError).toBe(0);
    expect(outcome.effectiveN).toBeLessThan(6);
    expect(outcome.warnings.map(({ code: name }) => name)).toContain("effective-n.kish-fallback");
  });

  test("a census has no sampling error left", () => {
    const outcome = estimate(
      [1, 5, 3],
      { clusters: ["a", "b", "c"], populations: 3 },
      { finitePopulation: "sampling-fraction" },
    );
    expect(outcome).toMatchObject({ standardError: 0 });
  });

  test("a correction without populations is refused", () => {
    expect(() => estimate([5, 4], {}, { finitePopulation: "sampling-fraction" })).toThrow(
      code("design.population-missing"),
    );
    expect(() => estimate([5, 4], {}, { finitePopulation: "yes" })).toThrow(
      code("design.option-not-allowed"),
    );
    expect(() => estimate([5, 4], {}, { lonely: "fail" })).toThrow(code("option.unknown"));
  });

  test("options of designs are not for plain tallies", () => {
    const plain = tallyFromCounts([1, 2, 3, 4, 5], scale);
    expect(() => loosely(estimateScore)(plain, csatMean5, { singleUnit: "adjust" })).toThrow(
      code("option.unknown"),
    );
  });

  test("warnings: few degrees of freedom, uncovered strata, calibrated weights", () => {
    const outcome = estimate([5, 4, 3], {
      strata: ["a", "a", "a"],
      populations: { a: 50, b: 10 },
      weights: [1, 2, 1],
      calibratedWeights: true,
    });
    if (outcome.status !== "ok") throw new Error(outcome.status);
    const codes = outcome.warnings.map(({ code: name }) => name);
    for (const name of [
      "design.few-degrees-of-freedom",
      "design.uncovered-strata",
      "weights.treated-as-fixed",
    ])
      expect(codes).toContain(name);
  });

  test("a group without an answer in the base says so", () => {
    const [, web] = tallyDesignBy(["app", "web"], [5, null], scale, { clusters: ["a", "b"] });
    expect(web && estimateScore(web.tally, csatMean5)).toMatchObject({ reason: "no-valid-answers" });
  });
});

describe("samples that are not probability samples", () => {
  const ratings = [5, 4, 3, 2, 5, 4, 1, 5, 3, 4, 4, 5];

  test("the caller or the tally may say so; the caveat travels", () => {
    const plain = estimateScore(tallyRatings(ratings, scale), csatMean5, { sample: "non-probability" });
    const design = estimateScore(tallyDesign(ratings, scale, { sample: "non-probability" }), csatMean5);
    for (const outcome of [plain, design]) {
      if (outcome.status !== "ok") throw new Error(outcome.status);
      expect(outcome.warnings.map(({ code: name }) => name)).toContain("sample.non-probability");
      expect(outcome.interval.status).toBe("ok");
    }
    const tally = tallyDesign(ratings, scale, { sample: "non-probability" });
    const change = compareDesignScores(tally, tallyRatings(ratings.slice(3), scale), csatMean5);
    expect(change.status === "ok" && change.warnings.map(({ code: name }) => name)).toEqual([
      "sample.non-probability",
    ]);
    expect(mergeDesignTallies(tally, tallyDesign(ratings, scale)).sample).toBe("non-probability");
  });

  test("the interval can be withheld", () => {
    const options = { sample: "non-probability", withholdInterval: true } as const;
    const outcome = estimateScore(tallyRatings(ratings, scale), csatMean5, options);
    expect(outcome).toMatchObject({
      interval: { status: "not-computable", reason: "non-probability-sample" },
    });
    const probability = estimateScore(tallyRatings(ratings, scale), csatMean5, { withholdInterval: true });
    expect(probability).toMatchObject({ interval: { status: "ok" } });
  });
});

describe("changes at the edge", () => {
  test("nobody answered twice; nobody changed; all changed alike", () => {
    const panel = (a: (number | null)[], b: (number | null)[]) =>
      comparePanel(tallyJoint(a, b, scale, scale), csatMean5);
    expect(panel([5, null], [null, 4])).toMatchObject({ reason: "no-joint-answers" });
    expect(panel([5, 3, 2], [5, 3, 2])).toMatchObject({ reason: "no-variation" });
    expect(panel([4, 3, 2], [5, 4, 3])).toMatchObject({ reason: "no-variation" });
    expect(panel([4], [5])).toMatchObject({ status: "not-computable" });
  });

  test("people with one answer are told, and left out", () => {
    const joint = tallyJoint([5, 3, 2, null, 4], [4, 3, 5, 5, null], scale, scale);
    expect(comparePanel(joint, csatMean5)).toMatchObject({
      pairs: 3,
      excluded: { beforeOnly: 1, afterOnly: 1 },
      before: { n: 3 },
    });
  });

  test("an overlap that is not part of its waves is refused", () => {
    const before = tallyRatings([3, 2, 4], scale);
    const after = tallyRatings([4, 2, 5], scale);
    const call = (overlap: unknown) =>
      loosely(comparePartlyOverlapping)({ before, after, overlap }, csatMean5);
    expect(() => call(tallyJoint([5], [4], scale, scale))).toThrow(code("overlap.not-part"));
    expect(() => call(tallyJoint([3], [4], scale, scale, { clusters: ["a"] }))).toThrow(
      code("overlap.not-part"),
    );
    expect(() => call(undefined)).toThrow(code("joint.malformed"));
  });

  test("clusters that stay bring the people who came new into the covariance", () => {
    const before = tallyDesign([1, 2, 3, 3, 5, 5, 1, 1], scale, { clusters: [..."aabbccee"] });
    const after = tallyDesign([2, 1, 3, 4, 5, 5, 1, 2], scale, { clusters: [..."aabbddff"] });
    const overlap = tallyJoint([1, 3], [2, 3], scale, scale, { clusters: ["a", "b"] });
    const change = comparePartlyOverlapping({ before, after, overlap }, csatMean5);
    if (change.status !== "ok") throw new Error(change.reason);
    // Totals of the waves: a has 3 of 2 answers before and after, b has 6 and 7; the means are 21/8 and 23/8; m/(m − 1) is 2.
    const [a, b] = [(3 - 2 * (21 / 8)) / 8, (6 - 2 * (21 / 8)) / 8];
    const [a2, b2] = [(3 - 2 * (23 / 8)) / 8, (7 - 2 * (23 / 8)) / 8];
    const middle = [(a + b) / 2, (a2 + b2) / 2] as const;
    const covariance = 2 * ((a - middle[0]) * (a2 - middle[1]) + (b - middle[0]) * (b2 - middle[1]));
    expect(change.covariance).toBeCloseTo(covariance, 12);
    expect(change.overlapUnits).toBe(2);
  });

  test("sides without an error have no difference", () => {
    const one = tallyDesign([5, 4], scale, { clusters: ["a", "a"] });
    const many = tallyDesign([5, 4, 2], scale, { clusters: ["a", "b", "c"] });
    expect(compareDesignScores(one, many, csatMean5)).toMatchObject({ reason: "single-unit-stratum" });
    expect(compareScores(one, many, csatMean5)).toMatchObject({ reason: "single-unit-stratum" });
    expect(compareDesignScores(tallyDesign([], scale), many, csatMean5)).toMatchObject({
      reason: "side-not-computable",
    });
  });
});
