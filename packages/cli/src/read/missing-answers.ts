import { parseList } from "../list-option.js";
import { textToNumber } from "./text-to-number.js";

/** What stands for "no answer" beside a blank cell. */
export interface MissingAnswers {
  /** Codes, compared as numbers. */
  readonly codes: readonly number[];
  /** Texts, trimmed and in lower case. */
  readonly texts: ReadonlySet<string>;
}

/** Only blank cells are missing. */
export const onlyBlank: MissingAnswers = { codes: [], texts: new Set() };

/**
 * Reads `--missing`: codes and texts that stand for "no answer". Codes are compared as numbers (11 equals 11.0), texts without
 * regard to letter case and surrounding blanks.
 *
 * @param text what the user wrote
 * @param option option that it belongs to, for the message
 * @throws `CxMetricsError` `usage.empty-list-member`
 * @example
 * ```js
 * parseMissing("0, 11,Blank").codes; // => [0, 11]
 * parseMissing("0, 11,Blank").texts.has("blank"); // => true
 * ```
 */
export function parseMissing(text: string | undefined, option = "--missing"): MissingAnswers {
  const codes = new Set<number>();
  const texts = new Set<string>();
  for (const member of parseList(text, option)) {
    const code = textToNumber(member);
    if (code === undefined) texts.add(member.toLowerCase());
    else codes.add(code);
  }
  return { codes: [...codes], texts };
}
