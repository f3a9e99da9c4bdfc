import { parseDocument } from "@cxmetrics/definition";
import { defineIndex } from "./define-index.js";
import type { IndexDefinition } from "./index-definition.js";

/**
 * Reads an index definition from JSON or YAML text, or from data already parsed, and checks it.
 *
 * @param source JSON or YAML text, or plain data
 * @returns the checked definition, frozen
 * @throws `CxMetricsError` `document.unreadable` with line and column, and whatever `defineIndex` throws
 * @example
 * ```ts
 * const yaml = `
 * formatVersion: 1
 * id: example.one
 * version: 1.0.0
 * title: { en: One, zh: 一 }
 * provenance: &source { status: illustrative, source: example }
 * scale: { lower: 0, upper: 100 }
 * root: ease
 * nodes:
 *   ease: { kind: indicator, title: { en: Ease, zh: 易用 }, provenance: *source, unit: "%", source: survey, normalise: { method: identity } }
 * `;
 * parseIndexDefinition(yaml).nodes.ease.unit; // => "%"
 * ```
 */
export function parseIndexDefinition(source: unknown): IndexDefinition {
  return defineIndex(typeof source === "string" ? parseDocument(source) : source);
}
