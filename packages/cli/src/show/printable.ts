/**
 * A text from a file, safe to print on a terminal: control characters, which could move the cursor or change colours, and characters that
 * reverse the direction of writing are replaced.
 *
 * @example
 * ```js
 * printable("a\u001b[31mb\nc"); // => "a�[31mb c"
 * ```
 */
export function printable(text: string): string {
  return text.replaceAll(/\r\n|[\r\n\t]/g, " ").replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "\uFFFD");
}
