import { expectRecord, type ProblemPath } from "@cxmetrics/definition";

/** Expects an object, whatever its keys. */
export function expectObject(value: unknown, path: ProblemPath): Readonly<Record<string, unknown>> {
  const keys = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  return expectRecord(value, path, [], keys);
}
