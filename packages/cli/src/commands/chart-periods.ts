import { CxMetricsError, isCxMetricsError } from "@cxmetrics/definition";
import { type ControlChartInput, controlChart } from "@cxmetrics/stats";
import { inRow } from "../problems.js";
import type { Table } from "../read/read-table.js";
import type { ChartColumns, ChartKind } from "./chart-columns.js";
import type { ChartChoices } from "./chart-options.js";
import type { PeriodRow } from "./read-periods.js";

/**
 * The chart of a table of periods. What is refused about a point is told with the row of the file.
 *
 * @throws `CxMetricsError` as `controlChart` does
 */
export async function chartPeriods(
  kind: Exclude<ChartKind, "nps">,
  periods: readonly PeriodRow[],
  choices: ChartChoices,
  table: Table,
  columns: ChartColumns,
): Promise<ReturnType<typeof controlChart>> {
  try {
    return controlChart(inputOf(kind, periods, choices));
  } catch (thrown) {
    throw await withPointRow(thrown, periods, table, columns);
  }
}

function inputOf(
  kind: Exclude<ChartKind, "nps">,
  periods: readonly PeriodRow[],
  choices: ChartChoices,
): ControlChartInput {
  if (kind === "c") return { ...choices, kind, points: periods };
  if (kind === "xmr" || kind === "ewma" || kind === "cusum") return { ...choices, kind, points: periods };
  const points = periods.map(({ label, count, size }) =>
    // A period without answers and without cases has no data. Half a pair is refused, as NaN.
    count === null && (size === null || size === 0)
      ? { label, count: 0, size: 0 }
      : { label, count: count ?? Number.NaN, size: size ?? Number.NaN },
  );
  return { ...choices, kind, points };
}

async function withPointRow(
  thrown: unknown,
  periods: readonly PeriodRow[],
  table: Table,
  columns: ChartColumns,
): Promise<unknown> {
  if (!isCxMetricsError(thrown)) return thrown;
  const [list, index, member] = thrown.path;
  const period = list === "points" && typeof index === "number" ? periods[index] : undefined;
  const column = member === "count" || member === "size" || member === "value" ? columns[member] : undefined;
  if (period === undefined || column === undefined) return thrown;
  const row = await table.rowNumber(period.record);
  const values = { ...thrown.values, file: table.shown, column: column.trim(), row };
  return new CxMetricsError(
    { ...inRow, code: thrown.code },
    { path: [table.shown, column.trim(), row], values: { ...values, reason: thrown.messages } },
  );
}
