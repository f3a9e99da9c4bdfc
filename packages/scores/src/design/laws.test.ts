import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareScores } from "../compare-scores.js";
import { csatMean5, csatTop2Of5 } from "../definitions/csat.js";
import { estimateScore } from "../estimate-score.js";
import { tallyRatings } from "../tally-ratings.js";
import { compareDesignScores } from "./compare-design-scores.js";
import { comparePanel } from "./compare-panel.js";
import { comparePartlyOverlapping } from "./compare-partly-overlapping.js";
import { covarianceOfScores } from "./covariance-of-scores.js";
import type { DesignOptions } from "./design-options.js";
import type { DesignTally } from "./design-tally.js";
import { estimateDesignScore } from "./estimate-design-score.js";
import { estimateReplicateScore } from "./estimate-replicate-score.js";
import { mergeDesignTallies } from "./merge-design-tallies.js";
import { mergeDesignTalliesBy } from "./merge-design-tallies-by.js";
import { mergeJointTallies } from "./merge-joint-tallies.js";
import { mergeReplicateTallies } from "./merge-replicate-tallies.js";
import { replicateTallies } from "./replicate-tallies.js";
import { tallyDesign } from "./tally-design.js";
import { tallyDesignBy } from "./tally-design-by.js";
import { tallyJoint } from "./tally-joint.js";
import { toRatingTally } from "./to-rating-tally.js";

const { scale } = csatMean5;
const definitions = fc.constantFrom("csat.mean-5", "csat.top-2-of-5");
const record = fc.record({
  rating: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 }),
  after: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 }),
  stratum: fc.constantFrom("north", "__proto__"),
  cluster: fc.constantFrom("a", "b", "c", "constructor", "e"),
  group: fc.constantFrom("app", "web"),
  weight: fc.double({ min: 0.1, max: 9, noNaN: true }),
});
type Row = typeof record extends fc.Arbitrary<infer T> ? T : never;
const rows = fc.array(record, { minLength: 1, maxLength: 50 });

type Kind = "records" | "strata" | "clusters" | "both";
const kinds = fc.constantFrom<Kind>("records", "strata", "clusters", "both");

function options(sample: readonly Row[], kind: Kind, factor = 1): DesignOptions {
  return {
    weights: sample.map(({ weight }) => weight * factor),
    ...(kind === "strata" || kind === "both" ? { strata: sample.map(({ stratum }) => stratum) } : {}),
    ...(kind === "clusters" || kind === "both" ? { clusters: sample.map(({ cluster }) => cluster) } : {}),
  };
}

const tallyOf = (sample: readonly Row[], kind: Kind, factor = 1) =>
  tallyDesign(
    sample.map(({ rating }) => rating),
    scale,
    options(sample, kind, factor),
  );

/** Every number that an estimate rests on. */
function numbers(tally: DesignTally, definition: string): number[] {
  const outcome = estimateDesignScore(tally, definition, { singleUnit: "adjust" });
  if (outcome.status !== "ok") return [];
  const { value, n, standardError, effectiveN, interval, design } = outcome;
  const limits = interval.status === "ok" ? [interval.lower, interval.upper] : [];
  return [
    value,
    n,
    standardError ?? -1,
    effectiveN,
    design.units,
    design.sampleUnits,
    design.degreesOfFreedom,
    ...limits,
  ];
}

function expectClose(found: readonly number[], wanted: readonly number[], relative = 1e-8): void {
  expect(found.length).toBe(wanted.length);
  found.forEach((number, index) => {
    const figure = wanted[index] ?? Number.NaN;
    expect(Math.abs(number - figure), `${found} for ${wanted}`).toBeLessThanOrEqual(
      relative * Math.max(1e-3, Math.abs(figure)),
    );
  });
}

