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
  const numbers = new Array<number | null>(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    // A column built by hand may hold NaN; that is no number either.
    numbers[row] = fault[row] === 0 && value * 0 === 0 ? value : null;
  }
  return numbers;
}
