import { CxMetricsError } from "@cxmetrics/definition";
import { chartNeeds, chartTakesNo } from "../problems.js";

/** Kinds of chart on the command line. `nps` tallies ratings; the others take a row a period. */
export const chartKinds = ["p", "np", "u", "c", "laney-p", "laney-u", "xmr", "ewma", "cusum", "nps"] as const;

/** Name of a kind of chart. */
export type ChartKind = (typeof chartKinds)[number];

/** Columns that a chart may take. */
export interface ChartColumns {
  readonly value?: string;
  readonly count?: string;
  readonly size?: string;
  readonly period?: string;
}

/** The columns that a kind needs; a period may always be given. */
export function columnsOf(kind: ChartKind): readonly (keyof ChartColumns)[] {
  if (kind === "nps") return ["value", "period"];
  if (kind === "c") return ["count"];
  return kind === "xmr" || kind === "ewma" || kind === "cusum" ? ["value"] : ["count", "size"];
}

/**
 * Expects the columns that a kind of chart needs, and no others.
 *
 * @throws `CxMetricsError` `usage.chart-needs`, `usage.chart-takes-no`
 */
export function expectChartColumns(kind: ChartKind, given: ChartColumns): void {
  const needed = columnsOf(kind);
  const list = needed.map((name) => `--${name}`).join(", ");
  for (const name of needed)
    if (given[name] === undefined)
      throw new CxMetricsError(chartNeeds, { path: [`--${name}`], values: { kind, needed: list } });
  for (const name of ["value", "count", "size"] as const)
    if (given[name] !== undefined && !needed.includes(name))
      throw new CxMetricsError(chartTakesNo, {
        path: [`--${name}`],
        values: { kind, found: `--${name}`, needed: list },
      });
}
