import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { chinese } from "./chinese.js";
import { notAPart } from "./problems.js";

/**
 * Joins parts of a Chinese sentence as `toProse` does: with a blank between a Chinese character and a Latin letter, digit or
 * half-width bracket, and none elsewhere. Only the seams are looked at: names stay as they are.
 *
 * @param parts texts in their order
 * @returns the sentence; empty without parts
 * @throws `CxMetricsError` `prose.not-a-text`
 * @example
 * ```ts
 * joinChinese("得分", "等于", "Apdex", "乘以", "100"); // => "得分等于 Apdex 乘以 100"
 * ```
 */
export function joinChinese(...parts: readonly string[]): string {
  parts.forEach((part: unknown, index) => {
    if (typeof part !== "string")
      throw new CxMetricsError(notAPart, { path: ["parts", index], values: { found: describeValue(part) } });
  });
  return chinese(...parts);
}
