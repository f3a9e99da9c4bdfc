import { CxMetricsError, type ProblemPath } from "../cx-metrics-error.js";
import { describeValue } from "../describe-value.js";
import type { LocalizedText } from "../localized-text.js";
import { inside } from "../problem-path.js";
import { wrongType } from "../problems.js";

/**
 * Expects a list with at least `least` members, and reads each of them.
 *
 * @param value what stands in the document
 * @param path where it stands
 * @param read reads one member, given its own path
 * @param least fewest members that are welcome
 * @returns the members as read
 * @throws `CxMetricsError` `document.wrong-type`
 * @example
 * ```ts
 * expectList([3, 4], ["band"], (item, path) => expectNumber(item, path)); // => [3, 4]
 * ```
 */
export function expectList<T>(
  value: unknown,
  path: ProblemPath,
  read: (item: unknown, path: ProblemPath) => T,
  least = 0,
): readonly T[] {
  const refuse = (at: ProblemPath, expected: LocalizedText, found: LocalizedText) =>
    new CxMetricsError(wrongType, { path: at, values: { expected, found } });
  if (typeof read !== "function")
    throw refuse(["read"], { en: "a function", zh: "函数" }, describeValue(read));
  if (!Array.isArray(value) || value.length < least) {
    const expected =
      least > 0
        ? { en: `a list of at least ${least}`, zh: `至少 ${least} 项的列表` }
        : { en: "a list", zh: "列表" };
    const found = Array.isArray(value)
      ? { en: `a list of ${value.length}`, zh: `${value.length} 项的列表` }
      : describeValue(value);
    throw refuse(path, expected, found);
  }
  return Array.from(value, (item, index) => {
    const member = read(item, inside(path, index));
    // A reader of the caller's must not let NaN in either.
    if (typeof member === "number" && !Number.isFinite(member))
      throw refuse(inside(path, index), { en: "a finite number", zh: "有限数字" }, describeValue(member));
    return member;
  });
}
