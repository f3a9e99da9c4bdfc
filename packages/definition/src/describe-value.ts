import type { LocalizedText } from "./localized-text.js";

const same = (text: string): LocalizedText => ({ en: text, zh: text });

/**
 * Names any value in an error message without printing much of it, and without running any of its own code.
 *
 * @param value whatever a caller passed
 * @returns a short text in both languages
 * @example
 * ```ts
 * describeValue([1, 2]).zh; // => "列表"
 * describeValue("a\tb").en; // => '"a\\tb"'
 * ```
 */
export function describeValue(value: unknown): LocalizedText {
  if (typeof value === "string") {
    // Written as JSON, so that blanks, control characters and lone surrogates can be seen.
    return same(JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value));
  }
  if (typeof value === "bigint") return { en: "a BigInt", zh: "BigInt" };
  if (typeof value === "function") return { en: "a function", zh: "函数" };
  if (value instanceof Date) return { en: "a Date", zh: "Date 对象" };
  if (Array.isArray(value)) return { en: "a list", zh: "列表" };
  if (typeof value === "object" && value !== null) return { en: "an object", zh: "对象" };
  if (value === undefined) return { en: "nothing", zh: "空" };
  return same(String(value));
}
