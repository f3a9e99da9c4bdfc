import { textWidth } from "./text-width.js";

/**
 * A text cut to what fits into so many columns of a terminal, with an ellipsis where something was cut.
 *
 * @example
 * ```js
 * shorten("Harvard Business Review", 10); // => "Harvard B…"
 * shorten("客户满意度", 7); // => "客户满…"
 * ```
 */
export function shorten(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    used += textWidth(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
