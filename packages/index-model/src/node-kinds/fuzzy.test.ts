import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { index, leaf, score } from "../../fixtures/one-index.js";

/** The clothing example; see fixtures/python/fuzzy.py for its source and the figures of the other operators. */
const figures: Readonly<
  Record<string, { degrees: number[]; normalised: number[]; average: number; average2: number }>
> = JSON.parse(readFileSync(new URL("../../fixtures/python/fuzzy.json", import.meta.url), "utf8"));
const factors = {
  pattern: [0.2, 0.5, 0.2, 0.1],
  style: [0.7, 0.2, 0.1, 0],
  durability: [0, 0.4, 0.5, 0.1],
  price: [0.2, 0.3, 0.5, 0],
};
const grades = ["much", "fairly", "little", "none"];
const values = { much: 90, fairly: 75, little: 60, none: 40 };
const groups: Readonly<Record<string, readonly number[]>> = {
  first: [0.1, 0.2, 0.3, 0.4],
  second: [0.4, 0.35, 0.15, 0.1],
};
const vectors = Object.fromEntries(
  Object.entries(factors).map(([id, degrees]) => [
    id,
    {
      kind: "membership",
      from: { method: "shares", counts: Object.fromEntries(grades.map((grade, k) => [grade, degrees[k]])) },
      normalise: "none",
    },
  ]),
);
const synthesis = (weights: readonly number[], more = {}) => ({
  kind: "synthesis",
  grades,
  children: Object.keys(factors).map((node, k) => ({ node, weight: weights[k] })),
  operator: "max-min",
  normalise: "none",
  ...more,
});
const degreesOf = (nodes: object, root: string) =>
  Object.values(score({ ...vectors, ...nodes }, {}, root).nodes[root]?.memberships ?? {}).map(
    (list) => list[0],
  );

describe("the published clothing example, max–min", () => {
  test.each([
    ["first", [0.2, 0.3, 0.4, 0.1], 60],
    ["second", [0.35, 0.4, 0.2, 0.1], 75],
  ])("%s group of customers", (group, degrees, value) => {
    const b = synthesis(groups[group] ?? []);
    const by = { method: "maximum-membership", ties: "highest-value", digits: 12 };
    const { nodes } = score({ ...vectors, b, root: { kind: "defuzzify", of: "b", values, by } }, {}, "root");
    expect(Object.values(nodes["b"]?.memberships ?? {}).map((list) => list[0])).toEqual(degrees);
    expect(nodes["root"]?.values).toEqual([value]);
  });
});

describe.each(Object.entries(figures).filter(([key]) => key !== "python"))(
  "independent figures, %s",
  (key, figure) => {
    const [group = "", operator = ""] = key.split("/");
    const b = synthesis(groups[group] ?? [], { operator });
    const near = (found: readonly unknown[], expected: readonly number[]) => {
      expect(found).toHaveLength(expected.length);
      found.forEach((one, k) => {
        expect(one).toBeCloseTo(expected[k] as number, 12);
      });
    };
    test("degrees, as they are and normalised", () => {
      near(degreesOf({ b }, "b"), figure.degrees);
      near(degreesOf({ b: { ...b, normalise: "sum" } }, "b"), figure.normalised);
    });
    test.each([
      [1, figure.average],
      [2, figure.average2],
    ])("weighted average of the grades, exponent %i", (exponent, expected) => {
      const root = { kind: "defuzzify", of: "b", values, by: { method: "weighted-average", exponent } };
      expect(score({ ...vectors, b, root }, {}, "root").nodes["root"]?.values[0]).toBeCloseTo(expected, 10);
    });
  },
);

