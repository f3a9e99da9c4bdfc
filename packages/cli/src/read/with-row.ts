import { CxMetricsError, isCxMetricsError } from "@cxmetrics/definition";
import { inRow } from "../problems.js";
import type { Table } from "./read-table.js";

/**
 * An error of a calculation about one element of a column, told again with the row of the file. Other errors come back as they are.
 *
 * @param thrown what a calculation threw
 * @param table table that the column came from
 * @param columns name in the file by the name that the calculation gives the column
 */
export async function withRow(
  thrown: unknown,
  table: Table,
  columns: Readonly<Record<string, string | undefined>>,
): Promise<unknown> {
  if (!isCxMetricsError(thrown)) return thrown;
  const name = thrown.path.at(-2);
  const record = thrown.path.at(-1);
  const column = typeof name === "string" && Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column === undefined || typeof record !== "number") return thrown;
  const row = await table.rowNumber(record);
  const { code } = thrown;
  return new CxMetricsError(
    { ...inRow, code },
    {
      path: [table.shown, column, row],
      values: { ...thrown.values, file: table.shown, column, row, reason: thrown.messages },
    },
  );
}

/**
 * Runs a calculation; what it refuses about one element of a column is told with the row of the file.
 *
 * @param calculate the calculation
 * @param table table that its columns came from
 * @param columns name in the file by the name that the calculation gives the column
 */
export async function namingRows<T>(
  calculate: () => T,
  table: Table,
  columns: Readonly<Record<string, string | undefined>>,
): Promise<T> {
  try {
    return calculate();
  } catch (thrown) {
    throw await withRow(thrown, table, columns);
  }
}
