import { CxMetricsError, expectNumber, expectRecord, type ProblemPath } from "@cxmetrics/definition";
import { emptyRange } from "../problems.js";

/** Two ends of a scale, the lower one first. */
export interface Range {
  readonly lower: number;
  readonly upper: number;
}

/** Expects the two ends of a scale. */
export function readRange(value: unknown, path: ProblemPath): Range {
  const record = expectRecord(value, path, ["lower", "upper"]);
  const lower = expectNumber(record["lower"], [...path, "lower"]);
  const upper = expectNumber(record["upper"], [...path, "upper"]);
  if (!(lower < upper)) throw new CxMetricsError(emptyRange, { path, values: { lower, upper } });
  return { lower, upper };
}
