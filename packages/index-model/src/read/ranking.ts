import { expectNumber, expectOneOf, expectRecord, expectText, type ProblemPath } from "@cxmetrics/definition";

/** Expects how the units are ranked. */
export function readRanking(value: unknown, path: ProblemPath): void {
  const record = expectRecord(value, path, ["of", "order", "ties"], ["rounded"]);
  expectText(record["of"], [...path, "of"]);
  expectOneOf(record["order"], [...path, "order"], ["descending", "ascending"]);
  const ties = ["minimum", "average", "dense", "ordinal", "maximum"];
  expectOneOf(record["ties"], [...path, "ties"], ties);
  if (record["rounded"] !== undefined)
    expectNumber(record["rounded"], [...path, "rounded"], { least: -15, most: 15, integer: true });
}
