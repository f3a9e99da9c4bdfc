import { CxMetricsError, describeValue, expectRecord } from "@cxmetrics/definition";
import { badLevel } from "./problems.js";

/** Reads the confidence level from the options of an estimator; 0.95 without one. */
export function expectLevel(options: unknown): number {
  const { level = 0.95 } = expectRecord(options, ["options"], [], ["level"]);
  if (typeof level === "number" && level > 0 && level < 1) return level;
  throw new CxMetricsError(badLevel, { path: ["options", "level"], values: { found: describeValue(level) } });
}