describe("laws of a design tally", () => {
  test("merge = whole, with units that are split over parts", () => {
    fc.assert(
      fc.property(rows, kinds, definitions, fc.nat(50), (sample, kind, definition, cut) => {
        const parts = [sample.slice(0, cut), sample.slice(cut)].map((part) => tallyOf(part, kind));
        const merged = mergeDesignTallies(...parts);
        expectClose(numbers(merged, definition), numbers(tallyOf(sample, kind), definition));
        const units = (tally: DesignTally) =>
          tally.strata.map(({ stratum, sampleUnits }) => [stratum, sampleUnits]).sort();
        expect(units(merged)).toEqual(units(tallyOf(sample, kind)));
      }),
    );
  });

  test("merge = whole for groups, also where a shard lacks one", () => {
    fc.assert(
      fc.property(rows, kinds, definitions, fc.nat(50), (sample, kind, definition, cut) => {
        const by = (part: readonly Row[]) =>
          tallyDesignBy(
            part.map(({ group }) => group),
            part.map(({ rating }) => rating),
            scale,
            options(part, kind),
          );
        const merged = mergeDesignTalliesBy(by(sample.slice(0, cut)), by(sample.slice(cut)));
        const whole = by(sample);
        expect(merged.map(({ group }) => group)).toEqual(whole.map(({ group }) => group));
        merged.forEach(({ tally }, index) => {
          const wanted = whole[index]?.tally;
          if (wanted) expectClose(numbers(tally, definition), numbers(wanted, definition));
        });
      }),
    );
  });

  test("the order of records changes nothing", () => {
    fc.assert(
      fc.property(rows, kinds, definitions, (sample, kind, definition) => {
        const backwards = tallyOf([...sample].reverse(), kind);
        expectClose(numbers(backwards, definition), numbers(tallyOf(sample, kind), definition));
      }),
    );
  });

  test("a common factor of the weights changes nothing", () => {
    fc.assert(
      fc.property(
        rows,
        kinds,
        definitions,
        fc.constantFrom(1000, 1 / 3, 1e120, 1e-120),
        (sample, kind, definition, factor) => {
          expectClose(
            numbers(tallyOf(sample, kind, factor), definition),
            numbers(tallyOf(sample, kind), definition),
          );
        },
      ),
    );
  });

  test("one unit per answer and one stratum is the plain linearised result, times √(n/(n−1)) for shares", () => {
    fc.assert(
      fc.property(rows, definitions, (sample, definition) => {
        const answered = sample.filter(({ rating }) => rating !== null);
        const weights = answered.map(({ weight }) => weight);
        const ratings = answered.map(({ rating }) => rating);
        const plain = estimateScore(tallyRatings(ratings, scale, { weights }), definition);
        for (const clusters of [undefined, answered.map((_, row) => row)]) {
          const design = estimateScore(tallyDesign(ratings, scale, { weights, clusters }), definition);
          expect(design.status).toBe(plain.status);
          if (design.status !== "ok" || plain.status !== "ok") return;
          const { n } = plain;
          const factor = plain.unit === "mean" ? 1 : Math.sqrt(n / (n - 1));
          expectClose([design.value, design.effectiveN], [plain.value, plain.effectiveN]);
          if (plain.standardError === null) expect(design.standardError).toBeNull();
          else expectClose([design.standardError ?? -1], [plain.standardError * factor]);
          expect(design.interval.status).toBe(plain.interval.status);
          if (design.interval.status === "ok" && plain.interval.status === "ok")
            expectClose(
              [design.interval.lower, design.interval.upper],
              [plain.interval.lower, plain.interval.upper],
            );
        }
      }),
    );
  });

  test("records as clusters of one are records", () => {
    fc.assert(
      fc.property(rows, definitions, (sample, definition) => {
        const strata = sample.map(({ stratum }) => stratum);
        const design = {
          ...options(sample, "strata"),
          clusters: sample.map((_, row) => row),
          strata,
        };
        const single = tallyDesign(
          sample.map(({ rating }) => rating),
          scale,
          design,
        );
        expectClose(numbers(single, definition), numbers(tallyOf(sample, "strata"), definition));
      }),
    );
  });

  test("domain and complement make the whole: values by weight, and variance with covariance", () => {
    fc.assert(
      fc.property(rows, kinds, (sample, kind) => {
        const [first, ...others] = tallyDesignBy(
          sample.map(({ group }) => group),
          sample.map(({ rating }) => rating),
          scale,
          options(sample, kind),
        );
        if (!first) return;
        for (const { tally } of others)
          expect(tally.strata.map(({ stratum, sampleUnits }) => [stratum, sampleUnits])).toEqual(
            first.tally.strata.map(({ stratum, sampleUnits }) => [stratum, sampleUnits]),
          );
        const weightOf = (tally: DesignTally) =>
          toRatingTally(tally).weightSums.reduce((sum, weight) => sum + weight, 0);
        const whole = estimateScore(tallyOf(sample, kind), csatMean5);
        if (whole.status !== "ok") return;
        let total = 0;
        for (const { tally } of [first, ...others]) {
          const part = estimateScore(tally, csatMean5);
          if (part.status === "ok") total += (part.value * weightOf(tally)) / weightOf(tallyOf(sample, kind));
        }
        expect(total).toBeCloseTo(whole.value, 10);
      }),
    );
  });

  test("the pooled tally is that of tallyRatings", () => {
    fc.assert(
      fc.property(rows, kinds, (sample, kind) => {
        const weights = sample.map(({ weight }) => weight);
        const ratings = sample.map(({ rating }) => rating);
        const pooled = toRatingTally(tallyOf(sample, kind));
        const plain = tallyRatings(ratings, scale, { weights });
        expect(pooled.counts).toEqual(plain.counts);
        expect(pooled.missing).toEqual(plain.missing);
        expectClose(pooled.squaredWeightSums, plain.squaredWeightSums, 1e-12);
      }),
    );
  });
});

