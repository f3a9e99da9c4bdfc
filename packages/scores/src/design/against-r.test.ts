import { describe, expect, test } from "vitest";
import r from "../../fixtures/r/design.json" with { type: "json" };
import { defineScore } from "../define-score.js";
import { csatTop2Of5 } from "../definitions/csat.js";
import { nps } from "../definitions/nps.js";
import { estimateScore } from "../estimate-score.js";
import type { ScoreDefinition } from "../score-definition.js";
import { tallyRatings } from "../tally-ratings.js";
import { comparePanel } from "./compare-panel.js";
import { comparePartlyOverlapping } from "./compare-partly-overlapping.js";
import { covarianceOfScores } from "./covariance-of-scores.js";
import type { DesignScoreEstimate } from "./design-estimate.js";
import type { DesignOptions } from "./design-options.js";
import { estimateDesignScore } from "./estimate-design-score.js";
import type { DesignScoreOptions } from "./score-options.js";
import { tallyDesign } from "./tally-design.js";
import { tallyDesignBy } from "./tally-design-by.js";
import { tallyJoint } from "./tally-joint.js";

/** R 4.2.2, survey 4.1.1: fixtures/r/design.R. Both sides compute in doubles, so figures agree to 1e-10 of their size. */
const relative = 1e-10;

const { records, populations, lonelyPopulations } = r;
const five = { min: 1, max: 5 };
const { weight: weights, stratum: strata, cluster: clusters } = records;

function close(found: number | null | undefined, wanted: number): void {
  expect(Math.abs((found ?? Number.NaN) - wanted), `${found} for ${wanted}`).toBeLessThanOrEqual(
    relative * Math.max(1, Math.abs(wanted)),
  );
}

function score(
  definition: ScoreDefinition | string,
  design: DesignOptions,
  options?: DesignScoreOptions,
  ratings: readonly (number | null)[] = definition === "nps" ? records.before : records.rating,
): DesignScoreEstimate {
  const scale = definition === "nps" ? nps.scale : five;
  const outcome = estimateDesignScore(tallyDesign(ratings, scale, design), definition, options);
  if (outcome.status !== "ok") throw new Error(outcome.status);
  return outcome;
}

const designs: Record<keyof typeof r.designs, DesignOptions> = {
  simple: {},
  weighted: { weights },
  strata: { weights, strata },
  clusters: { weights, clusters: strata.map((stratum, row) => `${stratum} ${clusters[row]}`) },
  strataAndClusters: { weights, strata, clusters },
  finite: { weights, strata, clusters, populations },
};
const items = { nps: "nps", top: "csat.top-2-of-5", rating: "csat.mean-5" } as const;

describe.each(Object.entries(designs))("design %s", (name, design) => {
  test.each(Object.entries(items))("%s", (item, definition) => {
    const wanted = r.designs[name as keyof typeof designs][item as keyof typeof items];
    const found = score(
      definition,
      design,
      name === "finite" ? { finitePopulation: "sampling-fraction" } : {},
    );
    close(found.value, wanted.value);
    close(found.standardError, wanted.standardError);
    close(found.design.designEffect, wanted.designEffect);
    close(found.effectiveN, wanted.effectiveN);
    expect(found.design.degreesOfFreedom).toBe(wanted.degreesOfFreedom);
    expect(found.n).toBe(wanted.n);
    if (found.unit === "mean" && found.interval.status === "ok") close(found.interval.lower, wanted.lower);
  });
});

test("the correction of market research", () => {
  close(
    score("nps", designs.finite, { finitePopulation: "market-research" }).standardError,
    r.marketResearch,
  );
});

test("a restricted base is a ratio", () => {
  const goodOverBad = defineScore({
    ...csatTop2Of5,
    id: "csat.good-over-bad",
    base: { points: [1, 2, 4, 5] },
  });
  const { value, standardError } = score(goodOverBad, designs.strataAndClusters);
  close(value, r.restrictedBase.value);
  close(standardError, r.restrictedBase.standardError);
});

test("groups are domains", () => {
  for (const { group, tally } of tallyDesignBy(
    records.group,
    records.before,
    nps.scale,
    designs.strataAndClusters,
  )) {
    const wanted = r.domains[group as keyof typeof r.domains];
    const found = estimateScore(tally, "nps");
    if (found.status !== "ok") throw new Error(found.status);
    close(found.value, wanted.value);
    close(found.standardError, wanted.standardError);
    close(found.standardError, r.domainsBySvyby[group as keyof typeof r.domainsBySvyby]);
    close(found.effectiveN, wanted.effectiveN);
    expect(found.design.degreesOfFreedom).toBe(wanted.degreesOfFreedom);
  }
});

