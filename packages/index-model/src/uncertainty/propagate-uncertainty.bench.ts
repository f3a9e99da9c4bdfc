import { randomStream } from "@cxmetrics/stats";
import { bench, describe } from "vitest";
import { defineIndex, type IndexNode, type LeafEstimate, propagateUncertainty } from "../index.js";
import { normalDrawer } from "./normal-drawer.js";

/** 60 indicators in 15 groups, 5 dimensions and a root, 50 units, 10,000 draws. */
const provenance = { status: "illustrative", source: "bench" } as const;
const title = { en: "T", zh: "题" };
const draws = 10_000;
const units = Array.from({ length: 50 }, (_, row) => `unit ${row}`);
const leaves = Array.from({ length: 60 }, (_, index) => `leaf${index}`);
const mean = (children: readonly string[]): IndexNode => ({
  kind: "aggregate",
  title,
  provenance,
  method: "arithmetic-mean",
  missing: { policy: "propagate" },
  children: children.map((node, index) => ({ node, weight: index + 1 })),
});
const nodes: Record<string, IndexNode> = {};
for (const id of leaves)
  nodes[id] = {
    kind: "indicator",
    title,
    provenance,
    unit: "u",
    source: "survey",
    normalise: { method: "goalposts", worst: 0, best: 100 },
  };
const groups = Array.from({ length: 15 }, (_, index) => `group${index}`);
groups.forEach((id, index) => {
  nodes[id] = mean(leaves.slice(4 * index, 4 * index + 4));
});
const dimensions = Array.from({ length: 5 }, (_, index) => `dimension${index}`);
dimensions.forEach((id, index) => {
  nodes[id] = mean(groups.slice(3 * index, 3 * index + 3));
});
nodes["index"] = mean(dimensions);
const definition = defineIndex({
  formatVersion: 1,
  id: "bench.uncertainty",
  version: "1.0.0",
  title,
  provenance,
  scale: { lower: 0, upper: 100 },
  root: "index",
  nodes,
});
const cell = (row: number, index: number) => 20 + ((row * 7919 + index * 104729) % 600) / 10;
const estimate: LeafEstimate = { standardError: 2, inference: "sample" };
const uncertain = {
  table: {
    units,
    columns: Object.fromEntries(leaves.map((id, j) => [id, units.map((_, row) => cell(row, j))])),
  },
  estimates: Object.fromEntries(leaves.map((id) => [id, units.map(() => estimate)])),
  independent: true,
} as const;

const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };

describe("10,000 draws over 50 units and 60 indicators", () => {
  bench(
    "propagateUncertainty, every node with interval and shares, ranks of the root",
    () => void propagateUncertainty(definition, uncertain, { method: "monte-carlo", draws, ranks: "index" }),
    once,
  );

  bench(
    "propagateUncertainty, the root alone",
    () =>
      void propagateUncertainty(definition, uncertain, { method: "monte-carlo", draws, nodes: ["index"] }),
    once,
  );

  bench(
    "a plain loop that draws and adds with fixed global weights, keeping mean and variance of the root",
    () => {
      const normal = normalDrawer(randomStream(1));
      const values = uncertain.table.columns;
      for (let row = 0; row < units.length; row++) {
        let sum = 0;
        let squares = 0;
        for (let draw = 0; draw < draws; draw++) {
          let score = 0;
          for (let j = 0; j < leaves.length; j++)
            score += Math.min(100, Math.max(0, (values[leaves[j] ?? ""]?.[row] ?? 0) + 2 * normal())) / 60;
          sum += score;
          squares += score * score;
        }
        void (squares - (sum * sum) / draws);
      }
    },
    once,
  );
});
