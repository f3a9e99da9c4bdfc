import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { index, leaf, provenance, score, title } from "../../fixtures/one-index.js";

const rollup = (more = {}) => ({
  title,
  provenance,
  by: "bank",
  method: "arithmetic-mean",
  weights: { method: "column", column: "customers" },
  missing: { policy: "renormalise", minimumAvailable: "1/2" },
  ...more,
});
const attributes = {
  bank: ["X", "X", "Y", "Y", "Y"],
  channel: ["app", "web", "app", "web", "phone"],
  region: ["east", "east", "east", "east", "east"],
};
const columns = { ease: [90, 60, 40, null, 80], customers: [3, 1, 2, 1, 1] };
const scored = (rollups: object, more: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {}) =>
  score(more, columns as Record<string, number[]>, "ease", { rollups }, attributes).rollups ?? {};

/** By hand: X = (3·90 + 60)/4; Y = (2·40 + 80)/3, with 3/4 of the weight available. */
test("units are gathered with the weights of a column", () => {
  const { banks } = scored({ banks: rollup() });
  expect(banks?.units).toEqual(["X", "Y"]);
  expect(banks?.members).toEqual([
    [0, 1],
    [2, 3, 4],
  ]);
  expect(banks?.weights).toEqual([
    [3, 1],
    [2, 1, 1],
  ]);
  expect(banks?.nodes["ease"]?.values).toEqual([82.5, 160 / 3]);
  expect(banks?.nodes["ease"]?.coverage).toEqual([1, 0.75]);
});

test.each([
  ["equal weights", { weights: { method: "equal" } }, [75, 60]],
  [
    "weights of an attribute",
    {
      weights: { method: "attribute", attribute: "channel", values: { app: "1/2", web: 0.25, phone: 0.25 } },
    },
    [80, 160 / 3],
  ],
  [
    "geometric mean",
    { method: "geometric-mean", weights: { method: "equal" } },
    [Math.sqrt(5400), Math.sqrt(3200)],
  ],
  ["harmonic mean", { method: "harmonic-mean", weights: { method: "equal" } }, [72, 160 / 3]],
  ["minimum", { method: "minimum" }, [60, 40]],
  ["maximum", { method: "maximum" }, [90, 80]],
  ["sum", { method: "sum" }, [150, 120]],
])("%s", (_, more, expected) => {
  const values = scored({ banks: rollup(more) })["banks"]?.nodes["ease"]?.values ?? [];
  values.forEach((value, k) => {
    expect(value).toBeCloseTo(expected[k] as number, 11);
  });
});

test("missing propagates, or needs enough weight", () => {
  const strict = scored({ banks: rollup({ missing: { policy: "propagate" } }) })["banks"]?.nodes["ease"];
  expect(strict).toMatchObject({ values: [82.5, null], reasons: [null, "missing"] });
  const demanding = rollup({ missing: { policy: "renormalise", minimumAvailable: 0.8 } });
  expect(scored({ banks: demanding })["banks"]?.nodes["ease"]?.reasons).toEqual([
    null,
    "insufficient-coverage",
  ]);
});

test("a unit to which the node does not apply never counts as missing", () => {
  const ease = leaf({ appliesTo: { attribute: "channel", values: ["app", "phone"] } });
  const strict = rollup({ missing: { policy: "propagate" } });
  expect(scored({ banks: strict }, { ease })["banks"]?.nodes["ease"]).toEqual({
    values: [90, 160 / 3],
    coverage: [1, 1],
  });
});

test("several levels: banks into regions, weighted by what they hold", () => {
  const regions = rollup({ by: "region", from: "banks" });
  const result = scored({ regions, banks: rollup() });
  expect(Object.keys(result)).toEqual(["regions", "banks"]);
  expect(result["regions"]?.weights).toEqual([[4, 4]]);
  expect(result["regions"]?.nodes["ease"]?.values[0]).toBeCloseTo((82.5 + 160 / 3) / 2, 12);
});

