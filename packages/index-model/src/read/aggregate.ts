import {
  CxMetricsError,
  expectList,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { weightToNumber } from "@cxmetrics/formula";
import { readAggregateMethod } from "../aggregates/registry.js";
import { duplicateChild, weightsSumToZero } from "../problems.js";
import { readChoice } from "./choice.js";
import { readShare, readWeight } from "./weight.js";

/** Expects the members of a weighted mean. */
export function readAggregate(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  readAggregateMethod(record["method"], [...path, "method"]);
  const seen = new Set<string>();
  const weights = expectList(
    record["children"],
    [...path, "children"],
    (item, where) => {
      const child = expectRecord(item, where, ["node", "weight"]);
      const node = expectText(child["node"], [...where, "node"]);
      if (seen.has(node)) throw new CxMetricsError(duplicateChild, { path: where, values: { node } });
      seen.add(node);
      return weightToNumber(readWeight(child["weight"], [...where, "weight"]));
    },
    1,
  );
  if (weights.every((weight) => weight === 0))
    throw new CxMetricsError(weightsSumToZero, {
      path: [...path, "children"],
      values: { node: String(path.at(-1)) },
    });
  readMissingPolicy(record["missing"], [...path, "missing"]);
}

function readMissingPolicy(value: unknown, path: ProblemPath): void {
  if (readChoice(value, path, "policy", ["propagate", "renormalise"]) === "propagate") {
    expectRecord(value, path, ["policy"]);
  } else {
    const record = expectRecord(value, path, ["policy", "minimumAvailable"]);
    readShare(record["minimumAvailable"], [...path, "minimumAvailable"]);
  }
}
