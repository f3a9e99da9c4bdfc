import { describe, expect, test } from "vitest";
import figures from "../../fixtures/r/surveys.json" with { type: "json" };
import { csatMean5 } from "../definitions/csat.js";
import { nps } from "../definitions/nps.js";
import { tallyDesign } from "../design/tally-design.js";
import { estimateScore } from "../estimate-score.js";
import { tallyFromCounts } from "../tally-from-counts.js";
import { compareSurveys } from "./compare-surveys.js";
import { estimateRelational, type RelationalEstimate } from "./estimate-relational.js";
import { estimateTransactional, type TransactionalEstimate } from "./estimate-transactional.js";
import { poolSurveys } from "./pool-surveys.js";
import type { SamplingPolicy } from "./sampling-policy.js";
import type { RelationalSurvey, TransactionalSurvey } from "./survey.js";

const day = 86_400_000;
const month = 30 * day;
const { customers, timesMs, ratings } = figures;
const transfers: TransactionalSurvey = {
  kind: "transactional",
  touchpoint: "transfer",
  ratings,
  customers,
  timesMs,
};
const yearly: RelationalSurvey = {
  kind: "relational",
  tally: tallyFromCounts({ 3: 5, 8: 5, 10: 10 }, nps.scale),
};

function ok<T extends { readonly status: string }>(outcome: T): Extract<T, { readonly status: "ok" }> {
  if (outcome.status !== "ok") throw new Error(JSON.stringify(outcome));
  return outcome as Extract<T, { readonly status: "ok" }>;
}

describe("policies against R", () => {
  const cases: readonly (readonly [keyof typeof figures & string, SamplingPolicy])[] = [
    ["first", { unit: "customer", rule: "first" }],
    ["last", { unit: "customer", rule: "last" }],
    ["firstByMonth", { unit: "customer", rule: "first", windowMs: month }],
    ["lastByMonth", { unit: "customer", rule: "last", windowMs: month }],
    ["cluster", { unit: "customer", rule: "cluster" }],
    ["clusterQuarantined", { unit: "customer", rule: "cluster", quarantineMs: 20 * day }],
  ];
  test.each(cases)("%s", (name, policy) => {
    const expected = figures[name] as { n: number; value: number; standardError: number };
    const found = ok(estimateTransactional(transfers, policy, nps));
    expect(found.n).toBe(expected.n);
    expect(found.value).toBeCloseTo(expected.value, 10);
    expect(found.standardError).toBeCloseTo(expected.standardError, 9);
    const dropped = Object.values(found.sampling.dropped).reduce((sum, count) => sum + count, 0);
    expect(found.sampling.counted + dropped).toBe(ratings.length);
    expect(found.base).toMatchObject({
      valid: expected.n,
      invalid: dropped,
      excluded: found.sampling.dropped,
    });
  });
});

