import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import type { Column } from "./column.js";
import { isNumbers } from "./expect-column.js";
import { faultCode } from "./fault-code.js";
import { columnNotANumber, notAList, notApplicableLength } from "./problems.js";

/**
 * Builds a column from numbers. `null`, `undefined` and `NaN` are missing.
 *
 * @param values an array or typed array
 * @param notApplicable marks of the same length; a row marked `true` is not applicable, whatever its value
 * @throws `CxMetricsError` `column.not-a-number` for an infinity or a value of another type, `column.not-a-list`,
 * `column.length-mismatch`
 * @example
 * ```ts
 * const column = columnFrom([4.5, null, 3], [false, false, true]);
 * columnToArray(column); // => [4.5, null, null]
 * faultsOf(column); // => [null, "missing", "not-applicable"]
 * ```
 */
export function columnFrom(
  values: ArrayLike<number | null | undefined>,
  notApplicable?: ArrayLike<boolean>,
): Column {
  const length = expectLength(values, "values");
  if (notApplicable !== undefined && expectLength(notApplicable, "notApplicable") !== length)
    throw new CxMetricsError(notApplicableLength, {
      path: ["notApplicable"],
      values: { found: notApplicable.length, expected: length },
    });
  const column: Column = { values: new Float64Array(length), fault: new Uint8Array(length) };
  if (isNumbers(values) && notApplicable === undefined && copyFinite(values, column.values)) return column;
  for (let row = 0; row < length; row += 1) {
    const value: unknown = values[row];
    const missing = value === null || value === undefined || Number.isNaN(value);
    if (!missing && (typeof value !== "number" || !Number.isFinite(value)))
      throw new CxMetricsError(columnNotANumber, {
        path: [row],
        values: { row, found: describeValue(value) },
      });
    if (notApplicable?.[row] === true) column.fault[row] = faultCode["not-applicable"];
    else if (missing) column.fault[row] = faultCode.missing;
    else column.values[row] = (value as number) + 0;
    if (missing || notApplicable?.[row] === true) column.values[row] = 0;
  }
  return column;
}

/** Copies numbers as long as all are finite, and answers whether they are. Adding 0 turns −0 into 0. */
function copyFinite(from: Float64Array, to: Float64Array): boolean {
  let check = 0;
  for (let row = 0; row < from.length; row += 1) {
    const value = from[row] as number;
    check += value * 0;
    to[row] = value + 0;
  }
  return check === 0;
}

function expectLength(list: unknown, name: string): number {
  if (Array.isArray(list) || (ArrayBuffer.isView(list) && !(list instanceof DataView)))
    return (list as ArrayLike<unknown>).length;
  throw new CxMetricsError(notAList, { path: [name], values: { found: describeValue(list) } });
}
