import type { DefinitionDocument } from "../definition-document.js";
import { formatVersion } from "../definition-document.js";
import { idForm, versionForm } from "../definition-name.js";
import { refuseUnsafeKeys } from "../refuse-unsafe-keys.js";
import { expectLocalizedText } from "./localized-text.js";
import { expectOneOf } from "./one-of.js";
import { expectProvenance } from "./provenance.js";
import { expectRecord } from "./record.js";
import { expectText } from "./text.js";

/**
 * Expects the head that every definition document carries, plus the keys of its own kind, and no others. The members of
 * the kind's own keys are for the caller to read.
 *
 * @param value what came from outside
 * @param required keys that the kind adds to the head
 * @param optional keys that the kind may add
 * @returns the same document, its head known to be good
 * @throws `CxMetricsError` as its parts do, `document.unsafe-key`, `document.too-deep`
 * @example
 * ```ts
 * const head = { formatVersion: 1, id: "nps", version: "1.0.0", title: { en: "NPS", zh: "净推荐值" } };
 * const provenance = { status: "published", source: "HBR, Dec 2003" };
 * expectDefinitionDocument({ ...head, provenance, scale: {} }, ["scale"]).id; // => "nps"
 * ```
 */
export function expectDefinitionDocument(
  value: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
): DefinitionDocument & Readonly<Record<string, unknown>> {
  refuseUnsafeKeys(value);
  const head = ["formatVersion", "id", "version", "title", "provenance"];
  const record = expectRecord(value, [], Array.isArray(required) ? [...head, ...required] : head, optional);
  expectOneOf(record["formatVersion"], ["formatVersion"], [formatVersion]);
  expectText(record["id"], ["id"], idForm, {
    en: "a dotted lower-case name",
    zh: "小写点分名称",
  });
  expectText(record["version"], ["version"], versionForm, {
    en: "a semantic version",
    zh: "语义化版本",
  });
  expectLocalizedText(record["title"], ["title"]);
  expectProvenance(record["provenance"], ["provenance"]);
  return record as DefinitionDocument & Readonly<Record<string, unknown>>;
}
