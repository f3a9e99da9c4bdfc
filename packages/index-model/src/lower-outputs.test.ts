import { columnFrom, evaluateColumns } from "@cxmetrics/formula";
import { expect, test } from "vitest";
import { defineIndex, lowerOutputs, scoreIndex } from "./index.js";

const provenance = { status: "illustrative", source: "test" } as const;
const title = { en: "T", zh: "题" };
const head = {
  formatVersion: 1,
  id: "test.outputs",
  version: "1.0.0",
  title,
  provenance,
  scale: { lower: 0, upper: 100 },
};
const leaf = {
  kind: "indicator",
  title,
  provenance,
  unit: "u",
  source: "statistic",
  normalise: { method: "identity" },
};
const item = (id: string, each: number) => ({ id, title, of: "late", each });
const definition = defineIndex({
  ...head,
  root: "deducted",
  nodes: {
    score: leaf,
    late: leaf,
    deducted: {
      kind: "deduction",
      title,
      provenance,
      from: "score",
      items: [item("calls", 0.5), item("cases", 2)],
      atMost: 9,
    },
    gate: {
      kind: "gate",
      title,
      provenance,
      of: "score",
      when: { compare: "<", of: ["late", 3] },
      effect: { do: "cap", at: 50 },
      notAssessed: "keep",
    },
  },
});

test("each output computes what the result tells", () => {
  const result = scoreIndex(definition, { units: ["a", "b"], columns: { score: [80, 70], late: [1, 6] } });
  const outputs = lowerOutputs(definition, "deducted");
  expect(Object.keys(outputs)).toEqual(["amount", "calls", "cases"]);
  for (const [name, expression] of Object.entries(outputs)) {
    const { values } = evaluateColumns(expression, { late: columnFrom([1, 6]) }, 2);
    expect([...values]).toEqual(result.nodes["deducted"]?.outputs?.[name]);
  }
  expect(result.nodes["deducted"]?.outputs?.["amount"]).toEqual([2.5, 9]);
});

test("a gate tells its trigger, a leaf nothing", () => {
  const { values } = evaluateColumns(
    lowerOutputs(definition, "gate")["triggered"] ?? 0,
    { late: columnFrom([1, 6]) },
    2,
  );
  expect([...values]).toEqual([1, 0]);
  expect(lowerOutputs(definition, "score")).toEqual({});
  expect(() => lowerOutputs(definition, "scor")).toThrow(
    expect.objectContaining({ code: "index.dangling-node" }),
  );
});
