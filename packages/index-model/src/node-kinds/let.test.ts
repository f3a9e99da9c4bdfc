import { describe, expect, test } from "vitest";
import { index, score } from "../../fixtures/one-index.js";

const twoNames = {
  kind: "let",
  cases: [
    { when: { compare: ">", of: ["incidents", 2] }, set: { factor: 0.5, ceiling: 60 } },
    {
      when: {
        all: [
          { compare: ">", of: ["incidents", 0] },
          { compare: "<", of: ["staff", 10] },
        ],
      },
      set: { factor: 0.9 },
    },
  ],
  default: { factor: 1, ceiling: 100 },
};
const nodes = {
  rule: twoNames,
  root: {
    kind: "formula",
    expression: { op: "minimum", of: [{ op: "multiply", of: ["ease", "rule.factor"] }, "rule.ceiling"] },
  },
};

describe("several names are set at once by the first case that holds", () => {
  test.each([
    ["no case", 0, 5, 90, 90],
    ["the first case", 3, 5, 130, 60],
    ["the first case, factor only", 3, 5, 90, 45],
    ["the second case keeps the default it does not mention", 1, 5, 90, 81],
    ["the second case needs both conditions", 1, 20, 90, 90],
    ["a condition that cannot be decided", null, 5, 90, null],
    ["a second condition that cannot be decided", 1, null, 90, null],
    ["an open condition that does not matter", 3, null, 90, 45],
  ])("%s", (_, incidents, staff, ease, expected) => {
    const result = score(nodes, { incidents: [incidents], staff: [staff], ease: [ease] }, "root");
    expect(result.nodes["root"]?.values[0]).toBe(expected);
  });
});

test("the names are told, and the first one is the value of the node", () => {
  const { rule } = score(nodes, { incidents: [1, 3], staff: [5, 5], ease: [90, 90] }, "root").nodes;
  expect(rule?.values).toEqual([0.9, 0.5]);
  expect(rule?.outputs).toEqual({ factor: [0.9, 0.5], ceiling: [100, 60] });
});

test("another name can be the value", () => {
  const result = score({ rule: { ...twoNames, value: "ceiling" } }, { incidents: [3], staff: [1] }, "rule");
  expect(result.nodes["rule"]?.values).toEqual([60]);
});

test.each([
  [
    "a case sets a name without a default",
    { cases: [{ when: { compare: ">", of: ["a", 0] }, set: { x: 1 } }] },
    "index.let-unknown-name",
  ],
  ["the value is no name", { value: "x" }, "index.let-unknown-name"],
  ["a name is taken", { default: { raw: 1 } }, "index.bad-output-name"],
  ["there is no name", { default: {} }, "index.no-outputs"],
  ["it reads itself", { default: { y: "rule.y" } }, "index.cycle"],
  ["an unknown name is read", { default: { y: { op: "add", of: ["a", "b.z"] } } }, "index.dangling-node"],
])("refused: %s", (_, members, code) => {
  const nodes = { a: { kind: "indicator", unit: "1", source: "survey", normalise: { method: "identity" } } };
  const rule = { kind: "let", default: { y: "a" }, ...members };
  expect(() => index({ ...nodes, rule }, "rule")).toThrow(expect.objectContaining({ code }));
});
