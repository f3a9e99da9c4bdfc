import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { parseExpression, weightToNumber } from "@cxmetrics/formula";
import { duplicateChild } from "../../problems.js";
import { readChoice } from "../../read/choice.js";
import { readMap } from "../../read/map.js";
import { readWeight } from "../../read/weight.js";
import { duplicateItem, membershipShape, noOutputs, synthesisWeights } from "../problems.js";
import { readOutputName } from "../read-output-name.js";

const normalisations = ["sum", "none"] as const;

/** Expects the members of a membership node. */
export function readMembership(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  const at = [...path, "from"];
  const from = record["from"];
  if (readChoice(from, at, "method", ["shares", "functions"]) === "shares") {
    const { counts } = expectRecord(from, at, ["method", "counts"]);
    readGrades(counts, [...at, "counts"], parseExpression);
  } else {
    const source = expectRecord(from, at, ["method", "of", "functions"]);
    parseExpression(source["of"], [...at, "of"]);
    readGrades(source["functions"], [...at, "functions"], readShape);
  }
  expectOneOf(record["normalise"], [...path, "normalise"], normalisations);
}

/** Expects the members of a synthesis node. */
export function readSynthesis(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  const grades = new Set<string>();
  expectList(
    record["grades"],
    [...path, "grades"],
    (grade, at) => {
      const name = readOutputName(expectText(grade, at), at);
      if (grades.has(name)) throw new CxMetricsError(duplicateItem, { path: at, values: { item: name } });
      grades.add(name);
    },
    1,
  );
  const seen = new Set<string>();
  const weights = expectList(
    record["children"],
    [...path, "children"],
    (item, at) => {
      const child = expectRecord(item, at, ["node", "weight"]);
      const node = expectText(child["node"], [...at, "node"]);
      if (seen.has(node)) throw new CxMetricsError(duplicateChild, { path: at, values: { node } });
      seen.add(node);
      return weightToNumber(readWeight(child["weight"], [...at, "weight"]));
    },
    1,
  );
  if (weights.every((weight) => weight === 0))
    throw new CxMetricsError(synthesisWeights, {
      path: [...path, "children"],
      values: { node: String(path.at(-1)) },
    });
  const operators = ["weighted-sum", "max-min", "max-product", "min-bounded-sum"] as const;
  expectOneOf(record["operator"], [...path, "operator"], operators);
  expectOneOf(record["normalise"], [...path, "normalise"], normalisations);
}

/** Expects the members of a defuzzify node. */
export function readDefuzzify(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  expectText(record["of"], [...path, "of"]);
  readGrades(record["values"], [...path, "values"], expectNumber);
  const at = [...path, "by"];
  const by = record["by"];
  if (readChoice(by, at, "method", ["maximum-membership", "weighted-average"]) === "weighted-average") {
    const { exponent } = expectRecord(by, at, ["method", "exponent"]);
    expectNumber(exponent, [...at, "exponent"], { least: Number.MIN_VALUE });
  } else {
    const rule = expectRecord(by, at, ["method", "ties", "digits"]);
    expectOneOf(rule["ties"], [...at, "ties"], ["highest-value", "lowest-value", "mean"]);
    expectNumber(rule["digits"], [...at, "digits"], { least: 0, most: 15, integer: true });
  }
}

function readGrades(
  value: unknown,
  path: ProblemPath,
  read: (item: unknown, path: ProblemPath) => unknown,
): void {
  const grades = readMap(value, path);
  if (grades.length === 0) throw new CxMetricsError(noOutputs, { path });
  for (const [grade, item] of grades) {
    readOutputName(grade, [...path, grade]);
    read(item, [...path, grade]);
  }
}

function readShape(value: unknown, path: ProblemPath): void {
  const shape = expectRecord(value, path, [], ["left", "from", "to", "right"]);
  const bound = (name: string) =>
    shape[name] === undefined ? undefined : expectNumber(shape[name], [...path, name]);
  const [left, from, to, right] = [bound("left"), bound("from"), bound("to"), bound("right")];
  const paired =
    (left === undefined) === (from === undefined) && (to === undefined) === (right === undefined);
  const given = [left, from, to, right].filter((one) => one !== undefined);
  const risen = given.every((one, index) => index === 0 || one >= (given[index - 1] as number));
  if (!paired || given.length === 0 || !risen)
    throw new CxMetricsError(membershipShape, { path, values: { grade: String(path.at(-1)) } });
}
