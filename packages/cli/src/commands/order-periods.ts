import { textToNumber } from "../read/text-to-number.js";

const collator = new Intl.Collator("en", { numeric: true });

/**
 * The order in which periods follow one another: numbers by size, names that begin with a year (`2026-01-31`, `2026 Q1`, `2026-W5`) by
 * that and what follows. Other names (`Mon`, `wave A`) say nothing about time and stay in the order of the file.
 *
 * @param names name of each period, in the order of the file
 * @returns indices of the names, earliest first
 * @example
 * ```js
 * orderPeriods(["10", "9", "11"]); // => [1, 0, 2]
 * orderPeriods(["2026-W10", "2026-W9"]); // => [1, 0]
 * orderPeriods(["Mon", "Fri"]); // => [0, 1]
 * ```
 */
export function orderPeriods(names: readonly string[]): readonly number[] {
  const indices = [...names.keys()];
  const numbers = names.map(textToNumber);
  if (numbers.every((number) => number !== undefined))
    return indices.sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0));
  if (names.every((name) => /^\d{4}(?!\d)/.test(name)))
    return indices.sort((a, b) => collator.compare(names[a] ?? "", names[b] ?? ""));
  return indices;
}
