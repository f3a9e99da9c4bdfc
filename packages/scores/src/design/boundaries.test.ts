import { tDistribution } from "@cxmetrics/stats";
import { describe, expect, test } from "vitest";
import { csatMean5 } from "../definitions/csat.js";
import { nps } from "../definitions/nps.js";
import { estimateScore } from "../estimate-score.js";
import { comparePanel } from "./compare-panel.js";
import { comparePartlyOverlapping } from "./compare-partly-overlapping.js";
import { covarianceOfScores } from "./covariance-of-scores.js";
import { estimateDesignScore } from "./estimate-design-score.js";
import { estimateReplicateScore } from "./estimate-replicate-score.js";
import { mergeDesignTallies } from "./merge-design-tallies.js";
import { mergeDesignTalliesBy } from "./merge-design-tallies-by.js";
import { mergeJointTallies } from "./merge-joint-tallies.js";
import { postStratify } from "./post-stratify.js";
import { rakeWeights } from "./rake-weights.js";
import { replicateTallies } from "./replicate-tallies.js";
import { tallyDesign } from "./tally-design.js";
import { tallyDesignBy } from "./tally-design-by.js";
import { tallyJoint } from "./tally-joint.js";
import { trimWeights } from "./trim-weights.js";

const { scale } = nps;

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}

describe("waves of the same people tell each wave", () => {
  const first = [10, 9, 3, 7, 9, 0, 8, 10];
  const second = [9, 9, 5, 9, 10, 2, 10, 3];
  const joint = tallyJoint(first, second, scale, scale);
  const alone = (ratings: readonly number[]) => ok(estimateDesignScore(tallyDesign(ratings, scale), nps));

  test("a panel: value, error and n as of each wave alone, and the level that was asked for", () => {
    const found = ok(comparePanel(joint, nps, { level: 0.8 }));
    for (const [wave, ratings] of [
      [found.before, first],
      [found.after, second],
    ] as const) {
      const own = alone(ratings);
      expect(wave.value).toBeCloseTo(own.value, 12);
      expect(wave.standardError).toBeCloseTo(own.standardError ?? Number.NaN, 12);
      expect(wave.n).toBe(8);
    }
    // By hand: promoters 4 and 5, detractors 2 and 3 of eight.
    expect([found.before.value, found.after.value]).toEqual([25, 25]);
    expect(found.interval).toMatchObject({ level: 0.8 });
    expect(found.warnings.map(({ code }) => code)).not.toContain("sample.non-probability");
  });

  test("waves that overlap: the same, with the covariance in points", () => {
    const waves = { before: tallyDesign(first, scale), after: tallyDesign(second, scale), overlap: joint };
    const found = ok(comparePartlyOverlapping(waves, nps, { level: 0.8 }));
    const [own, other] = [alone(first), alone(second)];
    expect(found.before.value).toBeCloseTo(own.value, 12);
    expect(found.before.standardError).toBeCloseTo(own.standardError ?? Number.NaN, 12);
    expect(found.after.standardError).toBeCloseTo(other.standardError ?? Number.NaN, 12);
    expect(found.interval).toMatchObject({ level: 0.8 });
    const both = ok(covarianceOfScores(joint, nps, nps));
    expect(found.covariance).toBeCloseTo(both.covariance, 9);
    expect(found.standardError ** 2).toBeCloseTo(
      found.before.standardError ** 2 + found.after.standardError ** 2 - 2 * found.covariance,
      9,
    );
  });

  test("the covariance of two scores tells each of them in its own unit", () => {
    const mixed = tallyJoint([10, 9, 3, 7, 0], [5, 4, 2, 4, 1], scale, csatMean5.scale);
    const found = ok(covarianceOfScores(mixed, nps, csatMean5));
    // By hand: NPS (2 − 2)/5, mean 16/5.
    expect(found.a.value).toBe(0);
    expect(found.b.value).toBeCloseTo(3.2, 12);
    // x = 100, 100, −100, 0, −100 and y − ȳ = 1.8, 0.8, −1.2, 0.8, −2.2: Σ = 600, over n(n − 1) = 20.
    expect(found.covariance).toBeCloseTo(30, 10);
  });
});

