/** Longest text that a cell holds. */
const longest = 32_000;

/** Words that a reader of the file would take for an error of the sheet. */
const errorWord = /^#(?:N\/A|[A-Z0-9_/]+[!?])$/;

/**
 * A text that no sheet takes for a formula or an error: one that begins with `=`, `+`, `-`, `@` or is an error word gets an apostrophe before
 * it. Control characters and broken surrogates, which no file may hold, become spaces.
 */
export function safeText(text: string): string {
  const clean = text
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .slice(0, longest);
  return /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(clean) || errorWord.test(clean.trim())
    ? `'${clean}`
    : clean;
}
