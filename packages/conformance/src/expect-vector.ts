import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type Problem,
  type ProblemPath,
} from "@cxmetrics/definition";
import type {
  ConformanceVector,
  Expectation,
  ExpectedValue,
  Tolerance,
  VectorBasis,
} from "./conformance-vectors.js";
import { badExpectedValue, badId, badPath, expectOrRefuse } from "./problems.js";

const bases: readonly VectorBasis[] = ["published", "independent", "by-hand", "pinned"];

/** Expects one vector, as `parseConformanceVectors` does. */
export function expectVector(item: unknown, path: ProblemPath): ConformanceVector {
  const record = expectRecord(
    item,
    path,
    ["id", "operation", "input", "basis", "source"],
    ["expect", "refuse"],
  );
  const id = expectText(record["id"], [...path, "id"]);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) refuse(badId, [...path, "id"], { found: id });
  expectText(record["operation"], [...path, "operation"]);
  expectAnyRecord(record["input"], [...path, "input"]);
  expectOneOf(record["basis"], [...path, "basis"], bases);
  expectText(record["source"], [...path, "source"]);
  if ((record["expect"] === undefined) === (record["refuse"] === undefined))
    refuse(expectOrRefuse, path, { id });
  if (record["expect"] !== undefined) expectList(record["expect"], [...path, "expect"], expectExpectation, 1);
  if (record["refuse"] !== undefined) {
    const at = [...path, "refuse"];
    expectText(expectRecord(record["refuse"], at, ["code"])["code"], [...at, "code"]);
  }
  return item as ConformanceVector;
}

function expectExpectation(item: unknown, at: ProblemPath): Expectation {
  const record = expectRecord(item, at, ["path", "value"], ["tolerance"]);
  const { path, value, tolerance } = record as unknown as Expectation;
  if (typeof path !== "string" || !/^(\/([^~/]|~[01])*)*$/.test(path))
    refuse(badPath, [...at, "path"], { found: String(path) });
  expectValue(value, [...at, "value"]);
  if (tolerance !== undefined) expectTolerance(tolerance, [...at, "tolerance"]);
  return item as Expectation;
}

function expectTolerance(value: unknown, path: ProblemPath): void {
  const record: Tolerance = expectRecord(value, path, [], ["absolute", "relative"]);
  for (const name of ["absolute", "relative"] as const)
    if (record[name] !== undefined) expectNumber(record[name], [...path, name], { least: 0 });
}

function expectValue(value: unknown, path: ProblemPath): ExpectedValue {
  if (value === null || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((member, index) => expectValue(member, [...path, index]));
  if (typeof value === "object" && Object.keys(value).length === 0) return {};
  return refuse(badExpectedValue, path, {});
}

/** Expects an object whose keys the format does not fix. */
export function expectAnyRecord(value: unknown, path: ProblemPath): Readonly<Record<string, unknown>> {
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return expectRecord(value, path, [], keys);
}

function refuse(problem: Problem, path: ProblemPath, values: Readonly<Record<string, string>>): never {
  throw new CxMetricsError(problem, { path, values });
}
