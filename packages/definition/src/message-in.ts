import type { CxMetricsError } from "./cx-metrics-error.js";
import { expectOneOf } from "./expect/one-of.js";
import { expectText } from "./expect/text.js";
import type { Language, LocalizedText } from "./localized-text.js";

/**
 * The sentence of an error, outcome or warning in one language.
 *
 * @param language `en` or `zh`
 * @param text a `CxMetricsError`, or anything with a `message` in both languages
 * @returns the sentence
 * @throws `CxMetricsError` `document.not-allowed` for another language, `document.wrong-type` for something without a message
 * @example
 * ```ts
 * const reason = { en: "No answer is valid.", zh: "没有有效回答。" };
 * messageIn("zh", { message: reason }); // => "没有有效回答。"
 * messageIn("en", new CxMetricsError({ code: "x", ...reason })); // => "No answer is valid."
 * ```
 */
export function messageIn(
  language: Language,
  text: { readonly message: LocalizedText } | CxMetricsError,
): string {
  expectOneOf(language, ["language"], ["en", "zh"]);
  const sentences: Partial<LocalizedText> | undefined =
    typeof text === "object" && text !== null
      ? "messages" in text
        ? text.messages
        : text.message
      : undefined;
  return expectText(sentences?.[language], ["message", language]);
}
