import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { weightToNumber } from "@cxmetrics/formula";
import { aggregateMethods, readAggregateMethod } from "../aggregates/registry.js";
import type { Aggregate, AggregateChild, MissingPolicy } from "../index-definition.js";
import { memberNames, readMembers } from "../parameters/read-parameters.js";
import {
  duplicateChild,
  policyNotForMethod,
  weightsMustSum,
  weightsSumToZero,
  weightTwice,
} from "../problems.js";
import { readWeighting } from "../weightings/registry.js";
import { fractionText, readFraction, sameFraction, sumOfFractions } from "../weights/exact-fraction.js";
import { readChoice } from "./choice.js";
import { readShare, readWeight } from "./weight.js";

const own = ["method", "children", "missing"];
const always = ["mustSum", "weighting"];

/** Members of an aggregate: those of all methods together, which `readAggregate` tells apart. */
export const aggregateMembers = {
  required: own,
  optional: [
    ...always,
    ...new Set(Object.values(aggregateMethods).flatMap(({ parameters }) => Object.keys(parameters))),
  ],
};

/** Expects the members of an aggregate. */
export function readAggregate(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  const name = readAggregateMethod(record["method"], [...path, "method"]);
  const method = aggregateMethods[name];
  const members = memberNames(method.parameters);
  const { kind: _, title: _t, provenance: _p, note: _n, origin: _o, ...rest } = record;
  expectRecord(rest, path, [...own, ...members.required], [...always, ...members.optional]);
  readMembers(method.parameters, record, path);
  const seen = new Set<string>();
  const children = expectList(
    record["children"],
    [...path, "children"],
    (item, where) => {
      const child = expectRecord(item, where, ["node"], ["weight", "weightColumn"]);
      const node = expectText(child["node"], [...where, "node"]);
      if (seen.has(node)) throw new CxMetricsError(duplicateChild, { path: where, values: { node } });
      seen.add(node);
      if (child["weight"] !== undefined) readWeight(child["weight"], [...where, "weight"]);
      if (child["weightColumn"] !== undefined) expectText(child["weightColumn"], [...where, "weightColumn"]);
      const stated = ["weight", "weightColumn"].filter((member) => child[member] !== undefined).length;
      const elsewhere = method.weights === "none" || record["weighting"] !== undefined;
      if (stated > (elsewhere ? 0 : 1))
        throw new CxMetricsError(weightTwice, { path: where, values: { node } });
      if (stated === 0 && !elsewhere) expectRecord(item, where, ["node", "weight"]);
      return item as AggregateChild;
    },
    1,
  );
  checkWeights(children, record["mustSum"], path);
  const policy = readMissingPolicy(record["missing"], [...path, "missing"]);
  if (policy === "renormalise" && !method.renormalises)
    throw new CxMetricsError(policyNotForMethod, { path: [...path, "missing"], values: { method: name } });
  if (record["weighting"] !== undefined) {
    if (method.weights === "none")
      throw new CxMetricsError(weightTwice, {
        path: [...path, "weighting"],
        values: { node: String(path.at(-1)) },
      });
    readWeighting(record["weighting"], [...path, "weighting"], [...seen]);
  }
  method.check?.(record as unknown as Aggregate, path);
}

function checkWeights(children: readonly AggregateChild[], mustSum: unknown, path: ProblemPath): void {
  const at = [...path, "children"];
  const node = String(path.at(-1));
  const weights = children.flatMap((child) => (child.weight === undefined ? [] : [child.weight]));
  if (weights.length === children.length && weights.every((weight) => weightToNumber(weight) === 0))
    throw new CxMetricsError(weightsSumToZero, { path: at, values: { node } });
  if (mustSum === undefined) return;
  readWeight(mustSum, [...path, "mustSum"]);
  const expected = readFraction(mustSum, [...path, "mustSum"]);
  const found = sumOfFractions(weights.map((weight) => readFraction(weight, at)));
  if (weights.length !== children.length || !sameFraction(found, expected))
    throw new CxMetricsError(weightsMustSum, {
      path: at,
      values: { node, found: fractionText(found), expected: fractionText(expected) },
    });
}

const policies: Readonly<Record<MissingPolicy["policy"], readonly string[]>> = {
  propagate: [],
  renormalise: ["minimumAvailable"],
  zero: [],
  constant: ["value"],
  "mean-of-others": [],
  worst: [],
  best: [],
  bounds: [],
};

function readMissingPolicy(value: unknown, path: ProblemPath): MissingPolicy["policy"] {
  const names = Object.keys(policies) as MissingPolicy["policy"][];
  const policy = readChoice(value, path, "policy", names);
  const more = policy === "renormalise" ? ["minimumCount"] : [];
  const record = expectRecord(value, path, ["policy", ...policies[policy]], more);
  if (policy === "renormalise") readShare(record["minimumAvailable"], [...path, "minimumAvailable"]);
  if (record["minimumCount"] !== undefined)
    expectNumber(record["minimumCount"], [...path, "minimumCount"], { least: 1, integer: true });
  if (policy === "constant") expectNumber(record["value"], [...path, "value"]);
  return policy;
}
