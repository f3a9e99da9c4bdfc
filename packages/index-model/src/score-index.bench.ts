import { bench, describe } from "vitest";
import { defineIndex, type IndexNode, type IndexTable, scoreIndex, scoreIndexColumns } from "./index.js";

/** 60 indicators under 15 groups, 5 dimensions and a root, for 100,000 units. */
const provenance = { status: "illustrative", source: "bench" } as const;
const title = { en: "T", zh: "题" };
const length = 100_000;
const leaves = Array.from({ length: 60 }, (_, index) => `leaf${index}`);

const mean = (children: readonly string[], method: "arithmetic-mean" | "geometric-mean"): IndexNode => ({
  kind: "aggregate",
  title,
  provenance,
  method,
  children: children.map((node, index) => ({ node, weight: index + 1 })),
  missing: { policy: "renormalise", minimumAvailable: 0.5 },
});

/** Every third indicator on a logarithmic scale, or none. */
const indicators = (logarithms: boolean): Record<string, IndexNode> =>
  Object.fromEntries(
    leaves.map((id, index) => [
      id,
      {
        kind: "indicator",
        title,
        provenance,
        unit: "u",
        source: "statistic",
        normalise: {
          method: logarithms && index % 3 === 0 ? "log-goalposts" : "goalposts",
          worst: 10,
          best: 90,
        },
      },
    ]),
  );
const nodes: Record<string, IndexNode> = {};
const groups = Array.from({ length: 15 }, (_, index) => `group${index}`);
groups.forEach((id, index) => {
  nodes[id] = mean(leaves.slice(4 * index, 4 * index + 4), "arithmetic-mean");
});
const dimensions = Array.from({ length: 5 }, (_, index) => `dimension${index}`);
dimensions.forEach((id, index) => {
  nodes[id] = mean(groups.slice(3 * index, 3 * index + 3), "arithmetic-mean");
});
nodes["index"] = mean(dimensions, "geometric-mean");

const definitionWith = (leafNodes: Record<string, IndexNode>) =>
  defineIndex({
    formatVersion: 1,
    id: "bench.index",
    version: "1.0.0",
    title,
    provenance,
    scale: { lower: 0, upper: 100 },
    root: "index",
    nodes: { ...leafNodes, ...nodes },
  });
const definition = definitionWith(indicators(true));
const linear = definitionWith(indicators(false));

const table: IndexTable = {
  units: Array.from({ length }, (_, row) => `unit ${row}`),
  columns: Object.fromEntries(
    leaves.map((id, index) => [
      id,
      Float64Array.from({ length }, (_, row) => ((row * 7919 + index * 104729) % 100_003) / 1000),
    ]),
  ),
};
const rows = table.units.map((_, row) =>
  Object.fromEntries(leaves.map((id) => [id, Number(table.columns[id]?.[row])])),
);

const once = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 };

describe("60 indicators in 4 levels for 100,000 units", () => {
  bench("scoreIndex, every node with coverage", () => void scoreIndex(definition, table), once);

  bench(
    "only the sum of the same columns",
    () => {
      const sums = new Float64Array(length);
      for (const id of leaves) {
        const column = table.columns[id] as Float64Array;
        for (let row = 0; row < length; row++) sums[row] = (sums[row] as number) + (column[row] as number);
      }
    },
    once,
  );

  bench(
    "the root alone, hand-written, row by row from objects",
    () => {
      const scores = rows.map((row) => {
        const values = leaves.map((id, index) => {
          const capped = Math.min(Math.max(row[id] ?? 0, 10), 90);
          return index % 3 === 0
            ? (100 * (Math.log(capped) - Math.log(10))) / (Math.log(90) - Math.log(10))
            : (100 * (capped - 10)) / 80;
        });
        const weighted = (parts: readonly number[]) => {
          let sum = 0;
          let weights = 0;
          parts.forEach((part, index) => {
            sum += part * (index + 1);
            weights += index + 1;
          });
          return sum / weights;
        };
        const grouped = groups.map((_, index) => weighted(values.slice(4 * index, 4 * index + 4)));
        const whole = dimensions.map((_, index) => weighted(grouped.slice(3 * index, 3 * index + 3)));
        return Math.exp(weighted(whole.map((value) => Math.log(value))));
      });
      return void scores;
    },
    once,
  );
});

describe("60 indicators in 4 levels for 1,000,000 units, typed columns", () => {
  const million = 1_000_000;
  const columns = Object.fromEntries(
    leaves.map((id, index) => [
      id,
      Float64Array.from({ length: million }, (_, row) => ((row * 7919 + index * 104729) % 100_003) / 1000),
    ]),
  );

  bench(
    "scoreIndexColumns, the root, goalposts",
    () => void scoreIndexColumns(linear, { length: million, columns }),
    once,
  );

  bench(
    "scoreIndexColumns, the root, a third of the goalposts logarithmic",
    () => void scoreIndexColumns(definition, { length: million, columns }),
    once,
  );

  bench(
    "only the sum of the same columns",
    () => {
      const sums = new Float64Array(million);
      for (const id of leaves) {
        const column = columns[id] as Float64Array;
        for (let row = 0; row < million; row++) sums[row] = (sums[row] as number) + (column[row] as number);
      }
    },
    once,
  );
});