describe("laws of a joint tally", () => {
  const jointOf = (sample: readonly Row[], kind: Kind, turned = false) => {
    const columns = [sample.map(({ rating }) => rating), sample.map(({ after }) => after)] as const;
    const [a, b] = turned ? [columns[1], columns[0]] : columns;
    return tallyJoint(a, b, scale, scale, options(sample, kind));
  };
  const policy = { singleUnit: "adjust" } as const;

  test("merge = whole", () => {
    fc.assert(
      fc.property(rows, kinds, fc.nat(50), (sample, kind, cut) => {
        const merged = mergeJointTallies(
          jointOf(sample.slice(0, cut), kind),
          jointOf(sample.slice(cut), kind),
        );
        const found = covarianceOfScores(merged, csatMean5, csatTop2Of5, policy);
        const wanted = covarianceOfScores(jointOf(sample, kind), csatMean5, csatTop2Of5, policy);
        expect(found.status).toBe(wanted.status);
        if (found.status === "ok" && wanted.status === "ok")
          expectClose([found.covariance], [wanted.covariance], 1e-7);
      }),
    );
  });

  test("the covariance of a score with itself is its variance; sides can be swapped; |correlation| ≤ 1", () => {
    fc.assert(
      fc.property(rows, kinds, (sample, kind) => {
        const ratings = sample.map(({ rating }) => rating);
        const own = covarianceOfScores(
          tallyJoint(ratings, ratings, scale, scale, options(sample, kind)),
          csatMean5,
          csatMean5,
          policy,
        );
        const single = estimateDesignScore(tallyOf(sample, kind), csatMean5, policy);
        if (own.status === "ok" && single.status === "ok" && single.standardError !== null)
          expect(own.covariance).toBeCloseTo(single.standardError ** 2, 10);
        const one = covarianceOfScores(jointOf(sample, kind), csatMean5, csatTop2Of5, policy);
        const other = covarianceOfScores(jointOf(sample, kind, true), csatTop2Of5, csatMean5, policy);
        expect(one.status).toBe(other.status);
        if (one.status !== "ok" || other.status !== "ok") return;
        expect(one.covariance).toBeCloseTo(other.covariance, 12);
        expect(Math.abs(one.correlation ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("a panel has V + V′ − 2 Cov; swapping the waves flips the sign and nothing else", () => {
    fc.assert(
      fc.property(rows, kinds, (sample, kind) => {
        const change = comparePanel(jointOf(sample, kind), csatMean5, policy);
        const back = comparePanel(jointOf(sample, kind, true), csatMean5, policy);
        expect(back.status).toBe(change.status);
        if (change.status !== "ok" || back.status !== "ok") return;
        const { before, after, covariance, standardError } = change;
        expect(standardError ** 2).toBeCloseTo(
          before.standardError ** 2 + after.standardError ** 2 - 2 * covariance,
          8,
        );
        expect(back.difference).toBeCloseTo(-change.difference, 10);
        expect(back.p).toBeCloseTo(change.p, 8);
        expect(back.interval.lower).toBeCloseTo(-change.interval.upper, 8);
      }),
    );
  });

  test("waves that share everybody are a panel; waves that share nobody are two samples", () => {
    fc.assert(
      fc.property(rows, kinds, (all, kind) => {
        const sample = all.filter(({ rating, after }) => rating !== null && after !== null);
        const before = tallyOf(sample, kind);
        const after = tallyOf(
          sample.map((row) => ({ ...row, rating: row.after })),
          kind,
        );
        const panel = comparePanel(jointOf(sample, kind), csatMean5, policy);
        const waves = comparePartlyOverlapping(
          { before, after, overlap: jointOf(sample, kind) },
          csatMean5,
          policy,
        );
        if (panel.status === "ok" && waves.status === "ok")
          expectClose([waves.standardError, waves.difference], [panel.standardError, panel.difference], 1e-5);
        const none = comparePartlyOverlapping(
          { before, after, overlap: jointOf([], kind) },
          csatMean5,
          policy,
        );
        const apart = compareDesignScores(before, after, csatMean5, policy);
        if (none.status === "ok" && apart.status === "ok")
          expectClose([none.standardError, none.difference], [apart.standardError, apart.difference]);
      }),
    );
  });
});

describe("random groups", () => {
  test("merge = whole, and the value is that of the plain tally", () => {
    fc.assert(
      fc.property(rows, fc.nat(50), fc.nat(1000), (sample, cut, seed) => {
        const of = (part: readonly Row[]) =>
          replicateTallies(
            part.map(({ rating }) => rating),
            scale,
            {
              clusters: part.map(({ cluster, stratum }) => `${stratum} ${cluster}`),
              weights: part.map(({ weight }) => weight),
              replicates: 6,
              seed,
            },
          );
        const found = estimateReplicateScore(
          mergeReplicateTallies(of(sample.slice(0, cut)), of(sample.slice(cut))),
          csatMean5,
        );
        const whole = estimateReplicateScore(of(sample), csatMean5);
        expect(found.status).toBe(whole.status);
        if (found.status !== "ok" || whole.status !== "ok") return;
        expectClose([found.value, found.standardError], [whole.value, whole.standardError]);
        const plain = estimateScore(tallyOf(sample, "records"), csatMean5);
        expect(plain.status === "ok" && plain.value).toBeCloseTo(found.value, 10);
      }),
    );
  });

  test("with a group per cluster it comes close to the linearised error", () => {
    const clusters = Array.from({ length: 4000 }, (_, row) => `customer ${row % 800}`);
    const ratings = clusters.map((_, row) => 1 + (((row % 800) * 37 + (row >> 9)) % 5));
    const sample = replicateTallies(ratings, scale, { clusters, replicates: 200, seed: 3 });
    const found = estimateReplicateScore(sample, csatMean5);
    const exact = estimateScore(tallyDesign(ratings, scale, { clusters }), csatMean5);
    if (found.status !== "ok" || exact.status !== "ok") throw new Error("not computable");
    expect(found.standardError / (exact.standardError ?? 0)).toBeGreaterThan(0.85);
    expect(found.standardError / (exact.standardError ?? 0)).toBeLessThan(1.15);
    expect(found.warnings.map(({ code }) => code)).toEqual(["design.random-groups"]);
  });
});

test("a comparison of designs flips with its sides, and t is wider than z", () => {
  fc.assert(
    fc.property(rows, rows, (left, right) => {
      const [a, b] = [tallyOf(left, "both"), tallyOf(right, "both")];
      const forwards = compareDesignScores(a, b, csatMean5, { singleUnit: "certainty" });
      const backwards = compareDesignScores(b, a, csatMean5, { singleUnit: "certainty" });
      expect(backwards.status).toBe(forwards.status);
      if (forwards.status !== "ok" || backwards.status !== "ok") return;
      expect(backwards.difference).toBeCloseTo(-forwards.difference, 12);
      expect(backwards.p).toBeCloseTo(forwards.p, 12);
      const z = compareDesignScores(a, b, csatMean5, { singleUnit: "certainty", reference: "z" });
      if (z.status === "ok") expect(z.p).toBeLessThanOrEqual(forwards.p + 1e-12);
    }),
  );
});

test("compareScores takes design tallies", () => {
  const clusters = ["a", "a", "b", "b", "c", "c"];
  const before = tallyDesign([5, 4, 2, 2, 5, 3], scale, { clusters });
  const after = tallyDesign([5, 5, 4, 4, 2, 4], scale, { clusters });
  const large = compareScores(before, after, csatMean5);
  const t = compareDesignScores(before, after, csatMean5, { reference: "z" });
  if (large.status !== "ok" || t.status !== "ok") throw new Error("not computable");
  expect(large.standardError).toBeCloseTo(t.standardError, 12);
  expect(large.p).toBeCloseTo(t.p, 12);
});