describe("membership", () => {
  const shares = {
    kind: "membership",
    from: { method: "shares", counts: { good: "@good", poor: "@poor" } },
    normalise: "sum",
  };
  test("shares of raters from columns of the table; nobody rated has none", () => {
    const { root } = score(
      { x: leaf(), root: shares },
      { x: [1, 1, 1], good: [3, 0, null], poor: [1, 0, 4] },
      "root",
    ).nodes;
    expect(root?.memberships).toEqual({ good: [0.75, null, null], poor: [0.25, null, null] });
    expect(root?.values).toEqual([1, null, null]);
    expect(root?.reasons).toEqual([null, "division-by-zero", "missing"]);
  });

  const functions = {
    good: { left: 60, from: 80 },
    fair: { left: 40, from: 60, to: 60, right: 80 },
    poor: { to: 40, right: 60 },
  };
  test.each([
    [40, [0, 0, 1]],
    [50, [0, 0.5, 0.5]],
    [65, [0.25, 0.75, 0]],
    [95, [1, 0, 0]],
  ])("triangles and shoulders at %i", (x, expected) => {
    const root = { kind: "membership", from: { method: "functions", of: "x", functions }, normalise: "none" };
    const { memberships = {} } = score({ root }, { x: [x] }, "root").nodes["root"] ?? {};
    expect(Object.values(memberships).map((list) => list[0])).toEqual(expected);
  });

  test("a steep edge includes its bound", () => {
    const steep = { in: { left: 2, from: 2, to: 5, right: 5 } };
    const root = {
      kind: "membership",
      from: { method: "functions", of: "x", functions: steep },
      normalise: "none",
    };
    expect(score({ root }, { x: [1.9, 2, 5, 5.1] }, "root").nodes["root"]?.memberships).toEqual({
      in: [0, 1, 1, 0],
    });
  });
});

describe("ties of the greatest degree", () => {
  const tied = {
    kind: "membership",
    from: { method: "shares", counts: { a: 0.3, b: { op: "add", of: [0.1, 0.2] }, c: 0.1 } },
    normalise: "none",
  };
  test.each([
    ["highest-value", 90],
    ["lowest-value", 40],
    ["mean", 65],
  ])("%s", (ties, expected) => {
    const by = { method: "maximum-membership", ties, digits: 9 };
    const root = { kind: "defuzzify", of: "v", values: { a: 40, b: 90, c: 10 }, by };
    expect(score({ v: tied, root }, {}, "root").nodes["root"]?.values).toEqual([expected]);
  });
});

test.each([
  [
    "a child without grades",
    { root: synthesis([1, 0, 0, 0], { children: [{ node: "x", weight: 1 }] }) },
    "index.not-a-vector",
  ],
  ["other grades", { root: synthesis([1, 0, 0, 0], { grades: ["much", "fairly"] }) }, "index.grades-differ"],
  ["no weight", { root: synthesis([0, 0, 0, 0]) }, "index.weights-sum-to-zero"],
  [
    "a value too many",
    {
      root: {
        kind: "defuzzify",
        of: "price",
        values: { ...values, more: 1 },
        by: { method: "weighted-average", exponent: 1 },
      },
    },
    "index.grades-differ",
  ],
  [
    "a function that falls before it rises",
    {
      root: {
        kind: "membership",
        from: { method: "functions", of: "x", functions: { a: { left: 3, from: 2 } } },
        normalise: "none",
      },
    },
    "index.membership-shape",
  ],
  [
    "half an edge",
    {
      root: {
        kind: "membership",
        from: { method: "functions", of: "x", functions: { a: { left: 3 } } },
        normalise: "none",
      },
    },
    "index.membership-shape",
  ],
])("refused: %s", (_, nodes, code) => {
  expect(() => index({ x: leaf(), ...vectors, ...nodes }, "root")).toThrow(expect.objectContaining({ code }));
});

test("law: a synthesis of shares by weighted sum sums to 1 and scaling weights changes nothing", () => {
  const vector = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(
      vector,
      vector,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 2, max: 50 }),
      (a, b, weight, factor) => {
        const membership = (counts: number[]) => ({
          kind: "membership",
          from: { method: "shares", counts: { x: counts[0], y: counts[1], z: counts[2] } },
          normalise: "sum",
        });
        const node = (scale: number) => ({
          kind: "synthesis",
          grades: ["x", "y", "z"],
          children: [
            { node: "a", weight: weight * scale },
            { node: "b", weight: scale },
          ],
          operator: "weighted-sum",
          normalise: "none",
        });
        const { nodes } = score(
          { a: membership(a), b: membership(b), one: node(1), many: node(factor) },
          {},
          "one",
          { outputs: ["many"] },
        );
        expect(nodes["one"]?.values[0]).toBeCloseTo(1, 12);
        expect(nodes["many"]?.memberships).toEqual(nodes["one"]?.memberships);
      },
    ),
    { numRuns: 40 },
  );
});
