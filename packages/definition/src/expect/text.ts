import { CxMetricsError, type ProblemPath } from "../cx-metrics-error.js";
import { describeValue } from "../describe-value.js";
import type { LocalizedText } from "../localized-text.js";
import { wrongType } from "../problems.js";

/**
 * Expects a text that is not blank and, where a pattern is given, matches it.
 *
 * @param value what stands in the document
 * @param path where it stands
 * @param pattern form of the text
 * @param expected the form in words, for the message
 * @returns the same text
 * @throws `CxMetricsError` `document.wrong-type`
 * @example
 * ```ts
 * expectText("login", ["event"]); // => "login"
 * ```
 */
export function expectText(
  value: unknown,
  path: ProblemPath,
  pattern?: RegExp,
  expected: LocalizedText = { en: "a text", zh: "文本" },
): string {
  if (typeof value === "string" && value.trim() !== "" && fits(value, pattern)) return value;
  throw new CxMetricsError(wrongType, { path, values: { expected, found: describeValue(value) } });
}

function fits(text: string, pattern: RegExp | undefined): boolean {
  // `search`, unlike `test`, does not depend on where a global pattern stopped the last time.
  return pattern === undefined || (pattern instanceof RegExp && text.search(pattern) >= 0);
}