describe("policies by hand", () => {
  const answer = (customer: string, days: number, rating: number | null) => ({ customer, days, rating });
  const survey = (answers: readonly ReturnType<typeof answer>[]): TransactionalSurvey => ({
    kind: "transactional",
    touchpoint: "chat",
    ratings: answers.map(({ rating }) => rating),
    customers: answers.map(({ customer }) => customer),
    timesMs: answers.map(({ days }) => days * day),
  });
  const counted = (given: TransactionalSurvey, policy: SamplingPolicy) => {
    const { counts, sampling } = ok(estimateTransactional(given, policy, nps));
    const points = Object.entries(counts).flatMap(([point, count]) => new Array<string>(count).fill(point));
    return [points.map(Number), sampling.dropped];
  };

  const one = survey([
    answer("a", 0, 1),
    answer("a", 20, 2),
    answer("a", 30, 3),
    answer("a", 31, 4),
    answer("a", 70, 5),
  ]);
  test("a dropped answer starts no quarantine", () => {
    // Windows 0–30: 1 counts. 30–60: 3 is 30 days after 1, so 3 counts; the quarantine of 2, which never counted, does not reach it.
    const policy: SamplingPolicy = {
      unit: "customer",
      rule: "first",
      windowMs: month,
      quarantineMs: 15 * day,
    };
    expect(counted(one, policy)).toEqual([[1, 3, 5], { "not-first": 2 }]);
    // The last of 0–30 is 2, on day 20: 3 and 4 are quarantined, 5 is not.
    expect(counted(one, { ...policy, rule: "last" })).toEqual([[2, 5], { "not-last": 1, quarantine: 2 }]);
    expect(counted(one, { unit: "customer", rule: "cluster", quarantineMs: 15 * day })).toEqual([
      [1, 2, 5],
      { quarantine: 2 },
    ]);
  });

  test("the edge of a quarantine and of a window belong to the later side", () => {
    const given = survey([answer("a", 0, 1), answer("a", 10, 2)]);
    expect(counted(given, { unit: "customer", rule: "cluster", quarantineMs: 10 * day })[0]).toEqual([1, 2]);
    expect(counted(given, { unit: "customer", rule: "cluster", quarantineMs: 10 * day + 1 })[0]).toEqual([1]);
    const windows: SamplingPolicy = { unit: "customer", rule: "last", windowMs: 10 * day };
    expect(counted(given, windows)[0]).toEqual([1, 2]);
    expect(counted(given, { ...windows, originMs: -day })[0]).toEqual([1, 2]);
    expect(counted(given, { ...windows, windowMs: 11 * day })[0]).toEqual([2]);
  });

  test("answers of one instant keep the order of their rows; the order of rows does not matter otherwise", () => {
    const given = survey([answer("a", 1, 9), answer("a", 1, 2), answer("b", 0, 5)]);
    expect(counted(given, { unit: "customer", rule: "first" })[0]).toEqual([5, 9]);
    expect(counted(given, { unit: "customer", rule: "last" })[0]).toEqual([2, 5]);
    const reversed: TransactionalSurvey = {
      ...transfers,
      ratings: [...ratings].reverse(),
      customers: [...customers].reverse(),
      timesMs: [...timesMs].reverse(),
    };
    const policy: SamplingPolicy = {
      unit: "customer",
      rule: "first",
      windowMs: month,
      quarantineMs: 5 * day,
    };
    expect(ok(estimateTransactional(reversed, policy, nps))).toEqual(
      ok(estimateTransactional(transfers, policy, nps)),
    );
  });

  test("an answer without a rating keeps none from counting", () => {
    const given = survey([answer("a", 0, null), answer("a", 1, 11), answer("a", 2, 8), answer("b", 0, null)]);
    const found = ok(
      estimateTransactional(given, { unit: "customer", rule: "first", quarantineMs: 9 * day }, nps, {
        missing: [11],
      }),
    );
    expect(found.sampling).toMatchObject({ customers: 1, answers: 1, counted: 1, dropped: {} });
    expect(found.base).toMatchObject({
      valid: 1,
      missing: 3,
      invalid: 0,
      excluded: { blank: 2, "code 11": 1 },
    });
  });

  test("a customer who counts in several windows is warned of", () => {
    const policy: SamplingPolicy = { unit: "customer", rule: "first", windowMs: month };
    const found = ok(estimateTransactional(transfers, policy, nps));
    expect(found.warnings.map(({ code }) => code)).toContain("survey.repeated-customers");
    expect(ok(estimateTransactional(transfers, { unit: "customer", rule: "first" }, nps)).warnings).toEqual(
      [],
    );
  });

  test("weights go with their answers", () => {
    const given = {
      ...survey([answer("a", 0, 10), answer("a", 1, 0), answer("b", 0, 0)]),
      weights: [3, 1, 1],
    };
    const found = ok(estimateTransactional(given, { unit: "customer", rule: "first" }, nps));
    expect(found.value).toBe(50);
    const all = ok(estimateTransactional(given, { unit: "customer", rule: "cluster" }, nps));
    expect(all.value).toBe(20);
    expect(all.design).toMatchObject({ units: 2 });
  });

  test("no answers at all", () => {
    const none = estimateTransactional(
      survey([answer("a", 0, null)]),
      { unit: "customer", rule: "last" },
      nps,
    );
    expect(none).toMatchObject({ reason: "no-valid-answers", base: { missing: 1 } });
    const clustered = estimateTransactional(survey([]), { unit: "customer", rule: "cluster" }, nps);
    expect(clustered).toMatchObject({ reason: "no-valid-answers" });
  });
});

