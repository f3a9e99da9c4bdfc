import type { LocalizedText } from "@cxmetrics/definition";
import * as z from "zod";
import { textPatterns } from "./text-patterns.js";

/** The languages of this project as zod words them; used for one error at a time, never configured globally. */
const english = z.locales.en().localeError;
const chinese = z.locales.zhCN().localeError;

/** What zod calls a type, in words. */
const types = new Map<string, LocalizedText>([
  ["string", { en: "a text", zh: "文本" }],
  ["number", { en: "a number", zh: "数字" }],
  ["int", { en: "a whole number", zh: "整数" }],
  ["boolean", { en: "true or false", zh: "布尔值" }],
  ["array", { en: "a list", zh: "列表" }],
  ["object", { en: "an object", zh: "对象" }],
  ["record", { en: "an object", zh: "对象" }],
  ["null", { en: "null", zh: "空值" }],
]);

/** What a field wants whose name ends in `Ms`; dates in other forms are what is most often given in its place. */
const milliseconds: LocalizedText = {
  en: "a number of milliseconds (for a date: since 1970-01-01 UTC, as Date.parse gives it)",
  zh: "毫秒数（日期须换算为自 1970-01-01 UTC 起的毫秒数，例如用 Date.parse）",
};

/**
 * Words for one issue in both languages. What every reader meets (wrong type, missing key, form of a text, unknown kind) is
 * worded here, the rest by zod's own locales.
 *
 * @param issue an issue as zod finished it
 * @param found what stands at its place, or `null` when that is not known
 */
export function wordIssue(issue: z.core.$ZodIssue, found: { readonly value: unknown } | null): LocalizedText {
  if (issue.code === "custom") {
    const messages: unknown = issue.params?.["messages"];
    if (isLocalizedText(messages)) return messages;
  }
  if (issue.code === "invalid_format") {
    const known = textPatterns.find(({ form }) => String(form) === issue.pattern);
    if (known) return expected([known.expected]);
  }
  if (issue.code === "invalid_union" && "options" in issue && Array.isArray(issue.options)) {
    const choices = issue.options.map(String).join(", ");
    return { en: `expected one of ${choices}`, zh: `应为以下之一：${choices}` };
  }
  const wanted = wantedTypes(issue);
  if (wanted) return wordType(wanted, found);
  const raw = { ...issue, input: found?.value } as z.core.$ZodRawIssue;
  return { en: textOf(english(raw), issue.message), zh: textOf(chinese(raw), issue.message) };
}

/** The types that would have been welcome: one, or those of a union none of whose alternatives began to fit. */
function wantedTypes(issue: z.core.$ZodIssue): LocalizedText[] | undefined {
  if (issue.code === "invalid_type") {
    const type = /Ms$/.test(String(issue.path?.at(-1))) ? milliseconds : types.get(issue.expected);
    return type && [type];
  }
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return undefined;
  const wanted: LocalizedText[] = [];
  for (const [first] of issue.errors) {
    const type =
      first?.code === "invalid_type" && first.path.length === 0 ? types.get(first.expected) : undefined;
    if (!type) return undefined;
    wanted.push(type);
  }
  return wanted;
}

function wordType(wanted: LocalizedText[], found: { readonly value: unknown } | null): LocalizedText {
  const words = expected(wanted);
  if (!found) return words;
  const { value } = found;
  if (value === undefined) return { en: `it is missing, ${words.en}`, zh: `缺少该项，${words.zh}` };
  const kind = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  // NaN and infinities are numbers to JavaScript only.
  const given = typeof value === "number" ? undefined : types.get(kind);
  const name = given ?? { en: String(value), zh: String(value) };
  return { en: `${words.en}, found ${name.en}`, zh: `${words.zh}，实际为：${name.zh}` };
}

function expected(wanted: readonly LocalizedText[]): LocalizedText {
  const zh = joined(
    wanted.map((words) => words.zh),
    "、",
    "或",
  );
  // A Latin letter or a digit stands off from a Chinese character.
  return {
    en: `expected ${joined(
      wanted.map((words) => words.en),
      ", ",
      " or ",
    )}`,
    zh: /^\w/.test(zh) ? `应为 ${zh}` : `应为${zh}`,
  };
}

function joined(words: readonly string[], comma: string, or: string): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(comma)}${or}${words.at(-1)}`;
}

function textOf(said: string | { message: string } | undefined | null, otherwise: string): string {
  const text = typeof said === "string" ? said : (said?.message ?? otherwise);
  return text.replace(/[.。]$/, "");
}

function isLocalizedText(value: unknown): value is LocalizedText {
  return typeof value === "object" && value !== null && "en" in value && "zh" in value;
}
