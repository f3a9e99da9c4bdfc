import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { expectColumn } from "../expect-column.js";
import { badValue, columnTooShort } from "./problems.js";

/** A column of values beside the events, as small numbers in order of first appearance. */
export interface RowValues {
  readonly codes: Int32Array;
  readonly names: readonly string[];
}

/** The code of a row without a value. */
export const noValue = -1;

/** Reads one value a row: texts; numbers, `true` and `false` become text; `null`, `undefined` and `NaN` are none. */
export function rowValues(values: unknown, rows: number, column: string): RowValues {
  const list = expectColumn(values, [column]);
  if (list.length !== rows)
    throw new CxMetricsError(columnTooShort, {
      path: [column],
      values: { column, found: list.length, expected: rows },
    });
  const codes = new Int32Array(rows);
  const names: string[] = [];
  const codeOf = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const value = list[row];
    if (value === null || value === undefined || Number.isNaN(value)) {
      codes[row] = noValue;
      continue;
    }
    if (typeof value !== "string" && typeof value !== "boolean" && !Number.isFinite(value))
      throw new CxMetricsError(badValue, {
        path: [column, row],
        values: { column, found: describeValue(value) },
      });
    const name = String(value);
    const code = codeOf.get(name) ?? names.push(name) - 1;
    codeOf.set(name, code);
    codes[row] = code;
  }
  return { codes, names };
}
