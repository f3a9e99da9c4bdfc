import type { NumberColumn } from "./column.js";
import { type MissingAnswers, onlyBlank } from "./missing-answers.js";

/**
 * The numbers of a column for a calculation that takes `null` for "no answer": blank cells and the codes of `--missing`.
 *
 * @example
 * ```js
 * const column = { kind: "number", values: Float64Array.of(4, NaN, 0) };
 * answersOf(column, { codes: [0], texts: new Set() }); // => [4, null, null]
 * ```
 */
export function answersOf(
  { values }: NumberColumn,
  { codes }: MissingAnswers = onlyBlank,
): readonly (number | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) || codes.includes(value) ? null : value));
}
