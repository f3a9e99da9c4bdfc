import { expectText, parseDocument } from "@cxmetrics/definition";
import { defineQuestionnaire } from "./define-questionnaire.js";
import type { Questionnaire } from "./questionnaire.js";

/**
 * Reads a questionnaire from untrusted JSON or YAML.
 *
 * @param text the document
 * @throws `CxMetricsError` `document.unreadable` with line and column, `document.unsafe-key`, and as `defineQuestionnaire` does
 * @example
 * ```ts
 * const text = JSON.stringify({ ...questionnaires["pssuq"], id: "my.pssuq", version: "0.1.0" });
 * parseQuestionnaire(text).reversedCount + parseQuestionnaire(text).itemCount; // => 16
 * ```
 */
export function parseQuestionnaire(text: string): Questionnaire {
  return defineQuestionnaire(parseDocument(expectText(text, [])));
}
