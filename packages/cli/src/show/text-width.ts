// East Asian Wide and Fullwidth blocks (Unicode Standard Annex 11), and the pictographs that terminals draw two columns wide.
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const zero = /[\p{Mn}\p{Me}\p{Cf}]/u;

/**
 * Columns that a text takes on a terminal: Chinese, Japanese and Korean characters take two, combining marks none.
 *
 * @example
 * ```js
 * textWidth("NPS 得分"); // => 8
 * ```
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
