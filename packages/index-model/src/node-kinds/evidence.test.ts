import { expect, test } from "vitest";
import { index, leaf, score, title } from "../../fixtures/one-index.js";
import { explainIndex } from "../index.js";

const evidence = {
  conditions: [
    { column: "raters", title, atLeast: 5 },
    { column: "alpha", title, atLeast: 0.667 },
  ],
};
const rated = leaf({
  source: "expert",
  evidence,
  appliesTo: { attribute: "channel", values: ["app"] },
  normalise: { method: "goalposts", worst: 1, best: 5 },
});
const mean = {
  kind: "aggregate",
  method: "arithmetic-mean",
  children: [
    { node: "rated", weight: 1 },
    { node: "ease", weight: 1 },
  ],
  missing: { policy: "renormalise", minimumAvailable: 0 },
};
const columns = {
  rated: [4, 4, 4, 4, null, 4],
  raters: [5, 4, 6, 6, 6, null],
  alpha: [0.667, 0.9, 0.66, null, 0.9, null],
  ease: [50, 50, 50, 50, 50, 50],
};
const channel = ["app", "app", "app", "app", "app", "web"];
const result = score({ rated, mean }, columns, "mean", {}, { channel });

test("a leaf counts only with its evidence; without it, or where nobody looked, it is missing; what does not apply stays so", () => {
  expect(result.nodes["rated"]?.values).toEqual([75, null, null, null, null, null]);
  expect(result.nodes["rated"]?.reasons).toEqual([
    null,
    "missing",
    "missing",
    "missing",
    "missing",
    "not-applicable",
  ]);
  expect(result.nodes["rated"]?.statuses).toEqual([
    "passed",
    "triggered",
    "triggered",
    "not-assessed",
    "passed",
    "not-applicable",
  ]);
  expect(result.nodes["mean"]?.values).toEqual([62.5, 50, 50, 50, 50, 50]);
  expect(result.nodes["mean"]?.coverage).toEqual([1, 0.5, 0.5, 0.5, 0.5, 1]);
});

test("the raw value stays visible, and a warning counts what does not count", () => {
  expect(result.nodes["rated"]?.raw).toEqual([4, 4, 4, 4, null, null]);
  expect(result.warnings.find((one) => one.code === "index.evidence-insufficient")?.values).toEqual({
    node: "rated",
    count: 3,
  });
  expect(explainIndex(result, "u1").nodes.find((node) => node.id === "rated")?.formula).toContain("@alpha");
});

test("an attribute that must be stated", () => {
  const coded = leaf({
    source: "text",
    evidence: { stated: ["codebook"], conditions: [{ column: "alpha", title, atLeast: 0.667 }] },
  });
  const attributes = { codebook: ["v2", null, " ", "v2"] };
  const { statuses, values } =
    score({ coded }, { coded: [20, 20, 20, 20], alpha: [0.8, 0.8, 0.8, 0.5] }, "coded", {}, attributes).nodes[
      "coded"
    ] ?? {};
  expect(values).toEqual([20, null, null, null]);
  expect(statuses).toEqual(["passed", "not-assessed", "not-assessed", "triggered"]);
});

test.each([
  [{}, "index.evidence-empty"],
  [{ conditions: [{ column: "a", title }] }, "index.evidence-without-bound"],
  [{ conditions: [{ column: "a", title, atLeast: 2, atMost: 1 }] }, "index.evidence-without-bound"],
])("refused: %j", (evidence, code) => {
  expect(() => index({ x: leaf({ evidence }) }, "x")).toThrow(expect.objectContaining({ code }));
});
