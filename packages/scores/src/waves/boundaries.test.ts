import { expect, test } from "vitest";
import { nps } from "../definitions/nps.js";
import { tallyFromCounts } from "../tally-from-counts.js";
import { compareSurveys } from "./compare-surveys.js";
import { estimateRelational } from "./estimate-relational.js";
import { estimateTransactional } from "./estimate-transactional.js";
import { poolSurveys } from "./pool-surveys.js";
import type { RelationalSurvey, TransactionalSurvey } from "./survey.js";

const kind = "transactional" as const;
const touchpoint = "branch";

function ok<T extends { readonly status: string }>(found: T): Extract<T, { status: "ok" }> {
  if (found.status !== "ok") throw new Error(JSON.stringify(found));
  return found as Extract<T, { status: "ok" }>;
}

test("windows are counted from where the policy says", () => {
  const survey: TransactionalSurvey = {
    kind,
    touchpoint,
    ratings: [10, 9, 3],
    customers: ["a", "a", "b"],
    timesMs: [2, 4, 4],
  };
  const counted = (originMs: number) =>
    ok(estimateTransactional(survey, { unit: "customer", rule: "first", windowMs: 10, originMs }, "nps"))
      .sampling.counted;
  // From 3 on, 2 lies in the window before and 4 in the first one; from 0 on, both lie in one.
  expect([counted(3), counted(0)]).toEqual([3, 2]);
});

test("an answer off the scale is not the first one", () => {
  const survey: TransactionalSurvey = {
    kind,
    touchpoint,
    ratings: [11, -1, 9, 2, 8],
    customers: ["a", "a", "a", "b", "c"],
    timesMs: [0, 1, 2, 3, 4],
  };
  const found = ok(
    estimateTransactional(survey, { unit: "customer", rule: "first" }, "nps", { onInvalid: "count" }),
  );
  expect(found.sampling).toMatchObject({ customers: 3, answers: 3, counted: 3 });
  expect(found.n).toBe(3);
});

test("clusters need no times, take repeats, and keep the level that was asked for", () => {
  const survey: TransactionalSurvey = {
    kind,
    touchpoint,
    ratings: [10, 9, 3, 7, 9],
    customers: ["a", "a", "b", "c", "c"],
  };
  const found = ok(
    estimateTransactional(survey, { unit: "customer", rule: "cluster" }, "nps", { level: 0.8 }),
  );
  expect(found.value).toBeCloseTo(40, 12);
  expect(found.interval).toMatchObject({ level: 0.8 });
  expect(found.warnings.map(({ code }) => code)).not.toContain("survey.repeated-customers");
});

test("pooled surveys keep their weights, and have times only where they had them", () => {
  const part = (weights: number[]): TransactionalSurvey => ({
    kind,
    touchpoint,
    ratings: [10, 0],
    customers: ["a", "b"],
    weights,
  });
  const pooled = poolSurveys(part([3, 1]), part([1, 1]));
  expect(pooled.weights).toEqual([3, 1, 1, 1]);
  expect(pooled).not.toHaveProperty("timesMs");
});

const relational = (counts: Record<number, number>): RelationalSurvey => ({
  kind: "relational",
  tally: tallyFromCounts(counts, nps.scale),
});

test("a comparison names its kind and unit; without variation on both sides there is none", () => {
  const wave = (counts: Record<number, number>) => ok(estimateRelational(relational(counts), "nps"));
  const before = wave({ 10: 5, 7: 3, 2: 2 });
  const found = compareSurveys(before, wave({ 10: 6, 7: 3, 2: 1 }));
  expect(found).toMatchObject({ survey: "relational", unit: "points", method: "unpooled-z" });
  expect(found.status === "ok" && found.difference).toBeCloseTo(20, 12);
  expect(compareSurveys(wave({ 10: 4 }), wave({ 10: 6 }))).toMatchObject({ reason: "no-variation" });
  for (const [a, b] of [
    [wave({ 10: 1 }), before],
    [before, wave({ 10: 1 })],
  ] as const)
    expect(compareSurveys(a, b).status).toBe("not-computable");
  expect(estimateRelational(relational({}), "nps")).not.toHaveProperty("survey");
});