describe("joint tallies", () => {
  test("an answer with weight 0 in one row, and tallies of scales that do not start at 0, merge cell by cell", () => {
    const five = csatMean5.scale;
    const part = (a: (number | null)[], b: (number | null)[]) => tallyJoint(a, b, five, scale);
    const whole = part([1, 5, null, 3, 1, null], [0, 10, 10, null, 0, 7]);
    const merged = mergeJointTallies(part([1, 5, null], [0, 10, 10]), part([3, 1, null], [null, 0, 7]));
    const cells = ({ strata }: typeof whole) =>
      strata
        .flatMap(({ units }) => units.flatMap((unit) => unit.cells))
        .map(({ pointA, pointB, count }) => `${pointA} ${pointB} ${count}`)
        .sort();
    expect(cells(whole)).toEqual(["1 0 2", "3 null 1", "5 10 1", "null 10 1", "null 7 1"].sort());
    expect(cells(merged)).toEqual(cells(whole));
  });

  test("a weight that cannot be used takes the row out on both sides", () => {
    const found = tallyJoint([9, 9, 8], [10, 3, 7], scale, scale, {
      weights: [1, Number.NaN, 2],
      onInvalid: "count",
    });
    const [stratum] = found.strata;
    expect(stratum?.units.flatMap(({ cells }) => cells).map(({ count }) => count)).toEqual([1, 1]);
    expect(Object.values(stratum?.invalidA ?? {})).toEqual([1]);
    expect(Object.values(stratum?.invalidB ?? {})).toEqual([1]);
  });
});

describe("tallies by group that lack a group in a shard", () => {
  test("keep the units of the shard, without answers", () => {
    const shard = (ratings: number[], groups: string[], clusters: string[]) =>
      tallyDesignBy(groups, ratings, scale, { clusters });
    const whole = shard([9, 3, 10, 7], ["x", "y", "x", "x"], ["a", "b", "c", "d"]);
    const merged = mergeDesignTalliesBy(
      shard([9, 3], ["x", "y"], ["a", "b"]),
      shard([10, 7], ["x", "x"], ["c", "d"]),
    );
    expect(merged).toEqual(whole);
    const y = merged.find(({ group }) => group === "y")?.tally;
    expect(y?.strata[0]?.sampleUnits).toBe(4);
  });
});

describe("what merging keeps", () => {
  test("weights of one part, calibration, and the kind of sample", () => {
    const plain = tallyDesign([9], scale, { clusters: ["a"] });
    const weighted = tallyDesign([3], scale, { clusters: ["b"], weights: [2], calibratedWeights: true });
    expect(mergeDesignTallies(plain, weighted)).toMatchObject({ weighted: true, calibratedWeights: true });
    expect(mergeDesignTallies(plain, plain)).not.toHaveProperty("calibratedWeights");
    const panel = tallyDesign([3], scale, { clusters: ["b"], sample: "non-probability" });
    const random = tallyDesign([3], scale, { clusters: ["c"], sample: "probability" });
    expect(mergeDesignTallies(panel, plain)).toMatchObject({ sample: "non-probability" });
    expect(mergeDesignTallies(random, plain)).not.toHaveProperty("sample");
    expect(mergeDesignTallies(random, random)).toMatchObject({ sample: "probability" });
    expect(mergeDesignTallies(plain, plain)).not.toHaveProperty("sample");
  });
});

