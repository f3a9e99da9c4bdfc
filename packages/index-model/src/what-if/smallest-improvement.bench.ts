import { bench, describe } from "vitest";
import { defineIndex, type IndexNode, smallestImprovement } from "../index.js";

/** 60 indicators in 15 groups and a root, 50 units; all of the indicators may move. */
const provenance = { status: "illustrative", source: "bench" } as const;
const title = { en: "T", zh: "题" };
const leaves = Array.from({ length: 60 }, (_, index) => `leaf${index}`);
const groups = Array.from({ length: 15 }, (_, index) => `group${index}`);
const units = Array.from({ length: 50 }, (_, row) => `unit ${row}`);

const mean = (children: readonly string[], method: "arithmetic-mean" | "geometric-mean"): IndexNode => ({
  kind: "aggregate",
  title,
  provenance,
  method,
  missing: { policy: "propagate" },
  children: children.map((node, index) => ({ node, weight: index + 1 })),
});

function definitionWith(method: "arithmetic-mean" | "geometric-mean") {
  const nodes: Record<string, IndexNode> = { index: mean(groups, method) };
  for (const id of leaves)
    nodes[id] = {
      kind: "indicator",
      title,
      provenance,
      unit: "u",
      source: "survey",
      normalise: { method: "goalposts", worst: 0, best: 100 },
    };
  groups.forEach((id, index) => {
    nodes[id] = mean(leaves.slice(4 * index, 4 * index + 4), "arithmetic-mean");
  });
  return defineIndex({
    formatVersion: 1,
    id: "bench.improvement",
    version: "1.0.0",
    title,
    provenance,
    scale: { lower: 0, upper: 100 },
    root: "index",
    nodes,
  });
}

const table = {
  units,
  columns: Object.fromEntries(
    leaves.map((id, j) => [id, units.map((_, row) => 20 + ((row * 7919 + j * 104729) % 600) / 10)]),
  ),
};
const options = {
  unit: "unit 3",
  target: { score: 70 },
  over: leaves.map((indicator) => ({ indicator })),
};
const once = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 };

describe("smallestImprovement over 60 indicators", () => {
  for (const method of ["arithmetic-mean", "geometric-mean"] as const) {
    const definition = definitionWith(method);
    bench(`with ${method}`, () => void smallestImprovement(definition, table, options), once);
  }
});
