import { CxMetricsError } from "@cxmetrics/definition";
import type { IndexTable } from "@cxmetrics/index-model";
import { unknownPeriod } from "../problems.js";
import { didYouMean, someNames } from "../read/hint.js";
import { orderPeriods } from "./order-periods.js";

/** The rows of one period. */
export interface PeriodTable {
  readonly period: string;
  readonly table: IndexTable;
}

/**
 * A table cut into its periods, in the order of time.
 *
 * @param table a table with periods
 * @example
 * ```js
 * const table = { units: ["App", "Web", "App"], columns: { ease: [60, 70, 65] }, periods: ["2025", "2024", "2024"] };
 * tablePeriods(table).map(({ period, table }) => [period, table.units.length]); // => [["2024", 2], ["2025", 1]]
 * ```
 */
export function tablePeriods(table: IndexTable): readonly PeriodTable[] {
  const rows = new Map<string, number[]>();
  table.periods?.forEach((period, row) => {
    const found = rows.get(period) ?? [];
    rows.set(period, found);
    found.push(row);
  });
  const names = [...rows.keys()];
  return orderPeriods(names).map((at) => {
    const period = names[at] ?? "";
    return { period, table: rowsOfTable(table, rows.get(period) ?? []) };
  });
}

/** The period of a name. */
export function periodNamed(
  periods: readonly PeriodTable[],
  name: string,
  option: string,
  file: string,
): PeriodTable {
  const wanted = name.trim();
  const found = periods.find(({ period }) => period === wanted);
  if (found) return found;
  const known = periods.map(({ period }) => period);
  const values = { file, period: wanted, hint: didYouMean(wanted, known), periods: someNames(known) };
  throw new CxMetricsError(unknownPeriod, { path: [option], values });
}

function rowsOfTable(table: IndexTable, rows: readonly number[]): IndexTable {
  const pick = <T>(list: ArrayLike<T>): T[] => rows.map((row) => list[row] as T);
  const each = <T>(lists: Readonly<Record<string, ArrayLike<T>>>) =>
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, pick(list)] as const));
  return {
    units: pick(table.units),
    columns: each(table.columns),
    ...(table.attributes ? { attributes: each(table.attributes) } : {}),
    ...(table.periods ? { periods: pick(table.periods) } : {}),
  };
}
