import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { notACount, notATable, raggedTable, tableTooLarge } from "./problems.js";

/** Which cells may be shown. */
export interface SmallCellRule {
  /** Least count that may be shown; 11 for the rule of CMS. */
  readonly minimum: number;
  /** Whether 0 may be shown. */
  readonly zeroAllowed: boolean;
}

/** More cells would take seconds. */
const mostCells = 5000;

/** Counts above this could lose digits in sums. */
const mostCount = 1e11;

/** A list of counts. */
export function expectCounts(values: unknown, path: ProblemPath): readonly number[] {
  if (!Array.isArray(values) && !(ArrayBuffer.isView(values) && "length" in values))
    throw new CxMetricsError(notATable, { path, values: { found: describeValue(values) } });
  const list = values as ArrayLike<unknown>;
  tooLarge(list.length, path);
  return Array.from(list, (value, index) => {
    // Adding zero turns -0 into 0.
    if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= mostCount)
      return value + 0;
    throw new CxMetricsError(notACount, { path: [...path, index], values: { found: describeValue(value) } });
  });
}

/** Rows of counts, all of the same length. */
export function expectCountRows(rows: readonly unknown[], path: ProblemPath): readonly (readonly number[])[] {
  const read = Array.from(rows, (row, index) => expectCounts(row, [...path, index]));
  const expected = read[0]?.length ?? 0;
  for (const [row, { length }] of read.entries())
    if (length !== expected)
      throw new CxMetricsError(raggedTable, {
        path: [...path, row],
        values: { row, found: length, expected },
      });
  tooLarge(read.length * expected, path);
  return read;
}

function tooLarge(found: number, path: ProblemPath): void {
  if (found > mostCells)
    throw new CxMetricsError(tableTooLarge, { path, values: { found, most: mostCells } });
}
