import type { LocalizedText } from "./localized-text.js";
import { nearestName } from "./nearest-name.js";

/**
 * The part of a message that offers the nearest name, for a `{hint}` place; blank when none is close. The English begins with
 * a space, so that the place stands directly behind a full stop.
 *
 * @param name what was written
 * @param candidates what could have been meant
 * @returns a question in both languages, or blanks
 * @example
 * ```ts
 * didYouMean("wieght", ["weight", "title"]).en; // => ' Did you mean "weight"?'
 * didYouMean("wieght", ["weight", "title"]).zh; // => "是否想写“weight”？"
 * ```
 */
export function didYouMean(name: string, candidates: readonly string[]): LocalizedText {
  const nearest = nearestName(name, candidates);
  if (nearest === undefined) return { en: "", zh: "" };
  return { en: ` Did you mean "${nearest}"?`, zh: `是否想写“${nearest}”？` };
}
