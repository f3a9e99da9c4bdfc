import type { Problem } from "./cx-metrics-error.js";

export const unsafeKey: Problem = {
  code: "document.unsafe-key",
  en: 'The key "{key}" is not allowed in a document. Rename it.',
  zh: "文档中不允许使用键“{key}”，请改名。",
};

export const tooDeep: Problem = {
  code: "document.too-deep",
  en: "The document is nested more than {limit} levels deep, or contains itself. Flatten it.",
  zh: "文档嵌套超过 {limit} 层，或包含对自身的引用。请减少嵌套层级。",
};

export const tooLarge: Problem = {
  code: "document.too-large",
  en: "The document is longer than {limit} characters. Split it.",
  zh: "文档超过 {limit} 个字符，请拆分。",
};

export const notPlainData: Problem = {
  code: "document.not-plain-data",
  en: "A document holds only objects, lists, texts, finite numbers, true, false and null; found {found}. Remove or replace it.",
  zh: "文档只能包含对象、列表、文本、有限数字、true、false 和 null，此处为：{found}。请删除或替换。",
};

export const unreadable: Problem = {
  code: "document.unreadable",
  en: "The text is neither JSON nor YAML. Line {line}, column {column}: {reason}. Mend it there.",
  zh: "文本既不是有效的 JSON，也不是有效的 YAML。第 {line} 行第 {column} 列：{reason}。请在该处修正。",
};

export const wrongType: Problem = {
  code: "document.wrong-type",
  en: "Expected {expected} here, found {found}. Replace it.",
  zh: "此处应为{expected}，实际为：{found}。请改正。",
};

export const unknownKey: Problem = {
  code: "document.unknown-key",
  en: 'Unknown key "{key}".{hint} Allowed keys: {allowed}.',
  zh: "未知的键“{key}”。{hint}可用的键：{allowed}。",
};

export const missingKey: Problem = {
  code: "document.missing-key",
  en: 'The key "{key}" is missing. Add it.',
  zh: "缺少键“{key}”，请补充。",
};

export const notAllowed: Problem = {
  code: "document.not-allowed",
  en: "{found} is not allowed here.{hint} Choose one of: {allowed}.",
  zh: "此处不能使用 {found}。{hint}可选值：{allowed}。",
};

export const badReference: Problem = {
  code: "definition.bad-reference",
  en: "{found} does not name a definition. Write id@version, for example csat.top-2-of-5@1.0.0.",
  zh: "{found} 不是定义的名称。请写成 id@version，例如 csat.top-2-of-5@1.0.0。",
};
