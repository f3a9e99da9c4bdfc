import { CxMetricsError } from "@cxmetrics/definition";
import { emptyListMember } from "./problems.js";

/**
 * Reads a list separated by commas. Blanks around a member do not count.
 *
 * @param text what the user wrote, `undefined` when the option was not given
 * @param option option that it belongs to, for the message
 * @throws `CxMetricsError` `usage.empty-list-member` for `A,,B`
 * @example
 * ```js
 * parseList("apply, approve,pay", "--steps"); // => ["apply", "approve", "pay"]
 * parseList(undefined, "--by"); // => []
 * ```
 */
export function parseList(text: string | undefined, option: string): readonly string[] {
  if (text === undefined) return [];
  const members = text.split(",").map((member) => member.trim());
  if (members.includes(""))
    throw new CxMetricsError(emptyListMember, { path: [option], values: { option, found: text } });
  return members;
}
