import { expectText, parseDocument } from "@cxmetrics/definition";
import { defineScore } from "./define-score.js";
import type { ScoreDefinition } from "./score-definition.js";

/**
 * Reads a score definition from untrusted JSON or YAML.
 *
 * @param text the document
 * @throws `CxMetricsError` `document.unreadable` with line and column, `document.unsafe-key`, and as `defineScore` does
 * @example
 * ```ts
 * const text = JSON.stringify({ ...nps, id: "nps.strict", version: "0.1.0" });
 * parseScoreDefinition(text).id; // => "nps.strict"
 * ```
 */
export function parseScoreDefinition(text: string): ScoreDefinition {
  return defineScore(parseDocument(expectText(text, [])));
}
