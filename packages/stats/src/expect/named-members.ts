import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { notAnObject } from "../problems.js";

/** Refuses what is not an object, so that its members can be read. */
export function namedMembers<T>(value: T, name: string, path: ProblemPath = []): T {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new CxMetricsError(notAnObject, { path, values: { name, found: describeValue(value) } });
}
