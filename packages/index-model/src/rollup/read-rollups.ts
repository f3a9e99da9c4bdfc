import {
  CxMetricsError,
  didYouMean,
  expectList,
  expectLocalizedText,
  expectOneOf,
  expectProvenance,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import { nodeIdPattern } from "../node-id.js";
import { danglingNode } from "../problems.js";
import { readChoice } from "../read/choice.js";
import { readMap } from "../read/map.js";
import { readShare, readWeight } from "../read/weight.js";
import { rollupCycle, rollupNodeNotGathered, unknownRollup } from "./problems.js";

const name = { en: "a name of letters, digits, _ or -", zh: "由字母、数字、_ 或 - 组成的名称" };
const methods = ["arithmetic-mean", "geometric-mean", "harmonic-mean", "minimum", "maximum", "sum"] as const;

/** Expects the rollups of a document. */
export function readRollups(value: unknown, path: ProblemPath): void {
  for (const [id, rollup] of readMap(value, path)) {
    const at = [...path, id];
    expectText(id, at, nodeIdPattern, name);
    const record = expectRecord(
      rollup,
      at,
      ["title", "provenance", "by", "method", "weights", "missing"],
      ["note", "from", "of"],
    );
    expectLocalizedText(record["title"], [...at, "title"]);
    expectProvenance(record["provenance"], [...at, "provenance"]);
    if (record["note"] !== undefined) expectLocalizedText(record["note"], [...at, "note"]);
    expectText(record["by"], [...at, "by"]);
    if (record["from"] !== undefined) expectText(record["from"], [...at, "from"]);
    if (record["of"] !== undefined)
      expectList(record["of"], [...at, "of"], (item, where) => expectText(item, where), 1);
    expectOneOf(record["method"], [...at, "method"], methods);
    readWeights(record["weights"], [...at, "weights"]);
    readMissing(record["missing"], [...at, "missing"]);
  }
}

function readWeights(value: unknown, path: ProblemPath): void {
  const method = readChoice(value, path, "method", ["equal", "column", "attribute"]);
  if (method === "equal") expectRecord(value, path, ["method"]);
  else if (method === "column") {
    expectText(expectRecord(value, path, ["method", "column"])["column"], [...path, "column"]);
  } else {
    const record = expectRecord(value, path, ["method", "attribute", "values"], ["absent"]);
    if (record["absent"] !== undefined)
      expectOneOf(record["absent"], [...path, "absent"], ["missing", "not-applicable"]);
    expectText(record["attribute"], [...path, "attribute"]);
    for (const [text, weight] of readMap(record["values"], [...path, "values"]))
      readWeight(weight, [...path, "values", text]);
  }
}

function readMissing(value: unknown, path: ProblemPath): void {
  if (readChoice(value, path, "policy", ["propagate", "renormalise"]) === "propagate") {
    expectRecord(value, path, ["policy"]);
    return;
  }
  const record = expectRecord(value, path, ["policy", "minimumAvailable"]);
  readShare(record["minimumAvailable"], [...path, "minimumAvailable"]);
}

/** Ids of the rollups, each after the one that it gathers. */
export function orderRollups({ rollups = {} }: IndexDefinition): readonly string[] {
  const done = new Set<string>();
  for (const start of Object.keys(rollups)) {
    const way: string[] = [];
    for (let id: string | undefined = start; id !== undefined && !done.has(id); id = rollups[id]?.from) {
      if (way.includes(id))
        throw new CxMetricsError(rollupCycle, {
          path: ["rollups", start, "from"],
          values: { cycle: [...way.slice(way.indexOf(id)), id].join(" → ") },
        });
      way.push(id);
      const { from } = rollups[id] ?? {};
      if (from !== undefined && !Object.hasOwn(rollups, from))
        throw new CxMetricsError(unknownRollup, {
          path: ["rollups", id, "from"],
          values: { rollup: from, hint: didYouMean(from, Object.keys(rollups)) },
        });
    }
    for (const id of way.reverse()) done.add(id);
  }
  return [...done];
}

/** Nodes that a rollup gathers. */
export function gatheredNodes({ root, rollups = {} }: IndexDefinition, id: string): readonly string[] {
  return rollups[id]?.of ?? [root];
}

/** Checks that rollups lead to nodes and to one another. */
export function checkRollups(definition: IndexDefinition): void {
  for (const id of orderRollups(definition)) {
    const { from } = definition.rollups?.[id] ?? {};
    gatheredNodes(definition, id).forEach((node, index) => {
      const path = ["rollups", id, "of", index];
      if (!Object.hasOwn(definition.nodes, node))
        throw new CxMetricsError(danglingNode, {
          path,
          values: { node, hint: didYouMean(node, Object.keys(definition.nodes)) },
        });
      if (from !== undefined && !gatheredNodes(definition, from).includes(node))
        throw new CxMetricsError(rollupNodeNotGathered, { path, values: { rollup: id, node, from } });
    });
  }
}
