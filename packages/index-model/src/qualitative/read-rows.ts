import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { notRatings } from "./problems.js";

/** Expects a list of rows of equal length; `cell` reads each member. */
export function readRows<T>(
  value: unknown,
  name: string,
  cell: (item: unknown, path: ProblemPath) => T,
): readonly (readonly T[])[] {
  const refuse = (found: unknown) =>
    new CxMetricsError(notRatings, { path: [name], values: { name, found: describeValue(found) } });
  if (!Array.isArray(value)) throw refuse(value);
  const rows = Array.from(value, (row: unknown) => {
    if (!Array.isArray(row)) throw refuse(row);
    return Array.from(row as readonly unknown[]);
  });
  const width = rows[0]?.length ?? 0;
  return rows.map((row, at) => {
    if (row.length !== width) throw refuse(row);
    return row.map((item, column) => cell(item, [name, at, column]));
  });
}
