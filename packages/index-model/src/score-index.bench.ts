import { bench, describe } from "vitest";
import {
  defineIndex,
  type IndexDefinition,
  type IndexNode,
  type IndexTable,
  type Indicator,
  scoreIndex,
  scoreIndexColumns,
} from "./index.js";

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

type Row = Readonly<Record<string, number>>;

/** What an author writes for this index and no other. */
function handWritten(row: Row): number {
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
}

/** What an author writes who reads the definition: node by node, methods by their names, over what is available. */
function walked(index: IndexDefinition, id: string, row: Row): number | null {
  const node = index.nodes[id];
  if (node?.kind === "indicator") return normalised(node, row[id]);
  if (node?.kind !== "aggregate") return null;
  let sum = 0;
  let available = 0;
  let all = 0;
  for (const { node: child, weight } of node.children) {
    const share = Number(weight);
    const value = walked(index, child, row);
    all += share;
    if (value === null) continue;
    available += share;
    sum += share * (node.method === "geometric-mean" ? Math.log(value) : value);
  }
  const { missing } = node;
  const least = missing.policy === "renormalise" ? Number(missing.minimumAvailable) : 1;
  if (available === 0 || available < least * all) return null;
  const mean = sum / available;
  return node.method === "geometric-mean" ? Math.exp(mean) : mean;
}

function normalised({ normalise }: Indicator, raw: number | undefined): number | null {
  if (raw === undefined || Number.isNaN(raw)) return null;
  if (normalise.method !== "goalposts" && normalise.method !== "log-goalposts") return null;
  const { worst, best } = normalise;
  const capped = Math.min(Math.max(raw, Math.min(worst, best)), Math.max(worst, best));
  const seen = (x: number) => (normalise.method === "goalposts" ? x : Math.log(x));
  return (100 * (seen(capped) - seen(worst))) / (seen(best) - seen(worst));
}

const once = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };

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

  bench("the root alone, hand-written, row by row from objects", () => void rows.map(handWritten), once);

  bench(
    "the root alone, by walking the definition, row by row from objects",
    () => void rows.map((row) => walked(definition, "index", row)),
    once,
  );
});

describe.each([
  // Neighbouring rows alike, and rows drawn without order, of which a fifth lie beyond the goalposts.
  ["in order", (row: number, index: number) => ((row * 7919 + index * 104729) % 100_003) / 1000],
  ["without order", unordered()],
])("60 indicators in 4 levels for 1,000,000 units, typed columns, %s", (_, cell) => {
  const million = 1_000_000;
  const columns: Record<string, Float64Array> = {};
  leaves.forEach((id, index) => {
    const column = new Float64Array(million);
    for (let row = 0; row < million; row++) column[row] = cell(row, index);
    columns[id] = column;
  });

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

/** Numbers from 0 to 100 by a linear congruential generator (Park and Miller, CACM 31, 1988). */
function unordered(): () => number {
  let state = 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 21474836.47;
  };
}