describe("refused", () => {
  const leaves = { ease: leaf(), size: leaf() };
  test.each([
    ["a circle", { a: rollup({ from: "b" }), b: rollup({ from: "a" }) }, "index.rollup-cycle"],
    ["an unknown rollup", { a: rollup({ from: "b" }) }, "index.unknown-rollup"],
    ["an unknown node", { a: rollup({ of: ["eas"] }) }, "index.dangling-node"],
    [
      "a node that the level below lacks",
      { a: rollup({ from: "b", of: ["size"] }), b: rollup() },
      "index.rollup-node-not-gathered",
    ],
  ])("%s", (_, rollups, code) => {
    expect(() => index(leaves, "ease", { rollups })).toThrow(expect.objectContaining({ code }));
  });

  const withTable = (rollups: object, texts: object, more: object = {}) =>
    score({}, { ...columns, ...more } as Record<string, number[]>, "ease", { rollups }, {
      ...attributes,
      ...texts,
    } as Record<string, string[]>);
  test.each([
    ["a unit without place", { bank: ["X", "X", null, "Y", "Y"] }, {}, "table.unit-not-placed"],
    ["a negative weight", {}, { customers: [3, -1, 2, 1, 1] }, "table.no-weight"],
    ["a weight that is missing", {}, { customers: [3, null, 2, 1, 1] }, "table.no-weight"],
  ])("%s", (_, texts, more, code) => {
    expect(() => withTable({ banks: rollup() }, texts, more)).toThrow(expect.objectContaining({ code }));
  });
  test("no such column", () => {
    const weights = { method: "column", column: "custmers" };
    expect(() => scored({ banks: rollup({ weights }) })).toThrow(
      expect.objectContaining({
        code: "table.missing-weight-column",
        message: expect.stringContaining('"customers"'),
      }),
    );
  });
  test("members that differ in the attribute of the level above", () => {
    const regions = rollup({ by: "region", from: "banks" });
    expect(() =>
      withTable({ banks: rollup(), regions }, { region: ["east", "west", "east", "east", "east"] }),
    ).toThrow(expect.objectContaining({ code: "table.attribute-varies" }));
  });
});

test("law: scaling the weights changes nothing, and the mean lies between its members", () => {
  const cell = fc.integer({ min: 0, max: 100 });
  const rows = fc.array(fc.tuple(cell, fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 2, max: 9 }), (all, factor) => {
      const bank = { bank: all.map(() => "X") };
      const ease = all.map(([value]) => value);
      const gathered = (scale: number) =>
        score(
          {},
          { ease, customers: all.map(([, weight]) => weight * scale) },
          "ease",
          { rollups: { banks: rollup() } },
          bank,
        ).rollups?.["banks"]?.nodes["ease"]?.values[0] as number;
      expect(gathered(factor)).toBeCloseTo(gathered(1), 10);
      expect(gathered(1)).toBeGreaterThanOrEqual(Math.min(...ease));
      expect(gathered(1)).toBeLessThanOrEqual(Math.max(...ease));
    }),
    { numRuns: 40 },
  );
});

describe("a part that weighs something and has no row", () => {
  const weights = { method: "attribute", attribute: "channel", values: { app: 2, web: 1, phone: 1 } };
  const warned = (more: object) =>
    score(
      {},
      columns as Record<string, number[]>,
      "ease",
      { rollups: { banks: rollup({ weights: { ...weights, ...more } }) } },
      attributes,
    ).warnings.filter(({ code }) => code === "index.rollup-part-absent");

  // X has no phone: (2·90 + 60)/3 over 3/4 of the weight. Y has every channel, its web without a number: (2·40 + 80)/3.
  test("is missing where the definition says so, and counts against the coverage", () => {
    const { banks } = scored({ banks: rollup({ weights: { ...weights, absent: "missing" } }) });
    expect(banks?.absent).toEqual([["phone"], []]);
    expect(banks?.nodes["ease"]?.values).toEqual([80, 160 / 3]);
    expect(banks?.nodes["ease"]?.coverage).toEqual([0.75, 0.75]);
    const missing = { policy: "propagate" };
    const strict = scored({ banks: rollup({ weights: { ...weights, absent: "missing" }, missing }) })[
      "banks"
    ];
    expect(strict?.nodes["ease"]?.values).toEqual([null, null]);
    expect(strict?.nodes["ease"]?.reasons).toEqual(["missing", "missing"]);
  });

  test("is left out otherwise, with a warning until the definition says which", () => {
    const { banks } = scored({ banks: rollup({ weights }) });
    expect(banks?.nodes["ease"]?.coverage).toEqual([1, 0.75]);
    expect(warned({})[0]?.values).toEqual({ rollup: "banks", count: 1, parts: "phone" });
    expect(warned({ absent: "not-applicable" })).toEqual([]);
    expect(warned({ absent: "missing" })).toEqual([]);
  });

  test("weighing nothing it is never absent", () => {
    const { banks } = scored({
      banks: rollup({ weights: { ...weights, values: { app: 2, web: 1, phone: 0 } } }),
    });
    expect(banks?.absent).toBeUndefined();
  });
});
