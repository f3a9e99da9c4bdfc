import { expectRecord, type ProblemPath } from "@cxmetrics/definition";

/** The options of a caller, who may leave them out altogether. */
export function expectOptions(
  value: unknown,
  allowed: readonly string[],
  path: ProblemPath = ["options"],
): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : expectRecord(value, path, [], allowed);
}
