import type { Column } from "./column.js";
import { expectColumn } from "./expect-column.js";

/**
 * The numbers of a column, `null` where a row holds none.
 *
 * @throws `CxMetricsError` `column.wrong-shape`
 * @example
 * ```ts
 * columnToArray(columnFrom([4.5, null])); // => [4.5, null]
 * ```
 */
export function columnToArray(column: Column): (number | null)[] {
  const { values, fault } = expectColumn(column, []);
  // A column built by hand may hold NaN; that is no number either.
  return Array.from(values, (value, row) => (fault[row] === 0 && Number.isFinite(value) ? value : null));
}