describe("a stratum with a single unit", () => {
  const design = { weights, strata: records.lonely, clusters, populations: lonelyPopulations };
  test.each(["certainty", "adjust"] as const)("%s", (singleUnit) => {
    const found = score("nps", design, { singleUnit });
    close(found.standardError, r.singleUnit[singleUnit].standardError);
    expect(found.design.degreesOfFreedom).toBe(r.singleUnit[singleUnit].degreesOfFreedom);
    expect(found.design.singleUnitStrata).toEqual(["island"]);
    const finite = score("nps", design, { singleUnit, finitePopulation: "sampling-fraction" });
    close(finite.standardError, r.singleUnit[`${singleUnit}Finite`].standardError);
  });

  test("fails unless a policy is named, and R stops too", () => {
    const found = score("nps", design);
    expect(found.standardError).toBeNull();
    expect(found.interval).toMatchObject({ reason: "single-unit-stratum" });
  });
});

test.each(["clusters", "strata"] as const)("covariance of two items, %s", (name) => {
  const options = { weights, strata, ...(name === "clusters" ? { clusters } : {}) };
  const joint = tallyJoint(records.before, records.rating, nps.scale, five, options);
  const found = covarianceOfScores(joint, "nps", "csat.mean-5");
  if (found.status !== "ok") throw new Error(found.reason);
  const wanted = r.covariance[name];
  close(found.covariance, wanted.covariance);
  close(found.a.standardError, wanted.a);
  close(found.b.standardError, wanted.b);
  close(found.correlation, wanted.covariance / wanted.a / wanted.b);
});

test("covariance over people with both answers is that of svymean(~a + b)", () => {
  const complete = records.before.map(
    (_, row) => records.before[row] !== null && records.rating[row] !== null,
  );
  const only = (column: readonly (number | null)[]) =>
    column.map((value, row) => (complete[row] ? value : null));
  const joint = tallyJoint(
    only(records.before),
    only(records.rating),
    nps.scale,
    five,
    designs.strataAndClusters,
  );
  const found = covarianceOfScores(joint, "nps", "csat.mean-5");
  if (found.status !== "ok") throw new Error(found.reason);
  close(found.covariance, r.completeCovariance);
});

test.each(["clusters", "strata", "finite"] as const)("panel, %s", (name) => {
  const options = {
    weights,
    strata,
    ...(name === "strata" ? {} : { clusters }),
    ...(name === "finite" ? { populations } : {}),
  };
  const joint = tallyJoint(records.before, records.after, nps.scale, nps.scale, options);
  const found = comparePanel(
    joint,
    "nps",
    name === "finite" ? { finitePopulation: "sampling-fraction" } : {},
  );
  if (found.status !== "ok") throw new Error(found.reason);
  const wanted = r.panel[name];
  close(found.difference, wanted.difference);
  close(found.standardError, wanted.standardError);
  close(found.covariance, wanted.covariance);
  close(found.p, wanted.p);
  expect([found.degreesOfFreedom, found.pairs]).toEqual([wanted.degreesOfFreedom, wanted.pairs]);
});

test("a simple panel of means has the paired t test", () => {
  const mean = defineScore({
    ...nps,
    id: "mean-10",
    statistic: { kind: "mean", unit: "mean" },
    interval: { method: "t", level: 0.95 },
  });
  const pairs = records.before.flatMap((before, row) => {
    const after = records.after[row];
    return before === null || after === null || after === undefined ? [] : [[before, after] as const];
  });
  const [before, after] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
  const joint = tallyJoint(before, after, nps.scale, nps.scale);
  const found = comparePanel(joint, mean);
  if (found.status !== "ok") throw new Error(found.reason);
  close(found.difference, r.pairedT.difference);
  close(found.standardError, r.pairedT.standardError);
  close(found.p, r.pairedT.p);
  close(found.interval.lower, r.pairedT.lower);
  close(found.interval.upper, r.pairedT.upper);

  const all = comparePartlyOverlapping(
    { before: tallyRatings(before, nps.scale), after: tallyRatings(after, nps.scale), overlap: joint },
    mean,
  );
  if (all.status !== "ok") throw new Error(all.reason);
  close(all.standardError, r.pairedT.standardError);
});

test("partly overlapping waves as Tam (1984)", () => {
  const mean = defineScore({
    ...nps,
    id: "mean-10",
    statistic: { kind: "mean", unit: "mean" },
    interval: { method: "t", level: 0.95 },
  });
  const { before, after, shared, standardError } = r.overlap;
  const found = comparePartlyOverlapping(
    {
      before: tallyRatings(before, nps.scale),
      after: tallyRatings(after, nps.scale),
      overlap: tallyJoint(before.slice(0, shared), after.slice(0, shared), nps.scale, nps.scale),
    },
    mean,
  );
  if (found.status !== "ok") throw new Error(found.reason);
  close(found.standardError, standardError);
  expect(found.overlapUnits).toBe(shared);
});
