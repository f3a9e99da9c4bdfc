import type { LocalizedText } from "@cxmetrics/definition";

/** Parameters of a refinement whose sentence exists in both languages; `toCxMetricsError` reads them. */
export function rule(
  en: string,
  zh: string,
  path: (string | number)[] = [],
): { error: string; params: { messages: LocalizedText }; path: (string | number)[] } {
  return { error: en, params: { messages: { en, zh } }, path };
}

/** Whether no two members of a list have the same key. */
export function distinct<T>(list: readonly T[], key: (member: T) => unknown): boolean {
  return new Set(list.map(key)).size === list.length;
}
