import type { ControlChart } from "@cxmetrics/stats";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount, showNumber, showValue } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import type { ChartKind } from "./chart-columns.js";

/** What stands around the points. */
export interface ChartTableOptions {
  readonly sizes?: readonly number[] | undefined;
  /** Column of the period. */
  readonly period?: string | undefined;
  readonly run: Run;
}

/** A control chart as a table: a row a period, with its limits and the rules that signal there. */
export function chartTable(
  chart: ControlChart,
  kind: ChartKind,
  { sizes, period, run }: ChartTableOptions,
): string {
  const { lang, bold } = run;
  const { points, rules, centre, signals } = chart;
  const show = numbersOf(chart, kind);
  const memory = kind === "ewma" || kind === "cusum";
  const phased = points.some(({ phase }) => phase === "monitoring");
  const right = (head: string): TableColumn => ({ head, align: "right" });
  const columns: readonly TableColumn[] = [
    { head: printable(period?.trim() ?? words.period[lang]), align: "left" },
    ...(sizes ? [right("n")] : []),
    ...(memory ? [right(words.value[lang])] : []),
    right(memory ? kind : words.value[lang]),
    right(words.limits[lang]),
    ...(phased ? [{ head: words.phase[lang], align: "left" } as const] : []),
    { head: words.signals[lang], align: "left" },
  ];
  const rows = points.map((point, index) => [
    printable(point.label ?? ""),
    ...(sizes ? [showCount(sizes[index] ?? 0)] : []),
    ...(memory ? [show(point.observed ?? null)] : []),
    show(point.value),
    point.value === null ? "-" : `${show(point.lower)} ${words.to[lang]} ${show(point.upper)}`,
    ...(phased ? [words[point.phase][lang]] : []),
    point.signals.join(", "),
  ]);
  const signalling = points.filter((point) => point.signals.length > 0).length;
  const note = say(lang, words.chartNote, {
    kind,
    centre: show(centre),
    count: signalling,
    points: points.length,
  });
  const judged = rules.length > 0 ? [say(lang, words.rulesNote, { rules: rules.join(", ") })] : [];
  const detail = signals.length > 0 ? [words.signalsNote[lang]] : [];
  return [terminalTable(columns, rows, bold), "", note, ...judged, ...detail].join("\n");
}

/** How the numbers of a chart are written: shares as per cent, points as scores, anything else with digits that tell points apart. */
function numbersOf({ points }: ControlChart, kind: ChartKind): (value: number | null) => string {
  if (kind === "nps") return (value) => showValue(value, "points");
  if (kind === "p" || kind === "laney-p") return (value) => showValue(value, "share");
  const width = points.reduce((most, { lower, upper }) => Math.max(most, (upper ?? 0) - (lower ?? 0)), 0);
  const digits = width > 0 ? Math.min(9, Math.max(0, 2 - Math.floor(Math.log10(width)))) : 1;
  return (value) => (value === null ? "-" : showNumber(value, digits));
}
