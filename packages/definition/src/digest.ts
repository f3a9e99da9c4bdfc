import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import { canonicalJson } from "./canonical-json.js";
import type { DefinitionDocument, DefinitionReference } from "./definition-document.js";
import { formatVersion } from "./definition-document.js";
import { idForm, versionForm } from "./definition-name.js";
import { expectOneOf } from "./expect/one-of.js";
import { expectPlainRecord } from "./expect/record.js";
import { expectText } from "./expect/text.js";

/**
 * SHA-256 of the canonical form of plain data, written `sha256:` and 64 hexadecimal digits. Synchronous, also in browsers.
 *
 * @param data plain data, as `canonicalJson` accepts it
 * @returns the digest of its RFC 8785 text in UTF-8
 * @throws `CxMetricsError` as `canonicalJson` does
 * @see FIPS 180-4 (SHA-256); RFC 8785
 * @example
 * ```ts
 * digestOf({ b: 1, a: 2 }) === digestOf({ a: 2, b: 1 }); // => true
 * digestOf({}); // => "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
 * ```
 */
export function digestOf(data: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(data))))}`;
}

/**
 * Digest of a definition document as written, its `formatVersion` included. Any change of content changes it; the order
 * of keys and the choice of JSON or YAML do not.
 *
 * @param document the document with its head; its kind's own keys are hashed as they are
 * @returns the digest, as `digestOf` writes it
 * @throws `CxMetricsError` `document.wrong-type`, `document.not-allowed` for something without format version, id and
 * version; otherwise as `canonicalJson` does
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" } as const;
 * const document = { formatVersion: 1, id: "a.b", version: "1.0.0", title: { en: "A", zh: "甲" }, provenance } as const;
 * digestDefinition(document).slice(0, 15); // => "sha256:565b45f0"
 * ```
 */
export function digestDefinition(document: DefinitionDocument): string {
  return referenceTo(document).digest;
}

/**
 * The reference that results carry for a definition document.
 *
 * @param document the document with its head
 * @returns its id, version and digest
 * @throws `CxMetricsError` as `digestDefinition` does
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" } as const;
 * const document = { formatVersion: 1, id: "a.b", version: "1.0.0", title: { en: "A", zh: "甲" }, provenance } as const;
 * referenceTo(document).version; // => "1.0.0"
 * ```
 */
export function referenceTo(document: DefinitionDocument): DefinitionReference {
  const head = expectPlainRecord(document, []);
  expectOneOf(head["formatVersion"], ["formatVersion"], [formatVersion]);
  const id = expectText(head["id"], ["id"], idForm);
  const version = expectText(head["version"], ["version"], versionForm);
  return { id, version, digest: digestOf(document) };
}
