import { CxMetricsError } from "@cxmetrics/definition";
import { badNumberOption } from "./problems.js";
import { textToNumber } from "./read/text-to-number.js";

/**
 * Reads the number of an option that must lie in a range.
 *
 * @param text what the user wrote, `undefined` when the option was not given
 * @param option option that it belongs to, for the message
 * @param range what is welcome; with `open`, the bounds themselves are not
 * @throws `CxMetricsError` `usage.bad-number`
 * @example
 * ```js
 * parseNumberOption(".95", "--level", { least: 0, most: 1, open: true }); // => 0.95
 * ```
 */
export function parseNumberOption(
  text: string | undefined,
  option: string,
  range: {
    readonly least: number;
    readonly most: number;
    readonly open?: boolean;
    readonly integer?: boolean;
  },
): number | undefined {
  if (text === undefined) return undefined;
  const value = textToNumber(text);
  const inside =
    value !== undefined &&
    (range.open ? value > range.least && value < range.most : value >= range.least && value <= range.most) &&
    (!range.integer || Number.isSafeInteger(value));
  if (!inside) {
    const relation = range.open ? "<" : "≤";
    const most = range.most === Number.POSITIVE_INFINITY ? "" : ` ${relation} ${range.most}`;
    const expected = `${range.least} ${relation} x${most}`;
    throw new CxMetricsError(badNumberOption, {
      path: [option],
      values: {
        option,
        found: text,
        expected,
        kind: range.integer ? { en: "a whole number", zh: "整数" } : { en: "a number", zh: "数字" },
      },
    });
  }
  return value;
}
