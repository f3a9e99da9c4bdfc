import { CxMetricsError, didYouMean } from "@cxmetrics/definition";
import type { Column } from "@cxmetrics/formula";
import type { IndexTable } from "../index-table.js";
import { unknownPeriod } from "../problems.js";
import type { FitScope, ReferenceColumn } from "./calibration.js";

/** The values of a column that are there, in some of its rows or in all; with the table, where they stand in it. */
export function presentValues(
  { values, fault }: Column,
  rows?: readonly number[],
  table?: IndexTable,
): ReferenceColumn {
  const present: number[] = [];
  const found: number[] = [];
  const count = rows ? rows.length : values.length;
  for (let index = 0; index < count; index += 1) {
    const row = rows ? (rows[index] as number) : index;
    if (fault[row] !== 0) continue;
    present.push(values[row] as number);
    found.push(row);
  }
  const column = { values: Float64Array.from(present), n: present.length };
  return table ? { ...column, source: { table, rows: found } } : column;
}

/** Rows of a reference table that a scope names; `undefined` for all. */
export function rowsOfScope(
  scope: FitScope | undefined,
  table: IndexTable,
  node: string,
): readonly number[] | undefined {
  if (scope === undefined || scope === "pooled") return undefined;
  const { period } = scope;
  const periods: readonly string[] = table.periods ?? [];
  const rows = periods.flatMap((name, row) => (name === period ? [row] : []));
  if (rows.length > 0) return rows;
  const hint = didYouMean(period, [...new Set(periods)].slice(0, 1000));
  throw new CxMetricsError(unknownPeriod, { path: ["nodes", node], values: { node, period, hint } });
}
