import type { ProblemPath } from "../cx-metrics-error.js";
import type { LocalizedText } from "../localized-text.js";
import { inside } from "../problem-path.js";
import { expectRecord } from "./record.js";
import { expectText } from "./text.js";

/**
 * Expects a text in English and Chinese.
 *
 * @param value what stands in the document
 * @param path where it stands
 * @returns the text, neither language blank
 * @throws `CxMetricsError` `document.wrong-type`, `document.missing-key`, `document.unknown-key`
 * @example
 * ```ts
 * expectLocalizedText({ en: "Reliability", zh: "可靠性" }, ["title"]).zh; // => "可靠性"
 * ```
 */
export function expectLocalizedText(value: unknown, path: ProblemPath): LocalizedText {
  const record = expectRecord(value, path, ["en", "zh"]);
  return {
    en: expectText(record["en"], inside(path, "en")),
    zh: expectText(record["zh"], inside(path, "zh")),
  };
}