describe("the two kinds never mix", () => {
  const relational = ok(estimateRelational(yearly, nps));
  const transactional = ok(estimateTransactional(transfers, { unit: "customer", rule: "cluster" }, nps));

  test("results carry their kind", () => {
    expect(relational.survey).toBe("relational");
    expect(relational).toMatchObject(
      ok(estimateScore(tallyFromCounts({ 3: 5, 8: 5, 10: 10 }, nps.scale), nps)),
    );
    expect([transactional.survey, transactional.touchpoint]).toEqual(["transactional", "transfer"]);
    const clustered = tallyDesign([9, 3, 10, 2], nps.scale, { clusters: ["a", "a", "b", "c"] });
    expect(ok(estimateRelational({ kind: "relational", tally: clustered }, nps))).toHaveProperty("design");
  });

  test("pooling", () => {
    // @ts-expect-error a transactional survey cannot join a relational one
    expect(() => poolSurveys(yearly, transfers)).toThrow(
      expect.objectContaining({ code: "survey.kinds-mixed" }),
    );
    // @ts-expect-error nor the other way round
    expect(() => poolSurveys(transfers, yearly)).toThrow(
      expect.objectContaining({ code: "survey.kinds-mixed" }),
    );
    const { tally } = poolSurveys(yearly, yearly);
    expect(tally).toMatchObject({ counts: [0, 0, 0, 10, 0, 0, 0, 0, 10, 0, 20] });
    const design: RelationalSurvey = {
      kind: "relational",
      tally: tallyDesign([9], nps.scale, { clusters: ["a"] }),
    };
    expect(poolSurveys(design, design).tally).toHaveProperty("strata");
    expect(() => poolSurveys(yearly, design)).toThrow(
      expect.objectContaining({ code: "survey.columns-mixed" }),
    );
  });

  test("pooled transactional answers are one customer's before the policy", () => {
    const half = (from: number, to?: number): TransactionalSurvey => ({
      ...transfers,
      ratings: ratings.slice(from, to),
      customers: customers.slice(from, to),
      timesMs: timesMs.slice(from, to),
    });
    const policy: SamplingPolicy = { unit: "customer", rule: "first" };
    const whole = estimateTransactional(poolSurveys(half(0, 50), half(50)), policy, nps);
    expect(whole).toEqual(estimateTransactional(transfers, policy, nps));
    const other = { ...half(0, 9), touchpoint: "chat" };
    expect(() => poolSurveys(transfers, other)).toThrow(
      expect.objectContaining({ code: "survey.touchpoints-mixed" }),
    );
    const { timesMs: _, ...timeless } = half(0, 9);
    expect(() => poolSurveys(transfers, timeless)).toThrow(
      expect.objectContaining({ code: "survey.columns-mixed" }),
    );
    const loosely = poolSurveys as (...input: readonly unknown[]) => unknown;
    expect(() => loosely()).toThrow(expect.objectContaining({ code: "survey.nothing-to-pool" }));
  });

  test("estimating and comparing", () => {
    // @ts-expect-error a transactional survey has its own estimator
    expect(() => estimateRelational(transfers, nps)).toThrow(
      expect.objectContaining({ code: "survey.wrong-kind" }),
    );
    // @ts-expect-error and needs a policy
    const untold = () => estimateTransactional(transfers, undefined, nps);
    expect(untold).toThrow(expect.objectContaining({ code: "survey.policy-not-allowed" }));
    const policy: SamplingPolicy = { unit: "customer", rule: "first" };
    // @ts-expect-error a relational survey has none
    const wrong = () => estimateTransactional(yearly, policy, nps);
    expect(wrong).toThrow(expect.objectContaining({ code: "survey.wrong-kind" }));
    // @ts-expect-error nor are their scores compared
    const mixed = () => compareSurveys(relational, transactional);
    expect(mixed).toThrow(expect.objectContaining({ code: "survey.kinds-mixed" }));
    // @ts-expect-error a plain estimate has no kind
    const plain: RelationalEstimate = ok(estimateScore(tallyFromCounts({ 3: 5 }, nps.scale), nps));
    expect(() => compareSurveys(relational, plain)).toThrow(
      expect.objectContaining({ code: "survey.malformed" }),
    );
    // @ts-expect-error one kind is not the other
    const swapped: TransactionalEstimate = relational;
    expect(swapped.survey).toBe("relational");
  });

  test("comparing within a kind takes the clustered standard error", () => {
    const late = ok(estimateTransactional(transfers, { unit: "customer", rule: "last" }, nps));
    const found = ok(compareSurveys(transactional, late));
    expect(found.difference).toBeCloseTo(late.value - transactional.value, 12);
    const [a, b] = [figures.cluster.standardError, figures.last.standardError];
    expect(found.standardError).toBeCloseTo(Math.sqrt(a * a + b * b), 9);
    const single = ok(
      estimateRelational({ kind: "relational", tally: tallyFromCounts({ 3: 1 }, nps.scale) }, nps),
    );
    expect(compareSurveys(relational, single)).toMatchObject({ reason: "single-answer" });
    const five = ok(
      estimateRelational(
        { kind: "relational", tally: tallyFromCounts([1, 2, 3, 4, 5], csatMean5.scale) },
        csatMean5,
      ),
    );
    expect(() => compareSurveys(relational, five)).toThrow(
      expect.objectContaining({ code: "survey.definitions-differ" }),
    );
  });
});

