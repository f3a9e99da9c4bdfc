import { CxMetricsError, expectOneOf, expectRecord, isCxMetricsError } from "@cxmetrics/definition";
import type { EvaluationResult } from "@cxmetrics/evaluation";
import { notAResult } from "./problems.js";

const parts = [
  "plan",
  "definition",
  "engines",
  "units",
  "measures",
  "estimates",
  "criteria",
  "index",
  "roots",
  "traces",
  "changes",
  "evidence",
  "warnings",
];

/** Expects the parts of a result, before anything is read from it. */
export function expectResult(result: EvaluationResult): void {
  try {
    const record = expectRecord(result, ["result"], ["formatVersion", ...parts], ["evaluatedOn", "table"]);
    expectOneOf(record["formatVersion"], ["result", "formatVersion"], [1]);
  } catch (thrown) {
    throw new CxMetricsError(notAResult, { path: isCxMetricsError(thrown) ? thrown.path : ["result"] });
  }
}

/** A failure inside a result as a problem of whoever put it together: only another program's result fails to be read. */
export function notWhole(thrown: unknown): CxMetricsError {
  if (isCxMetricsError(thrown) && thrown.code.startsWith("report.")) return thrown;
  const path = isCxMetricsError(thrown) ? thrown.path : [];
  return new CxMetricsError(notAResult, { path: ["result", ...path] });
}
