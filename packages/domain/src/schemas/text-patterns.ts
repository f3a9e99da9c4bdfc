import type { LocalizedText } from "@cxmetrics/definition";

/** A form that a text must have, and how to tell a reader in words what the form is. */
export interface TextPattern {
  readonly form: RegExp;
  readonly expected: LocalizedText;
}

/** At least one character that is not white space. */
export const notBlank: TextPattern = {
  form: /\S/,
  expected: { en: "a text that is not blank", zh: "非空白文本" },
};

/** An identifier inside one's own data: short, printable, without white space. */
export const identifier: TextPattern = {
  form: /^[^\s\p{C}]{1,200}$/u,
  expected: {
    en: "an identifier of 1 to 200 characters without white space",
    zh: "1 至 200 个字符且不含空白的标识符",
  },
};

/** A pseudonym: an identifier that is at least no e-mail address. */
export const pseudonym: TextPattern = {
  form: /^[^\s\p{C}@]{1,200}$/u,
  expected: {
    en: "a pseudonym of 1 to 200 characters without white space or @",
    zh: "1 至 200 个字符且不含空白和 @ 的假名标识",
  },
};

/** A semantic version without build metadata. */
export const semanticVersion: TextPattern = {
  form: /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/,
  expected: { en: "a semantic version such as 1.0.0", zh: "语义化版本号，例如 1.0.0" },
};

/** A language tag after BCP 47, its usual part. */
export const languageTag: TextPattern = {
  form: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
  expected: { en: "a language tag such as zh-CN", zh: "语言标签，例如 zh-CN" },
};

/** Lower-case words joined by hyphens, as kinds and codes are written. */
export const kebabCase: TextPattern = {
  form: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  expected: { en: "lower-case words joined by hyphens", zh: "以连字符连接的小写单词" },
};

/** A year, a month or a day. */
export const partialDate: TextPattern = {
  form: /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
  expected: {
    en: "a date YYYY, YYYY-MM or YYYY-MM-DD",
    zh: "日期（YYYY、YYYY-MM 或 YYYY-MM-DD）",
  },
};

/** An address that a browser may follow without running anything. */
export const webAddress: TextPattern = {
  form: /^https?:\/\/\S+$/,
  expected: {
    en: "an address that begins with http:// or https://",
    zh: "以 http:// 或 https:// 开头的网址",
  },
};

/** Every pattern in use, so that an error can say the form in words in place of a regular expression. */
export const textPatterns: readonly TextPattern[] = [
  notBlank,
  identifier,
  pseudonym,
  semanticVersion,
  languageTag,
  kebabCase,
  partialDate,
  webAddress,
];
