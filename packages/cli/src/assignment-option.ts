import { CxMetricsError } from "@cxmetrics/definition";
import { badAssignment, badNumberOption } from "./problems.js";
import { textToNumber } from "./read/text-to-number.js";

/** One `name=value` of an option. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
}

/**
 * Reads `name=value`; the name may hold equal signs itself, the value may not.
 *
 * @throws `CxMetricsError` `usage.bad-assignment`
 * @example
 * ```js
 * parseAssignment("App.ease = 80", "--set"); // => { name: "App.ease", value: "80" }
 * ```
 */
export function parseAssignment(text: string, option: string): Assignment {
  const at = text.lastIndexOf("=");
  const name = text.slice(0, Math.max(at, 0)).trim();
  if (name === "")
    throw new CxMetricsError(badAssignment, { path: [option], values: { option, found: text } });
  return { name, value: text.slice(at + 1).trim() };
}

/**
 * Reads a number, or what stands for a missing value: nothing at all, or the word `missing`.
 *
 * @throws `CxMetricsError` `usage.bad-number`
 * @example
 * ```js
 * parseValue("0", "--set"); // => 0
 * parseValue("missing", "--set"); // => null
 * ```
 */
export function parseValue(text: string, option: string): number | null {
  if (text === "" || /^(?:missing|null)$/i.test(text)) return null;
  const value = textToNumber(text);
  if (value !== undefined) return value;
  const expected = { en: "or the word missing", zh: "或单词 missing" };
  throw new CxMetricsError(badNumberOption, {
    path: [option],
    values: { option, found: text, expected, kind: { en: "a number", zh: "数字" } },
  });
}

/** Gathers an option that may be given several times. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
