import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import { mergeKey } from "./problems.js";

/**
 * Refuses merge keys by name, wherever they stand: as unknown members they would only be told to be misspelt. What merging
 * would do to the digest of a document as written is left to its author.
 */
export function refuseMergeKeys(value: unknown, path: ProblemPath = []): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      refuseMergeKeys(item, [...path, index]);
    });
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (key === "<<") throw new CxMetricsError(mergeKey, { path: [...path, key] });
    refuseMergeKeys(member, [...path, key]);
  }
}
