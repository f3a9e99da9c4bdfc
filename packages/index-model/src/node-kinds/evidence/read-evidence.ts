import {
  CxMetricsError,
  expectList,
  expectLocalizedText,
  expectNumber,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { evidenceEmpty, evidenceWithoutBound } from "../problems.js";

/** Expects the evidence that a leaf needs. */
export function readEvidence(value: unknown, path: ProblemPath): void {
  const record = expectRecord(value, path, [], ["conditions", "stated"]);
  if (record["conditions"] === undefined && record["stated"] === undefined)
    throw new CxMetricsError(evidenceEmpty, { path });
  if (record["conditions"] !== undefined)
    expectList(record["conditions"], [...path, "conditions"], readCondition, 1);
  if (record["stated"] !== undefined)
    expectList(record["stated"], [...path, "stated"], (item, at) => expectText(item, at), 1);
}

function readCondition(value: unknown, path: ProblemPath): void {
  const record = expectRecord(value, path, ["column", "title"], ["atLeast", "atMost"]);
  const column = expectText(record["column"], [...path, "column"]);
  expectLocalizedText(record["title"], [...path, "title"]);
  const bound = (name: string) =>
    record[name] === undefined ? undefined : expectNumber(record[name], [...path, name]);
  const [atLeast, atMost] = [bound("atLeast"), bound("atMost")];
  const none = atLeast === undefined && atMost === undefined;
  if (none || (atLeast !== undefined && atMost !== undefined && atLeast > atMost))
    throw new CxMetricsError(evidenceWithoutBound, { path, values: { column } });
}
