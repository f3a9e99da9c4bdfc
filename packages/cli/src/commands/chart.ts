import { type ControlChart, controlChart, engine } from "@cxmetrics/stats";
import type { Answer, Run } from "../answer.js";
import { hearInterruption } from "../interruption.js";
import { openTable } from "../read/read-table.js";
import type { GroupWarning } from "../show/warning-lines.js";
import {
  type ChartColumns,
  type ChartKind,
  chartKinds,
  columnsOf,
  expectChartColumns,
} from "./chart-columns.js";
import { type ChartChoiceOptions, type ChartChoices, parseChartChoices } from "./chart-options.js";
import { chartPeriods } from "./chart-periods.js";
import { chartTable } from "./chart-table.js";
import { expectChoice } from "./expect-choice.js";
import { readNpsPeriods, readPeriodRows } from "./read-periods.js";

/** Options of `cx chart`, as written. */
export interface ChartCommandOptions extends ChartColumns, ChartChoiceOptions {
  readonly kind: string;
  readonly missing?: string;
}

/**
 * `cx chart`: a control chart, a row a period. Periods without data keep their place.
 *
 * @param file table with one period a row; for `nps` one answer a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runChart(file: string, options: ChartCommandOptions, run: Run): Promise<Answer> {
  const kind = expectChoice(options.kind, "--kind", chartKinds) ?? "p";
  expectChartColumns(kind, options);
  const choices = parseChartChoices(options);
  const { chart, sizes, warnings } =
    kind === "nps"
      ? await npsChart(file, options, choices, run)
      : await periodChart(file, kind, options, choices, run);
  if (chart.status !== "ok") {
    const { status, reason, message } = chart;
    const result = { status, reason, message, kind, centre: null, points: null, signals: null };
    return { definition: null, engine, result, warnings, text: message[run.lang] };
  }
  const shown = kind === "nps" ? inPoints(chart) : chart;
  const { status, centre, parameters, rules, points, signals } = shown;
  return {
    definition: null,
    engine,
    result: {
      status,
      kind,
      centre,
      parameters,
      rules,
      points: points.map(({ label, ...point }, index) => ({
        period: label ?? "",
        ...(sizes ? { n: sizes[index] ?? null } : {}),
        ...point,
      })),
      signals,
    },
    warnings: [...warnings, ...chart.warnings],
    text: chartTable(shown, kind, { sizes, period: options.period, run }),
  };
}

/** A chart, the sizes of its points where they have any, and warnings about the data. */
interface Charted {
  readonly chart: ReturnType<typeof controlChart>;
  readonly sizes?: readonly number[];
  readonly warnings: readonly GroupWarning[];
}

async function npsChart(
  file: string,
  { value, period, missing }: ChartCommandOptions,
  choices: ChartChoices,
  run: Run,
): Promise<Charted> {
  const columns = {
    ...(value === undefined ? {} : { value }),
    ...(period === undefined ? {} : { period }),
    ...(missing === undefined ? {} : { missing }),
  };
  const { periods, warnings } = await readNpsPeriods(file, columns, run.tables);
  await hearInterruption(run.io.signal);
  const chart = controlChart({ ...choices, kind: "net-share", points: periods });
  return { chart, sizes: periods.map(({ size }) => size), warnings };
}

async function periodChart(
  file: string,
  kind: Exclude<ChartKind, "nps">,
  options: ChartCommandOptions,
  choices: ChartChoices,
  run: Run,
): Promise<Charted> {
  const table = await openTable(file, run.tables);
  try {
    const { periods, warnings } = await readPeriodRows(table, options);
    await hearInterruption(run.io.signal);
    const chart = await chartPeriods(kind, periods, choices, table, options);
    const sized = columnsOf(kind).includes("size");
    return { chart, warnings, ...(sized ? { sizes: periods.map(({ size }) => size ?? 0) } : {}) };
  } finally {
    table.close();
  }
}

/** A chart of net shares as people know them: −100…100. */
function inPoints(chart: ControlChart): ControlChart {
  const points = (value: number | null) => (value === null ? null : 100 * value);
  const { centre, standardDeviation } = chart.parameters;
  return {
    ...chart,
    centre: 100 * chart.centre,
    parameters: { centre: 100 * centre, standardDeviation: 100 * standardDeviation },
    points: chart.points.map((point) => ({
      ...point,
      value: points(point.value),
      lower: points(point.lower),
      upper: points(point.upper),
      standardDeviation: points(point.standardDeviation),
    })),
  };
}