test("what is no survey or no policy is refused with its place", () => {
  const loosely = estimateTransactional as (...input: readonly unknown[]) => unknown;
  const policy = { unit: "customer", rule: "first" };
  const cases: readonly (readonly [unknown, unknown, string])[] = [
    [null, policy, "survey.malformed"],
    [{ kind: "other" }, policy, "survey.malformed"],
    [{ ...transfers, touchpoint: "" }, policy, "survey.malformed"],
    [{ ...transfers, customers: customers.slice(1) }, policy, "ratings.length-mismatch"],
    [
      { ...transfers, customers: customers.map((c, row) => (row === 3 ? null : c)) },
      policy,
      "survey.malformed",
    ],
    [
      { ...transfers, timesMs: timesMs.map((t, row) => (row === 3 ? Number.NaN : t)) },
      policy,
      "survey.malformed",
    ],
    [{ ...transfers, timesMs: undefined }, policy, "survey.times-needed"],
    [{ ...transfers, ratings: ratings.map((r, row) => (row === 3 ? 12 : r)) }, policy, "rating.off-scale"],
    [transfers, { ...policy, unit: "answer" }, "survey.policy-not-allowed"],
    [transfers, { ...policy, rule: "best" }, "survey.policy-not-allowed"],
    [transfers, { ...policy, windowMs: 0 }, "survey.policy-not-allowed"],
    [transfers, { ...policy, quarantineMs: -1 }, "survey.policy-not-allowed"],
    [transfers, { ...policy, originMs: Number.NaN }, "survey.policy-not-allowed"],
    [transfers, { ...policy, quarantine: 3 }, "survey.policy-not-allowed"],
    [transfers, { unit: "customer", rule: "cluster", windowMs: 3 }, "survey.policy-not-allowed"],
  ];
  for (const [survey, given, code] of cases)
    expect(() => loosely(survey, given, nps)).toThrow(expect.objectContaining({ code }));
  expect(() =>
    loosely({ ...transfers, ratings: ratings.map((r, row) => (row === 77 ? 12 : r)) }, policy, nps),
  ).toThrow(expect.objectContaining({ path: ["ratings", 77] }));
});
