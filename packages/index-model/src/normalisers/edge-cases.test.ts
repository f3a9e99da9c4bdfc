import { isCxMetricsError } from "@cxmetrics/definition";
import { describe, expect, test } from "vitest";
import { leafOn, oneColumn, oneLeaf } from "../../fixtures/one-leaf.js";
import {
  categoricalByPercentile,
  defineIndex,
  fitIndex,
  type IndexTable,
  type Normaliser,
  scoreIndex,
} from "../index.js";

const score = (
  normalise: Normaliser,
  raw: readonly (number | null)[],
  reference: IndexTable = oneColumn(raw),
) => leafOn({ normalise }, reference, oneColumn(raw));
const reasonOf = (normalise: Normaliser, reference: IndexTable) =>
  fitIndex(oneLeaf({ normalise }), reference).calibration?.nodes["x"]?.notFitted?.["normalise"]?.reason;
function codeOf(normalise: object): string {
  try {
    oneLeaf({ normalise });
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return "no error";
}
const steps = [
  { from: 10, value: 50 },
  { from: 20, value: 100 },
];

describe("what an author may get wrong is refused, with the remedy", () => {
  test.each<[string, object]>([
    ["index.parameter-needed", { method: "fraction-of-maximum", direction: "less", over: "pooled" }],
    [
      "index.parameter-idle",
      { method: "fraction-of-maximum", direction: "more", whenLess: "one-minus", over: "pooled" },
    ],
    ["index.parameter-needed", { method: "ratio-to-reference", direction: "more", reference: "mean" }],
    [
      "index.parameter-idle",
      { method: "ratio-to-reference", direction: "more", reference: 4, over: "pooled" },
    ],
    ["index.reference-not-positive", { method: "ratio-to-reference", direction: "more", reference: -4 }],
    ["index.target-outside", { method: "target", target: 9, lower: 0, upper: 8, cap: "both" }],
    ["index.band-shape", { method: "band", left: 3 }],
    ["index.band-shape", { method: "band" }],
    ["index.band-shape", { method: "membership", left: 3, from: 2 }],
    [
      "index.steps-not-ascending",
      {
        method: "categorical",
        on: "value",
        boundary: "lower-included",
        below: 0,
        steps: [...steps].reverse(),
      },
    ],
    [
      "index.parameter-needed",
      { method: "categorical", on: "percentile", boundary: "lower-included", below: 0, steps, rule: "hazen" },
    ],
    [
      "index.parameter-idle",
      { method: "categorical", on: "value", boundary: "lower-included", below: 0, steps, rule: "hazen" },
    ],
    [
      "index.not-in-direction",
      {
        method: "value-function",
        direction: "more",
        beyond: "clamp",
        knots: [
          { at: 1, value: 5 },
          { at: 2, value: 4 },
        ],
      },
    ],
    [
      "index.not-in-direction",
      {
        method: "value-function",
        direction: "inside",
        beyond: "clamp",
        knots: [
          { at: 1, value: 5 },
          { at: 2, value: 4 },
          { at: 3, value: 6 },
        ],
      },
    ],
    [
      "index.steps-not-ascending",
      {
        method: "rubric",
        between: "undefined",
        levels: [
          { level: 2, score: 0 },
          { level: 2, score: 5 },
        ],
      },
    ],
    ["index.bad-parameter", { method: "logistic", direction: "more", midpoint: 3, steepness: 0 }],
    ["index.bad-parameter", { method: "rating", direction: "more", points: 1 }],
    [
      "document.not-allowed",
      { method: "rank", direction: "up", one: "best", ties: "average", over: "pooled" },
    ],
    ["document.missing-key", { method: "percent-change", direction: "more" }],
  ])("%s: %o", (code, normalise) => {
    expect(codeOf(normalise)).toBe(code);
  });
});

describe("values that a method cannot take", () => {
  test("ratios are for scales whose zero means nothing", () => {
    const ratio: Normaliser = { method: "ratio-to-reference", direction: "more", reference: 4 };
    expect(score(ratio, [-2, 0, 6]).values).toEqual([null, 0, 1.5]);
    expect(score(ratio, [-2]).reasons).toEqual(["outside-domain"]);
    expect(score({ ...ratio, direction: "less" }, [0, 8])).toMatchObject({
      values: [null, 0.5],
      reasons: ["division-by-zero", null],
    });
    const population: Normaliser = {
      method: "ratio-to-reference",
      direction: "more",
      reference: "mean",
      over: "pooled",
    };
    expect(reasonOf(population, oneColumn([-3, 1]))).toBe("reference-not-positive");
  });

  test("the reference unit must be there exactly once", () => {
    const at = (unit: string): Normaliser => ({
      method: "ratio-to-reference",
      direction: "more",
      reference: { unit },
      over: "pooled",
    });
    const panel = oneColumn([2, 4, 8], { units: ["a", "b", "b"], periods: ["1", "1", "2"] });
    expect(reasonOf(at("b"), panel)).toBe("reference-unit-not-once");
    expect(reasonOf(at("c"), panel)).toBe("reference-unit-not-once");
    expect(score({ ...at("b"), over: { period: "2" } } as Normaliser, [4], panel).values).toEqual([0.5]);
    expect(score(at("a"), [4], panel).values).toEqual([2]);
  });

  test("a target that is no better than the worst value has no way leading to it", () => {
    const to = (target: number): Normaliser => ({
      method: "distance-to-target",
      direction: "more",
      target,
      over: "pooled",
      cap: "none",
    });
    expect(reasonOf(to(1), oneColumn([2, 5]))).toBe("reference-beyond-data");
    expect(score(to(5), [8], oneColumn([2, 5])).values).toEqual([200]);
    expect(score({ ...to(5), cap: "target" } as Normaliser, [8], oneColumn([2, 5])).capped).toEqual([5]);
  });

  test("a rating or a level off the scale is a mistake of the data, not 0 and not the nearest", () => {
    const rating: Normaliser = { method: "rating", direction: "more", points: 11, first: 0 };
    expect(score(rating, [0, 7.5, 10, 11, -1])).toMatchObject({
      values: [0, 75, 100, null, null],
      reasons: [null, null, null, "outside-domain", "outside-domain"],
    });
    const levels = [
      { level: 1, score: 0 },
      { level: 2, score: 30 },
      { level: 4, score: 90 },
    ];
    expect(score({ method: "rubric", between: "undefined", levels }, [1, 2, 3, 4])).toMatchObject({
      values: [0, 30, null, 90],
      reasons: [null, null, "outside-domain", null],
    });
    expect(score({ method: "rubric", between: "interpolate", levels }, [3, 5]).values).toEqual([60, null]);
  });

  test("a percentage of nothing, or across a change of sign, is none", () => {
    const change: Normaliser = { method: "percent-change", direction: "more", lag: "last" };
    const table = oneColumn([5, 5, -5, -4, 0, null], { columns: { last: [4, 0, 5, -5, 5, 2] } });
    const node = scoreIndex(oneLeaf({ normalise: change }), table).nodes["x"];
    expect(node?.values).toEqual([25, null, null, 20, -100, null]);
    expect(node?.reasons).toEqual([null, "division-by-zero", "outside-domain", null, null, "missing"]);
    expect(() => scoreIndex(oneLeaf({ normalise: change }), oneColumn([5]))).toThrow(/last/);
  });

  test("a unit alone has no Borda points and no inclusive percentile", () => {
    const borda: Normaliser = { method: "borda", direction: "more", ties: "average", over: "pooled" };
    expect(score(borda, [5]).reasons).toEqual(["outside-domain"]);
    expect(score(borda, [5, null, 7]).values).toEqual([0, null, 1]);
  });
});

describe("boundaries", () => {
  const banded = (
    boundary: "lower-included" | "upper-included",
    below: number | "undefined",
  ): Normaliser => ({
    method: "categorical",
    on: "value",
    boundary,
    below,
    steps,
  });
  test("a value on a threshold goes to the side that is named", () => {
    expect(score(banded("lower-included", 0), [9, 10, 20]).values).toEqual([0, 50, 100]);
    expect(score(banded("upper-included", 0), [9, 10, 20]).values).toEqual([0, 0, 50]);
    expect(score(banded("lower-included", "undefined"), [9]).reasons).toEqual(["outside-domain"]);
  });

  test("categories by percentile agree with categoricalByPercentile", () => {
    const raw = [12, 40, 33, 25, 30, 30, 7];
    const cuts = [
      { from: 0.3, value: 40 },
      { from: 0.8, value: 90 },
    ];
    const cohort = categoricalByPercentile(raw, { rule: "cumulative", ties: "minimum", below: 10, cuts });
    const normalise: Normaliser = {
      method: "categorical",
      on: "percentile",
      direction: "more",
      rule: "cumulative",
      ties: "minimum",
      over: "pooled",
      boundary: "lower-included",
      below: 10,
      steps: cuts,
    };
    expect(score(normalise, raw).values).toEqual(cohort.status === "ok" ? cohort.values : []);
  });

  test("a value on the edge of the band about the mean is near it", () => {
    const normalise: Normaliser = {
      method: "above-below-mean",
      direction: "more",
      threshold: 0.5,
      over: "pooled",
    };
    expect(score(normalise, [4, 12, 12.01, 3.99], oneColumn([8])).values).toEqual([0, 0, 1, -1]);
  });

  test("open and steep sides of a band", () => {
    expect(score({ method: "band", to: 10, right: 20 }, [-99, 10, 15, 20]).values).toEqual([100, 100, 50, 0]);
    expect(score({ method: "band", left: 5, from: 5, to: 8, right: 8 }, [4.9, 5, 8, 8.1]).values).toEqual([
      0, 100, 100, 0,
    ]);
  });

  test("a peak may be reached from both sides", () => {
    const knots = [
      { at: 0, value: 0 },
      { at: 5, value: 100 },
      { at: 10, value: 20 },
    ];
    const peak: Normaliser = { method: "value-function", direction: "inside", beyond: "undefined", knots };
    expect(score(peak, [2.5, 5, 7.5, 11]).values).toEqual([50, 100, 60, null]);
  });

  test("a logistic curve far from its midpoint is at its ends and does not overflow", () => {
    const curve: Normaliser = { method: "logistic", direction: "more", midpoint: 0, steepness: 1 };
    expect(score(curve, [1e300, 0]).values).toEqual([100, 50]);
    expect(score(curve, [-1e300]).values[0]).toBeLessThan(1e-200);
  });
});

describe("periods", () => {
  const panel = oneColumn([1, 3, 10, 30, 20], {
    units: ["a", "b", "a", "b", "c"],
    periods: ["1", "1", "2", "2", "2"],
  });
  test("each period by itself looks sideways, and the result says so", () => {
    const of = (normalise: Normaliser) => scoreIndex(oneLeaf({ normalise }), panel);
    const rank = of({ method: "rank", direction: "more", one: "best", ties: "minimum", over: "each-period" });
    expect(rank.nodes["x"]?.values).toEqual([2, 1, 3, 1, 2]);
    expect(rank.comparable).toBe(false);
    const rule = { direction: "more", rule: "inclusive", ties: "average", over: "each-period" } as const;
    expect(of({ method: "percentile", ...rule }).nodes["x"]?.values).toEqual([0, 100, 0, 100, 50]);
    const leader = {
      method: "ratio-to-reference",
      direction: "more",
      reference: { unit: "a" },
      over: "each-period",
    } as const;
    expect(of(leader).nodes["x"]?.values).toEqual([1, 3, 1, 3, 2]);
  });

  test("a stated period is the reference for all", () => {
    const normalise: Normaliser = {
      method: "percentile",
      direction: "more",
      rule: "inclusive",
      ties: "average",
      over: { period: "2" },
    };
    expect(leafOn({ normalise }, panel, panel).values).toEqual([0, 0, 0, 100, 50]);
  });
});

describe("properties that COINr 1.1.14 was seen to break, each as it must hold here", () => {
  test("fraction of the maximum: with less-is-better the worst unit never gets the highest score", () => {
    for (const whenLess of ["minimum-over-value", "one-minus"] as const) {
      const { values } = score(
        { method: "fraction-of-maximum", direction: "less", whenLess, over: "pooled" },
        [1, 2, 4],
      );
      expect(values[0]).toBeGreaterThan(values[1] ?? 0);
      expect(values[1]).toBeGreaterThan(values[2] ?? 0);
    }
  });

  test("a constant indicator is undefined with a reason under every normaliser that needs a spread; its weight goes nowhere", () => {
    const provenance = { status: "illustrative", source: "test" } as const;
    const title = { en: "T", zh: "题" };
    const leaf = (normalise: Normaliser) => ({
      kind: "indicator",
      title,
      provenance,
      unit: "u",
      source: "statistic",
      normalise,
    });
    for (const normalise of [
      { method: "robust-z", direction: "more", over: "pooled", whenSpreadZero: "mean-absolute-deviation" },
      { method: "percentile", direction: "more", rule: "hazen", ties: "average", over: "pooled" },
      { method: "ampi", direction: "more", base: 5, over: "pooled" },
    ] as const) {
      const children = [
        { node: "a", weight: 1 },
        { node: "b", weight: 1 },
      ];
      const whole = {
        kind: "aggregate",
        title,
        provenance,
        method: "arithmetic-mean",
        children,
        missing: { policy: "propagate" },
      };
      const nodes = { a: leaf(normalise), b: leaf({ method: "identity" }), whole };
      const head = { formatVersion: 1, id: "test.constant", version: "1.0.0", title, provenance };
      const definition = defineIndex({ ...head, scale: { lower: 0, upper: 100 }, root: "whole", nodes });
      const table = { units: ["u", "v"], columns: { a: [5, 5], b: [40, 60] } };
      const result = scoreIndex(fitIndex(definition, table), table);
      expect(result.nodes["whole"]?.values).toEqual([null, null]);
      expect(result.nodes["a"]?.reasons).not.toContain(null);
      expect(result.warnings.map(({ code }) => code)).toContain("index.constant-reference");
    }
  });

  test("direction is inside the method: a reversed ratio is no sign change", () => {
    // Multiplying by −1 first would give −x/ref; here less is better by ref/x.
    const ratio: Normaliser = { method: "ratio-to-reference", direction: "less", reference: 10 };
    expect(score(ratio, [5, 20]).values).toEqual([2, 0.5]);
  });
});
