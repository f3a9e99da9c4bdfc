import { describe, expect, test } from "vitest";
import r from "../../fixtures/r/sfo-design.json" with { type: "json" };
import { compareScores } from "../compare-scores.js";
import { csatMean5 } from "../definitions/csat.js";
import { nps } from "../definitions/nps.js";
import { estimateScore } from "../estimate-score.js";
import { compareDesignScores } from "./compare-design-scores.js";
import { covarianceOfScores } from "./covariance-of-scores.js";
import type { DesignOptions } from "./design-options.js";
import { tallyDesign } from "./tally-design.js";
import { tallyDesignBy } from "./tally-design-by.js";
import { tallyJoint } from "./tally-joint.js";

/** Real survey: R 4.2.2, survey 4.1.1, fixtures/r/sfo-design.R; relative tolerance 1e-10. */
const digits = 10;
type Year = keyof typeof r.records;
type Design = keyof typeof r.changes;

function designOf(year: Year, design: Design): DesignOptions {
  const { weights, weight, run, stratum } = r.records[year];
  return {
    ...(design === "unweighted" ? {} : { weights: weight.map((index) => weights[index] ?? 0) }),
    ...(design === "flights" || design === "flightsInStrata" ? { clusters: run } : {}),
    ...(design === "flightsInStrata" ? { strata: stratum } : {}),
  };
}

const tally = (year: Year, design: Design) =>
  tallyDesign(r.records[year].rating, nps.scale, designOf(year, design));

describe.each(["unweighted", "weighted", "flights", "flightsInStrata"] as const)("%s", (design) => {
  test.each(["2017", "2018"] as const)("NPS of %s", (year) => {
    const wanted = r.figures[year][design];
    const found = estimateScore(tally(year, design), "nps");
    if (found.status !== "ok") throw new Error(found.status);
    expect(found.value).toBeCloseTo(wanted.value, digits);
    expect(found.standardError).toBeCloseTo(wanted.standardError, digits);
    expect(found.design.designEffect).toBeCloseTo(wanted.designEffect, digits);
    expect(found.design.degreesOfFreedom).toBe(wanted.degreesOfFreedom);
  });

  test("change from 2017 to 2018", () => {
    const wanted = r.changes[design];
    const [a, b] = [tally("2017", design), tally("2018", design)];
    const found = compareDesignScores(a, b, "nps");
    if (found.status !== "ok") throw new Error(found.reason);
    expect(found.difference).toBeCloseTo(wanted.difference, digits);
    expect(found.standardError).toBeCloseTo(wanted.standardError, digits);
    expect(found.degreesOfFreedom).toBeCloseTo(wanted.degreesOfFreedom, 7);
    expect(found.p).toBeCloseTo(wanted.pT, 11);
    const z = compareDesignScores(a, b, "nps", { reference: "z" });
    expect(z.status === "ok" && z.p).toBeCloseTo(wanted.pZ, 11);
    const large = compareScores(a, b, "nps");
    expect(large.status === "ok" && large.p).toBeCloseTo(wanted.pZ, 11);
  });
});

test("the facts: −8.86 unweighted, −5.28 weighted; p = .053 with flights, .014 without", () => {
  const change = (design: Design) => {
    const found = compareDesignScores(tally("2017", design), tally("2018", design), "nps");
    if (found.status !== "ok") throw new Error(found.reason);
    return found;
  };
  expect(change("unweighted").difference.toFixed(2)).toBe("-8.86");
  expect(change("weighted").difference.toFixed(2)).toBe("-5.28");
  expect(change("weighted").p.toFixed(3)).toBe("0.014");
  expect(change("flights").p.toFixed(3)).toBe("0.053");
  const effects = (["2017", "2018"] as const).map((year) => {
    const found = estimateScore(tally(year, "flights"), "nps");
    return found.status === "ok" && found.design.designEffect?.toFixed(2);
  });
  expect(effects).toEqual(["1.38", "2.47"]);
});

test("boarding areas are domains", () => {
  const { rating, area } = r.records["2017"];
  const groups = tallyDesignBy(area, rating, nps.scale, designOf("2017", "flights"));
  expect(groups.map(({ group }) => group).sort()).toEqual(Object.keys(r.areas));
  for (const { group, tally: own } of groups) {
    const found = estimateScore(own, "nps");
    if (found.status !== "ok") throw new Error(found.status);
    const wanted = r.areas[group as keyof typeof r.areas];
    expect(found.value).toBeCloseTo(wanted.value, digits);
    expect(found.standardError).toBeCloseTo(wanted.standardError, digits);
  }
});

test("NPS and overall rating of the same passengers", () => {
  const { rating, overall } = r.records["2017"];
  const joint = tallyJoint(rating, overall, nps.scale, csatMean5.scale, designOf("2017", "flights"));
  const found = covarianceOfScores(joint, "nps", "csat.mean-5");
  if (found.status !== "ok") throw new Error(found.reason);
  expect(found.covariance).toBeCloseTo(r.covariance.covariance, 12);
  expect(found.a.standardError).toBeCloseTo(r.covariance.a, digits);
  expect(found.b.standardError).toBeCloseTo(r.covariance.b, 12);
});
