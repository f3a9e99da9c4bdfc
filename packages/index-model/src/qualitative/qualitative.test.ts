import { isCxMetricsError } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ChecklistMark,
  checklistShare,
  codedShare,
  crossCheckSources,
  defineIndex,
  poolRatings,
  problemDiscovery,
  scoreIndex,
} from "../index.js";

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return "no error";
}
const hostile = [undefined, null, 3, "x", {}, Number.NaN, [1], [[{}]], [["x"]], [[1], [1, 2]]];

describe("ratings of experts", () => {
  const row = fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }), {
    minLength: 6,
    maxLength: 6,
  });
  const rows = fc.array(row, { minLength: 1, maxLength: 6 });

  test("a pooled value lies between the least and the greatest rating; the order of raters is nothing to it", () => {
    const how = fc.constantFrom(
      { pooling: "mean", minimumRaters: 2 } as const,
      { pooling: "median", minimumRaters: 2 } as const,
      { pooling: "trimmed-mean", trim: 0.25, minimumRaters: 2 } as const,
    );
    fc.assert(
      fc.property(rows, how, (ratings, options) => {
        const found = poolRatings(ratings, options);
        const turned = poolRatings(
          ratings.map((list) => [...list].reverse()),
          options,
        );
        ratings.forEach((list, at) => {
          const given = list.filter((rating) => rating !== null);
          const value = found.values[at] ?? null;
          expect(found.raters[at]).toBe(given.length);
          if (given.length < 2) {
            expect(value).toBeNull();
            expect(found.reasons[at]).toBe("too-few-raters");
            return;
          }
          expect(value).toBeGreaterThanOrEqual(Math.min(...given));
          expect(value).toBeLessThanOrEqual(Math.max(...given));
          expect(turned.values[at]).toBeCloseTo(value ?? 0, 12);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("an outlying rater moves the mean, not the median and not the trimmed mean", () => {
    const of = (last: number, pooling: object) =>
      poolRatings([[3, 3, 4, 4, last]], { minimumRaters: 5, ...pooling } as never).values[0];
    expect(of(4, { pooling: "median" })).toBe(of(400, { pooling: "median" }));
    expect(of(4, { pooling: "trimmed-mean", trim: 0.2 })).toBe(
      of(400, { pooling: "trimmed-mean", trim: 0.2 }),
    );
    expect(of(4, { pooling: "mean" })).not.toBe(of(400, { pooling: "mean" }));
  });

  test("the gate lets values in, keeps them out, or was never asked: three things", () => {
    const rule = { level: "interval", atLeast: 0.8 } as const;
    const agreed = poolRatings(
      [
        [1, 1, 2],
        [3, 3, 3],
        [5, 5, 5],
      ],
      { pooling: "mean", minimumRaters: 2, agreement: rule },
    );
    expect(agreed.agreement?.status).toBe("passed");
    expect(agreed.reasons).toEqual([null, null, null]);
    const apart = poolRatings(
      [
        [1, 5, 3],
        [5, 1, 3],
        [3, 1, 5],
      ],
      { pooling: "mean", minimumRaters: 2, agreement: rule },
    );
    expect(apart.agreement?.status).toBe("failed");
    expect(apart.values).toEqual([null, null, null]);
    expect(apart.pooled).toEqual([3, 3, 3]);
    expect(apart.reasons).toEqual(Array(3).fill("agreement-failed"));
    const alike = poolRatings(
      [
        [3, 3, 3],
        [3, 3, 3],
      ],
      { pooling: "mean", minimumRaters: 2, agreement: rule },
    );
    expect(alike.agreement).toMatchObject({ status: "not-assessed", alpha: null });
    expect(alike.values).toEqual([null, null]);
    expect(poolRatings([[3, 3]], { pooling: "mean", minimumRaters: 1 }).agreement).toBeUndefined();
  });

  test("fewer than five evaluators are told, with the share of problems that so many find", () => {
    const few = poolRatings(
      [
        [3, 4, null, null, null],
        [1, 2, 3, 4, 5],
      ],
      { pooling: "mean", minimumRaters: 2 },
    );
    expect(few.warnings).toMatchObject([
      { code: "qualitative.few-evaluators", values: { units: 1, least: 2, share: 52 } },
    ]);
    expect(poolRatings([[1, 2, 3, 4, 5]], { pooling: "mean", minimumRaters: 2 }).warnings).toEqual([]);
  });

  test("the curve of Nielsen and Landauer", () => {
    // Nielsen, Why You Only Need to Test with 5 Users (2000): 31 % with one user, 85 % with five (rounded), all but some with fifteen.
    expect(problemDiscovery(1)).toBeCloseTo(0.31, 12);
    expect(problemDiscovery(5)).toBeCloseTo(0.844, 3);
    expect(problemDiscovery(15)).toBeGreaterThan(0.99);
    for (const wrong of [-1, 1.5, Number.NaN, "5", undefined])
      expect(codeOf(() => problemDiscovery(wrong as number))).toMatch(/^document\./);
  });

  test("what is no table of ratings is refused", () => {
    for (const wrong of hostile)
      expect(codeOf(() => poolRatings(wrong as never, { pooling: "mean", minimumRaters: 1 }))).toMatch(
        /^(qualitative|document)\./,
      );
    expect(codeOf(() => poolRatings([[1]], { pooling: "mean", trim: 0.1, minimumRaters: 1 }))).toBe(
      "qualitative.trim",
    );
    expect(codeOf(() => poolRatings([[1]], { pooling: "trimmed-mean", minimumRaters: 1 }))).toBe(
      "qualitative.trim",
    );
    expect(codeOf(() => poolRatings([[1]], undefined as never))).toMatch(/^document\./);
  });
});

describe("coded texts", () => {
  const codebook = { id: "book", version: "1.0.0", codes: ["slow", "unclear", "other", "off-topic"] };
  const rule = {
    codebook,
    count: ["slow"],
    notApplicable: ["off-topic"],
    resolve: "majority",
    agreementAtLeast: 0.3,
  } as const;
  const texts = [
    { unit: "App", codes: ["slow", "slow", "other"] },
    { unit: "App", codes: ["other", "other", "other"] },
    { unit: "App", codes: ["slow", "unclear", "other"] },
    { unit: "Web", codes: ["off-topic", "off-topic", "off-topic"] },
    { unit: "Web", codes: ["unclear", "unclear", null] },
  ];

  test("undecided and off-topic texts leave the base and are counted", () => {
    const { units, agreement } = codedShare(texts, rule);
    expect(agreement.status).toBe("passed");
    expect(units).toEqual([
      { unit: "App", value: 0.5, reason: null, n: 2, counted: 1, undecided: 1, notApplicable: 0 },
      { unit: "Web", value: 0, reason: null, n: 1, counted: 0, undecided: 0, notApplicable: 1 },
    ]);
  });

  test("unanimity is stricter than a majority", () => {
    const { units } = codedShare(texts, { ...rule, resolve: "unanimous" });
    expect(units[0]).toMatchObject({ n: 1, counted: 0, undecided: 2 });
  });

  test("a single coder has no agreement, so nothing counts", () => {
    const alone = codedShare(
      [
        { unit: "App", codes: ["slow"] },
        { unit: "App", codes: ["other"] },
      ],
      rule,
    );
    expect(alone.agreement.status).toBe("not-assessed");
    expect(alone.units[0]).toMatchObject({ value: null, reason: "agreement-not-assessed", n: 2, counted: 1 });
  });

  test("a code belongs to one version of one codebook", () => {
    expect(codeOf(() => codedShare([{ unit: "App", codes: ["slwo"] }], rule))).toBe(
      "qualitative.unknown-code",
    );
    expect(codeOf(() => codedShare(texts, { ...rule, count: ["fast"] }))).toBe("qualitative.unknown-code");
  });

  test("names of units are data", () => {
    const { units } = codedShare(
      [
        { unit: "__proto__", codes: ["slow", "slow"] },
        { unit: "b", codes: ["other", "other"] },
      ],
      rule,
    );
    expect(units.map(({ unit, value }) => [unit, value])).toEqual([
      ["__proto__", 1],
      ["b", 0],
    ]);
  });

  test("what are no coded texts is refused", () => {
    for (const wrong of [...hostile, [{ unit: "a" }], [{ unit: "a", codes: "slow" }]])
      expect(codeOf(() => codedShare(wrong as never, rule))).toMatch(/^(qualitative|document)\./);
    expect(codeOf(() => codedShare([], undefined as never))).toMatch(/^document\./);
  });
});

describe("checklists", () => {
  const mark = fc.constantFrom<ChecklistMark>("pass", "fail", "not-applicable", null);
  const rows = fc.array(fc.array(mark, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 5 });

  test("checks that do not apply are nothing to the share; an unmade check is another thing", () => {
    fc.assert(
      fc.property(rows, (marks) => {
        for (const missing of ["propagate", "fail", "exclude"] as const) {
          const { values, reasons } = checklistShare(marks, { missing });
          const wider = checklistShare(
            marks.map((list) => [...list, "not-applicable"] as ChecklistMark[]),
            { missing },
          );
          expect(wider.values).toEqual(values);
          values.forEach((value, at) => {
            if (value === null) expect(reasons[at]).toBeTypeOf("string");
            else expect(value >= 0 && value <= 1).toBe(true);
          });
        }
        const strict = checklistShare(marks, { missing: "fail" }).values;
        checklistShare(marks, { missing: "exclude" }).values.forEach((value, at) => {
          if (value !== null) expect(value).toBeGreaterThanOrEqual(strict[at] ?? 0);
        });
      }),
    );
  });

  test("scaling the weights changes nothing, and a weight of 0 is one", () => {
    const marks: ChecklistMark[][] = [["pass", "fail", "fail"]];
    expect(checklistShare(marks, { missing: "propagate", weights: [2, 1, 1] }).values).toEqual([0.5]);
    expect(checklistShare(marks, { missing: "propagate", weights: [20, 10, 10] }).values).toEqual([0.5]);
    expect(checklistShare(marks, { missing: "propagate", weights: [1, 0, 0] }).values).toEqual([1]);
    expect(codeOf(() => checklistShare(marks, { missing: "fail", weights: [0, 0, 0] }))).toBe(
      "qualitative.item-weights",
    );
    expect(codeOf(() => checklistShare(marks, { missing: "fail", weights: [1] }))).toBe(
      "qualitative.item-weights",
    );
  });

  test("nothing applicable is no share", () => {
    const { values, reasons, counts } = checklistShare([["not-applicable", "not-applicable"]], {
      missing: "fail",
    });
    expect([values, reasons]).toEqual([[null], ["nothing-applicable"]]);
    expect(counts).toEqual([{ pass: 0, fail: 0, notApplicable: 2, missing: 0 }]);
  });

  test("what is no table of marks is refused", () => {
    for (const wrong of hostile)
      expect(codeOf(() => checklistShare(wrong as never, { missing: "fail" }))).toMatch(
        /^(qualitative|document)\./,
      );
  });
});

describe("subjective against objective sources", () => {
  const provenance = { status: "illustrative", source: "test" } as const;
  const title = { en: "T", zh: "题" };
  const leaf = (source: string) => ({
    kind: "indicator",
    title,
    provenance,
    unit: "%",
    source,
    normalise: { method: "identity" },
  });
  const mean = (children: object[]) => ({
    kind: "aggregate",
    title,
    provenance,
    method: "arithmetic-mean",
    missing: { policy: "renormalise", minimumAvailable: 0 },
    children,
  });
  const nodes = {
    ease: leaf("survey"),
    heuristics: leaf("expert"),
    success: leaf("behaviour"),
    uptime: leaf("operational"),
    use: mean([
      { node: "ease", weight: 1 },
      { node: "success", weight: 1 },
    ]),
    whole: mean([
      { node: "use", weight: 2 },
      { node: "heuristics", weight: 1 },
      { node: "uptime", weight: 1 },
    ]),
  };
  const head = { formatVersion: 1, id: "test.sources", version: "1.0.0", title, provenance };
  const scale = { lower: 0, upper: 100 };
  const definition = defineIndex({ ...head, scale, root: "whole", nodes });
  const columns = {
    ease: [90, 40, 60],
    heuristics: [80, 50, null],
    success: [30, 45, 60],
    uptime: [40, 55, 100],
  };
  const result = scoreIndex(definition, { units: ["a", "b", "c"], columns });
  const check = (options?: object) => {
    const found = crossCheckSources(result, options);
    if (found.status !== "ok") throw new Error(found.reason);
    return found;
  };

  test("both sides stand side by side with their own weights and coverage", () => {
    const { subjective, objective, gaps, sources } = check();
    expect(subjective.values).toEqual([85, 45, 60]);
    expect(subjective.coverage).toEqual([1, 1, 0.5]);
    expect(objective.values).toEqual([35, 50, 80]);
    expect(subjective.weight + objective.weight).toBeCloseTo(1, 12);
    expect(gaps).toEqual([50, -5, -20]);
    expect(Object.keys(sources)).toEqual(["survey", "expert", "behaviour", "operational"]);
    expect(sources.survey?.values).toEqual([90, 40, 60]);
  });

  test("the weighted sides add up to the index where nothing is missing", () => {
    const { subjective, objective } = check();
    const whole = result.nodes["whole"]?.values ?? [];
    for (const row of [0, 1])
      expect(
        subjective.weight * (subjective.values[row] ?? 0) + objective.weight * (objective.values[row] ?? 0),
      ).toBeCloseTo(whole[row] ?? 0, 12);
  });

  test("disagreement is reported: units beyond the threshold, mean gap, similarity of ranks, parts", () => {
    const found = check();
    expect(found.threshold).toBe(20);
    expect(found.disagreeing).toEqual([{ row: 0, unit: "a", gap: 50 }]);
    expect(check({ threshold: 4 }).disagreeing.map(({ unit }) => unit)).toEqual(["a", "c", "b"]);
    expect(found.meanGap).toBeCloseTo(25 / 3, 12);
    expect(found.meanAbsoluteGap).toBe(25);
    // Subjective 85, 45, 60 against objective 35, 50, 80: ρ of ranks (1, 3, 2) and (3, 2, 1) is −0.5.
    expect(found.similarity).toMatchObject({ spearman: { status: "ok", value: -0.5 } });
    expect(Object.keys(found.parts)).toEqual(["use"]);
    expect(found.parts["use"]?.gaps).toEqual([60, -5, 0]);
  });

  test("the sides are the author's to draw, and a source stands on one", () => {
    const { subjective } = check({
      subjective: ["survey"],
      objective: ["expert", "behaviour", "operational"],
    });
    expect(subjective.leaves).toEqual(["ease"]);
    expect(codeOf(() => check({ subjective: ["survey"], objective: ["survey"] }))).toBe(
      "qualitative.source-on-both-sides",
    );
  });

  test("one side alone cannot be checked", () => {
    expect(crossCheckSources(result, { of: "uptime" })).toMatchObject({ reason: "one-sided" });
    expect(crossCheckSources(result, { subjective: ["text"] })).toMatchObject({ reason: "one-sided" });
  });

  test("a leaf off the scale is told", () => {
    const wide = scoreIndex(definition, {
      units: ["a"],
      columns: { ease: [700], heuristics: [1], success: [2], uptime: [3] },
    });
    const found = crossCheckSources(wide);
    expect(found.status === "ok" && found.warnings.map(({ code }) => code)).toEqual([
      "qualitative.off-scale",
    ]);
  });

  test("what is no result is refused", () => {
    for (const wrong of [undefined, null, 3, "x", {}, [], { document: {} }])
      expect(codeOf(() => crossCheckSources(wrong as never))).not.toBe("no error");
    expect(codeOf(() => crossCheckSources(result, { of: "nowhere" }))).not.toBe("no error");
    expect(codeOf(() => crossCheckSources(result, { threshold: Number.NaN }))).toMatch(/^document\./);
  });
});
