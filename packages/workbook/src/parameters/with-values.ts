import type { IndexDefinition } from "@cxmetrics/index-model";
import type { DocumentPath } from "./parameter.js";

/** A copy of a definition with other numbers in some places. */
export function withValues(
  document: IndexDefinition,
  changes: readonly { readonly path: DocumentPath; readonly value: unknown }[],
): IndexDefinition {
  const copy = structuredClone(document) as unknown as Record<string | number, unknown>;
  for (const { path, value } of changes) {
    let place = copy;
    for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
    const last = path.at(-1);
    if (last !== undefined) place[last] = value;
  }
  return copy as unknown as IndexDefinition;
}
