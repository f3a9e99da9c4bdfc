import {
  CxMetricsError,
  expectList,
  expectOneOf,
  expectRecord,
  refuseUnsafeKeys,
} from "@cxmetrics/definition";
import { conformanceAreas } from "./conformance-areas.js";
import type { ConformanceArea, ConformanceVectors } from "./conformance-vectors.js";
import { expectAnyRecord, expectVector } from "./expect-vector.js";
import { duplicateId } from "./problems.js";

/**
 * Checks a document of vectors, as it was read from JSON, against the published schema and what a schema cannot say: ids are unique,
 * and a vector expects either values or a refusal.
 *
 * @param document what was read
 * @returns the same document, typed
 * @throws `CxMetricsError` `document.wrong-type`, `document.missing-key`, `document.unknown-key`, `document.not-allowed`,
 * `conformance.bad-id`, `conformance.duplicate-id`, `conformance.bad-path`, `conformance.bad-expected-value`, `conformance.expect-or-refuse`
 * @example
 * ```ts
 * parseConformanceVectors({ formatVersion: 1, area: "scores", definitions: {}, vectors: [] }).area; // => "scores"
 * ```
 */
export function parseConformanceVectors(document: unknown): ConformanceVectors {
  refuseUnsafeKeys(document);
  const record = expectRecord(document, [], ["formatVersion", "area", "definitions", "vectors"], ["$schema"]);
  expectOneOf(record["formatVersion"], ["formatVersion"], [1]);
  expectOneOf(record["area"], ["area"], Object.keys(conformanceAreas) as ConformanceArea[]);
  const definitions = expectAnyRecord(record["definitions"], ["definitions"]);
  for (const [name, definition] of Object.entries(definitions))
    expectAnyRecord(definition, ["definitions", name]);
  const ids = new Set<string>();
  expectList(record["vectors"], ["vectors"], (item, path) => {
    const { id } = expectVector(item, path);
    if (ids.has(id)) throw new CxMetricsError(duplicateId, { path: [...path, "id"], values: { id } });
    ids.add(id);
  });
  return document as ConformanceVectors;
}