describe("calibration", () => {
  const weights = [1, 1, 2, 4, 0];
  const categories = ["a", "a", "b", "b", "b"];
  const targets = { a: 6, b: 2, c: 0 };

  test("reports its cells, and leaves the weights that were given alone", () => {
    const given = Float64Array.from(weights);
    for (const found of [
      postStratify(given, categories, targets),
      ok(rakeWeights({ weights: given, margins: [{ name: "m", categories, targets }] })),
    ]) {
      // By hand: a from 2 to 6, b from 6 to 2.
      expect(found.weights).toEqual([3, 3, 2 / 3, 4 / 3, 0]);
      expect(found.margins[0]?.cells).toEqual([
        { category: "a", records: 2, before: 2, after: 6, target: 6 },
        { category: "b", records: 3, before: 6, after: 2, target: 2 },
        { category: "c", records: 0, before: 0, after: 0, target: 0 },
      ]);
      // Kish over four records with weight: 4 · 22/64, and 4 · (18 + 20/9)/64.
      expect(found.designEffect.before).toBeCloseTo(4 * (22 / 64), 14);
      expect(found.designEffect.after).toBeCloseTo((4 * (18 + 20 / 9)) / 64, 14);
      expect(found.iterations).toBe(1);
      expect(found.maxGap).toBeLessThan(1e-15);
    }
    expect([...given]).toEqual(weights);
    expect([...trimWeights(given, { upper: 3 }).weights].at(-1)).toBe(0);
    expect([...given]).toEqual(weights);
  });

  test("one pass is enough where one pass fits; none fits where a category has lost its weight", () => {
    const margins = [{ name: "m", categories, targets }];
    expect(rakeWeights({ weights, margins, maxIterations: 1 }).status).toBe("ok");
    const lost = rakeWeights({
      weights: [1, 1, 1],
      margins: [
        { name: "m", categories: ["a", "b", "b"], targets: { a: 0, b: 4 } },
        { name: "n", categories: ["x", "y", "y"], targets: { x: 1, y: 3 } },
      ],
    });
    expect(lost).toMatchObject({ reason: "raking-not-converged", iterations: 1 });
  });

  test("bounds are multiples of the mean weight of those who have one, either of them alone", () => {
    const margins = [{ name: "m", categories: ["a", "a", "a", "a", "a"], targets: { a: 8 } }];
    const raked = (bounds: object) => ok(rakeWeights({ weights, margins, bounds }));
    // Mean of four weights: 2. Above 1.5 · 2 the fourth is cut to 3, and the others share its 1 by their weights.
    const upper = raked({ upper: 1.5 });
    expect(upper.trimmed).toBe(1);
    for (const [row, wanted] of [1.25, 1.25, 2.5, 3, 0].entries())
      expect(upper.weights[row]).toBeCloseTo(wanted, 10);
    // Below 0.75 · 2 two are lifted to 1.5, and the others give 1 by their weights.
    const lower = raked({ lower: 0.75 });
    expect(lower.trimmed).toBe(2);
    for (const [row, wanted] of [1.5, 1.5, (2 * 5) / 6, (4 * 5) / 6, 0].entries())
      expect(lower.weights[row]).toBeCloseTo(wanted, 10);
  });

  test("trimming in equal parts and in proportion", () => {
    const trimmed = (redistribution: "equal" | "proportional") =>
      trimWeights([1, 1, 2, 4, 0], { upper: 3, redistribution }).weights;
    for (const [index, wanted] of [1 + 1 / 3, 1 + 1 / 3, 2 + 1 / 3, 3, 0].entries())
      expect(trimmed("equal")[index]).toBeCloseTo(wanted, 12);
    for (const [index, wanted] of [1.25, 1.25, 2.5, 3, 0].entries())
      expect(trimmed("proportional")[index]).toBeCloseTo(wanted, 12);
  });
});

test("sums of cells keep what single additions lose", () => {
  const tally = tallyDesign([9, ...new Array<number>(10).fill(9)], scale, {
    weights: [1e8, ...new Array<number>(10).fill(1e-8)],
  });
  expect(tally.strata[0]?.units[0]?.cells[0]?.weightSum).toBe(100000000.0000001);
});

test("a design estimate at its smallest", () => {
  const single = ok(estimateDesignScore(tallyDesign([9], scale), nps));
  expect(single.standardError).toBeNull();
  const pair = ok(estimateDesignScore(tallyDesign([9, 3, 9], scale), nps, { level: 0.8 }));
  expect(pair.value).toBeCloseTo(ok(estimateScore(tallyDesign([9, 3, 9], scale), nps)).value, 12);
  // By hand: values 100, −100, 100 about 33⅓, Σd² = 80000/3, over n(n − 1) = 6.
  expect(pair.standardError).toBeCloseTo(Math.sqrt(80_000 / 18), 10);
  expect(pair.design).toMatchObject({ degreesOfFreedom: 2 });
});

test("random groups: the interval is t with one degree of freedom less than groups, from two groups on", () => {
  const ratings = [9, 3, 10, 7, 9, 0, 10, 8, 9, 2, 10, 9];
  const clusters = ratings.map((_, row) => `c${row}`);
  const found = ok(
    estimateReplicateScore(replicateTallies(ratings, scale, { clusters, replicates: 5, seed: 3 }), nps),
  );
  const { degreesOfFreedom, standardError, interval, value } = found;
  if (interval.status !== "ok") throw new Error(interval.reason);
  const margin = tDistribution.quantile(0.975, degreesOfFreedom) * standardError;
  expect(interval.upper - value).toBeCloseTo(margin, 9);
  expect(value - interval.lower).toBeCloseTo(margin, 9);
  // Promoters 7, detractors 3 of twelve.
  expect(value).toBeCloseTo(100 / 3, 12);
  const two = replicateTallies(ratings, scale, { clusters, replicates: 2, seed: 3 });
  const [a, b] = two.replicates.map((tally) => ok(estimateScore(tally, nps)).value);
  // With two groups the jackknife leaves each group's own score in turn.
  const whole = 100 / 3;
  const squares = ((a ?? 0) - whole) ** 2 + ((b ?? 0) - whole) ** 2;
  expect(ok(estimateReplicateScore(two, nps)).standardError).toBeCloseTo(Math.sqrt(squares / 2), 10);
});
