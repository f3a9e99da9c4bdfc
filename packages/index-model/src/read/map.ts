import { expectRecord, type ProblemPath } from "@cxmetrics/definition";

/** Expects an object whose keys are for the document's author to choose, and gives its members. */
export function readMap(value: unknown, path: ProblemPath): readonly (readonly [string, unknown])[] {
  const mapped = typeof value === "object" && value !== null && !Array.isArray(value);
  // Every key is welcome here, so `expectRecord` is asked only to put the refusal into words.
  return Object.entries(mapped ? value : expectRecord(value, path, []));
}
