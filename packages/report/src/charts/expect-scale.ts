import { CxMetricsError, expectNumber, expectRecord, type ProblemPath } from "@cxmetrics/definition";
import type { Scale } from "../numbers/write-number.js";
import { lowerAboveUpper } from "../problems.js";

/** Reads the two ends of a scale. */
export function expectScale(value: unknown, path: ProblemPath): Scale {
  const record = expectRecord(value, path, ["lower", "upper"]);
  const lower = expectNumber(record["lower"], [...path, "lower"]);
  const upper = expectNumber(record["upper"], [...path, "upper"]);
  if (lower >= upper) throw new CxMetricsError(lowerAboveUpper, { path, values: { lower, upper } });
  return { lower, upper };
}
