import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { badValue, notAColumn } from "./problems.js";

/** Largest size of a value that is squared or subtracted: its square stays far from the largest double. */
export const largestMeasured = 1e100;

/** Expects a list of numbers; `null`, `undefined` and `NaN` are missing and come back as `NaN`. */
export function readColumn(
  values: unknown,
  path: ProblemPath,
  most: number = Number.MAX_VALUE,
): Float64Array {
  const name = path.join(".");
  if (!Array.isArray(values) && !(ArrayBuffer.isView(values) && !(values instanceof DataView)))
    throw new CxMetricsError(notAColumn, { path, values: { name, found: describeValue(values) } });
  const list = values as ArrayLike<unknown>;
  const column = new Float64Array(list.length);
  for (let row = 0; row < list.length; row += 1) {
    const value = list[row];
    if (value === null || value === undefined || Number.isNaN(value)) column[row] = Number.NaN;
    else if (typeof value === "number" && Math.abs(value) <= most) column[row] = value + 0;
    else
      throw new CxMetricsError(badValue, {
        path: [...path, row],
        values: { name, row, found: describeValue(value), most },
      });
  }
  return column;
}

/** Rows that hold a number. */
export function presentRows(column: Float64Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < column.length; row += 1) if (!Number.isNaN(column[row])) rows.push(row);
  return rows;
}
