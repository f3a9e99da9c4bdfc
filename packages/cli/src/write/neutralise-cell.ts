/**
 * A text cell that no spreadsheet takes for a formula: one that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an
 * apostrophe before it. Numbers are not texts and stay as they are.
 *
 * @example
 * ```js
 * neutraliseCell('=HYPERLINK("x")'); // => "'=HYPERLINK(\"x\")"
 * neutraliseCell("Austria"); // => "Austria"
 * ```
 */
export function neutraliseCell(text: string): string {
  return /^[\s\p{Cc}]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) ? `'${text}` : text;
}
