import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import { type Column, faultCode } from "@cxmetrics/formula";
import type { IndexTable } from "../index-table.js";
import { rowsByUnit } from "../normalisers/rows-by-unit.js";
import { fillSeries } from "./fill-series.js";
import type { ImputationMethod } from "./imputation-method.js";
import { periodTwice, timesDoNotFit } from "./problems.js";

/** The unit's own values at other times. */
export interface PanelImputation {
  readonly method: "panel";
  /**
   * `latest`: the last earlier value. `constant`: the same, and before the first value the first. `linear`: the straight line in
   * time between the neighbouring values, nothing beyond the first and last.
   */
  readonly way: "latest" | "constant" | "linear";
  /** Periods of the table, earlier before later. Rows of other periods take no part. */
  readonly periods: readonly string[];
  /** Time of each period where they are not evenly spaced; read by `linear`, and by `atMost`. */
  readonly times?: readonly number[];
  /** Furthest time from which a value may be taken, in steps of the periods or in units of `times`; any when left out. */
  readonly atMost?: number;
}

/** Fills a gap from the history of the same unit. */
export const panel: ImputationMethod<PanelImputation> = {
  method: "panel",
  kind: "cohort",
  title: { en: "From the unit's own history", zh: "按本对象时间序列填补" },
  formula: String.raw`x_t = x_s \quad\text{or}\quad x_t = x_s + (x_u-x_s)\,\frac{t-s}{u-s}, \quad s < t < u`,
  source: "OECD/JRC Handbook (2008), step 3; COINr (Becker et al., JOSS 7, 2022), impute_panel",
  edgeCases: {
    en: "Rows with the same unit name are its history; the order of the periods is stated, never guessed. Two rows of one unit and period: the later row counts. linear leaves gaps at either end.",
    zh: "同名对象的各行构成其历史；时期的先后须写明，绝不推测。同一对象同一时期有两行时以后一行为准。linear 不填补首尾缺口。",
  },
  example: {
    parameters: { method: "panel", way: "linear", periods: ["2023", "2024", "2025"] },
    raw: [50, 8, null, null, 60, 9],
    units: ["a", "b", "a", "b", "a", "b"],
    periods: ["2023", "2023", "2024", "2024", "2025", "2025"],
    value: [50, 8, 55, 8.5, 60, 9],
  },
  parameters: {
    way: { type: "choice", of: ["latest", "constant", "linear"] },
    periods: { type: "list", of: { type: "text" }, least: 2 },
    times: { type: "list", of: { type: "number" }, least: 2, optional: true },
    atMost: { type: "number", above: 0, optional: true },
  },
  check: checkPanel,
  compute: (parameters, column, { table }): Column => {
    const times = timesOfRows(parameters, table);
    const values = Float64Array.from(column.values);
    const fault = Uint8Array.from(column.fault);
    for (const all of rowsByUnit(table)) {
      const rows = all.filter((row) => times[row] !== undefined);
      const known = new Map(
        rows.flatMap((row) =>
          column.fault[row] === 0 ? [[times[row] as number, column.values[row] as number] as const] : [],
        ),
      );
      const series = [...known].sort(([a], [b]) => a - b);
      for (const row of rows) {
        if (fault[row] !== faultCode.missing) continue;
        const filled = fillSeries(series, times[row] as number, parameters);
        if (filled === undefined || !Number.isFinite(filled)) continue;
        values[row] = filled;
        fault[row] = 0;
      }
    }
    return { values, fault };
  },
};

function timesOfRows(
  { periods, times }: PanelImputation,
  table: IndexTable,
): readonly (number | undefined)[] {
  const at = new Map(periods.map((period, index) => [period, times?.[index] ?? index] as const));
  return Array.from(table.units, (_, row) => at.get(table.periods?.[row] ?? ""));
}

function checkPanel({ periods, times }: PanelImputation, path: ProblemPath): void {
  const twice = periods.find((period, at) => periods.indexOf(period) < at);
  if (twice !== undefined)
    throw new CxMetricsError(periodTwice, { path: [...path, "periods"], values: { period: twice } });
  const rising = times?.every((time, at) => at === 0 || time > (times[at - 1] as number)) ?? true;
  if (times && (times.length !== periods.length || !rising))
    throw new CxMetricsError(timesDoNotFit, {
      path: [...path, "times"],
      values: { times: times.length, periods: periods.length },
    });
}
