import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { notANumber } from "../problems.js";

/** The value itself when it is a finite number; otherwise throws `argument.not-a-number`. */
export function finiteNumber(value: unknown, name: string, path: ProblemPath = [name]): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new CxMetricsError(notANumber, { path, values: { name, found: describeValue(value) } });
}
