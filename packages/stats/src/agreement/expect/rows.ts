import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { notATable, raggedTable } from "../problems.js";

/** Rows of equal length, copied; every cell read by `cell`. */
export function rowsOf<T>(
  table: unknown,
  name: string,
  cell: (value: unknown, path: readonly (string | number)[]) => T,
): readonly (readonly T[])[] {
  const list = listOf(table, name, [name]);
  let width = -1;
  return list.map((row, index) => {
    const cells = listOf(row, `${name}[${index}]`, [name, index]);
    if (width < 0) width = cells.length;
    if (cells.length !== width) {
      const values = { row: index, found: cells.length, expected: width };
      throw new CxMetricsError(raggedTable, { path: [name, index], values });
    }
    return cells.map((value, column) => cell(value, [name, index, column]));
  });
}

/** A copy without holes: a hole is read as undefined, which no cell accepts. */
function listOf(value: unknown, name: string, path: readonly (string | number)[]): readonly unknown[] {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value))
    return Array.from(value as ArrayLike<unknown>);
  throw new CxMetricsError(notATable, { path, values: { name, found: describeValue(value) } });
}
