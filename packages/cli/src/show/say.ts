import { fillMessage, type Language, type LocalizedText, type ProblemValues } from "@cxmetrics/definition";

/** A text in one language, its places filled. */
export function say(lang: Language, text: LocalizedText, values: ProblemValues = {}): string {
  return fillMessage(text, values)[lang];
}
