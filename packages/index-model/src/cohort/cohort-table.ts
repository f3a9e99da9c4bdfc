import {
  CxMetricsError,
  expectList,
  expectNumber,
  expectRecord,
  type ProblemPath,
} from "@cxmetrics/definition";
import { compensatedSum } from "@cxmetrics/stats";
import { columnLengths, tooManyColumns, tooManyUnits, weightsSumToZero, wrongCount } from "./problems.js";
import { largestMeasured, readColumn } from "./read-column.js";

/** Several criteria over the same units, each turned so that more is better. */
export interface CohortTable {
  /** One list per criterion, one number per unit; `null` (or `NaN`) is missing. */
  readonly columns: readonly ArrayLike<number | null>[];
  /** Relative weights of the columns, 0 or more; equal when left out. Their scale does not matter. */
  readonly weights?: readonly number[];
}

/** A checked table: the columns that carry weight, over the units that have all of them. */
export interface ReadTable {
  /** Rows of the table. */
  readonly length: number;
  /** Rows that take part. */
  readonly rows: readonly number[];
  /** Every column over the rows that take part; a column without weight may hold `NaN`. */
  readonly columns: readonly Float64Array[];
  /** Weights that sum to 1, one per column. */
  readonly weights: readonly number[];
}

/** Checks a table. A unit that lacks a value in a column with positive weight takes no part. */
export function readTable(table: unknown, most = largestMeasured, withWeights = true): ReadTable {
  const record = expectRecord(table, ["table"], ["columns"], withWeights ? ["weights"] : []);
  const columns = expectList(
    record["columns"],
    ["columns"],
    (column, path) => readColumn(column, path, most),
    1,
  );
  const length = columns[0]?.length ?? 0;
  for (const [place, column] of columns.entries())
    if (column.length !== length)
      throw new CxMetricsError(columnLengths, {
        path: ["columns", place],
        values: { name: `columns.${place}`, found: column.length, expected: length },
      });
  const weights = readWeights(record["weights"], columns.length, ["weights"]);
  const rows: number[] = [];
  for (let row = 0; row < length; row += 1)
    if (columns.every((column, place) => weights[place] === 0 || !Number.isNaN(column[row]))) rows.push(row);
  const taken = columns.map((column) => Float64Array.from(rows, (row) => column[row] ?? Number.NaN));
  return { length, rows, columns: taken, weights };
}

/** Expects one relative weight per column, and scales them to the sum 1. */
export function readWeights(value: unknown, count: number, path: ProblemPath): readonly number[] {
  if (value === undefined) return new Array<number>(count).fill(1 / count);
  const name = path.join(".");
  const list = expectList(value, path, (item, at) => expectNumber(item, at, { least: 0, most: 1e15 }));
  if (list.length !== count)
    throw new CxMetricsError(wrongCount, { path, values: { name, found: list.length, expected: count } });
  const sum = compensatedSum(list);
  if (sum === 0) throw new CxMetricsError(weightsSumToZero, { path, values: { name } });
  return list.map((weight) => weight / sum);
}

/** Refuses a cohort whose pairs would not fit into memory or patience. */
export function expectAtMost(found: number, most: number): void {
  if (found > most) throw new CxMetricsError(tooManyUnits, { path: ["columns"], values: { found, most } });
}

/** Refuses more columns than an optimisation can handle in reasonable time. */
export function expectColumnsAtMost(found: number, most: number): void {
  if (found > most) throw new CxMetricsError(tooManyColumns, { path: ["columns"], values: { found, most } });
}
