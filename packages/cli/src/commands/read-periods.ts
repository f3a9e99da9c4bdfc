import { CxMetricsError, fillMessage } from "@cxmetrics/definition";
import { estimateScore, resolveScoreDefinition } from "@cxmetrics/scores";
import type { BandCounts } from "@cxmetrics/stats";
import { notes } from "../messages.js";
import { periodRepeated } from "../problems.js";
import { answersOf } from "../read/answers.js";
import { parseMissing } from "../read/missing-answers.js";
import type { OpenTableOptions, Table } from "../read/read-table.js";
import type { GroupWarning } from "../show/warning-lines.js";
import type { ChartColumns } from "./chart-columns.js";
import { orderPeriods } from "./order-periods.js";
import { readRatings } from "./read-ratings.js";

/** A row of a table of periods. `null` is a blank cell. */
export interface PeriodRow {
  readonly label: string;
  /** Record of the file, from 0. */
  readonly record: number;
  readonly value: number | null;
  readonly count: number | null;
  readonly size: number | null;
}

/** What was read, and what a reader must know of it. */
export interface Periods<P> {
  readonly periods: readonly P[];
  readonly warnings: readonly GroupWarning[];
}

/**
 * Reads a table with one period a row, and puts the periods in order. Rows without a period are left out and counted.
 *
 * @throws `CxMetricsError` `chart.period-repeated`, and those of `Table.read`
 */
export async function readPeriodRows(
  table: Table,
  columns: ChartColumns & { readonly missing?: string },
): Promise<Periods<PeriodRow>> {
  const missing = parseMissing(columns.missing);
  const number = (name: string | undefined) =>
    name === undefined ? undefined : ({ kind: "number", name, missing } as const);
  const { columns: read, rowCount } = await table.read({
    value: number(columns.value),
    count: number(columns.count),
    size: number(columns.size),
    period: columns.period === undefined ? undefined : { kind: "text", name: columns.period },
  });
  const { period } = read;
  const cells = (name: "value" | "count" | "size") => {
    const column = read[name];
    return column ? answersOf(column, missing) : undefined;
  };
  const [value, count, size] = [cells("value"), cells("count"), cells("size")];
  const names = Array.from({ length: rowCount }, (_, record) =>
    period ? (period.names[period.codes[record] ?? 0] ?? null) : String(record + 1),
  );
  await refuseRepeated(names, table, columns.period?.trim() ?? "");
  const named = names.flatMap((label, record): PeriodRow[] =>
    label === null
      ? []
      : [
          {
            label,
            record,
            value: value?.[record] ?? null,
            count: count?.[record] ?? null,
            size: size?.[record] ?? null,
          },
        ],
  );
  return { periods: inOrder(named), warnings: leftOut(rowCount - named.length, columns.period) };
}

/** Reads ratings with one answer a row and counts promoters and detractors by period. */
export async function readNpsPeriods(
  file: string,
  {
    value = "",
    period = "",
    missing,
  }: { readonly value?: string; readonly period?: string; readonly missing?: string },
  options: OpenTableOptions,
): Promise<Periods<BandCounts & { readonly label: string }>> {
  const definition = resolveScoreDefinition("nps");
  const { groups } = await readRatings(file, { rating: value, missing, by: [period] }, definition, options);
  const named = groups.flatMap(({ values: [label = ""], tally }) => {
    if (label === "") return [];
    const score = estimateScore(tally, definition);
    const { promoters: upper = 0, detractors: lower = 0 } = score.status === "ok" ? score.bands : {};
    return [{ label, upper, lower, size: score.status === "ok" ? score.n : 0 }];
  });
  const blank = groups.find(({ values }) => values[0] === "")?.tally;
  const rows = blank
    ? [...blank.counts, ...Object.values(blank.missing)].reduce((sum, count) => sum + count, 0)
    : 0;
  return { periods: inOrder(named), warnings: leftOut(rows, period) };
}

function inOrder<P extends { readonly label: string }>(named: readonly P[]): readonly P[] {
  return orderPeriods(named.map(({ label }) => label)).flatMap((index) => named[index] ?? []);
}

function leftOut(count: number, column = ""): readonly GroupWarning[] {
  if (count === 0) return [];
  const values = { count, column: column.trim() };
  return [{ code: "period.left-out", message: fillMessage(notes.noPeriod, values), values }];
}

async function refuseRepeated(
  names: readonly (string | null)[],
  table: Table,
  column: string,
): Promise<void> {
  const seen = new Set<string>();
  for (const [record, name] of names.entries()) {
    if (name !== null && seen.has(name)) {
      const row = await table.rowNumber(record);
      throw new CxMetricsError(periodRepeated, {
        path: [table.shown, column, row],
        values: { file: table.shown, row, column, period: name },
      });
    }
    if (name !== null) seen.add(name);
  }
}
