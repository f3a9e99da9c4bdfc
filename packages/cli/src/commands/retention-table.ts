import type {
  RetentionDefinition,
  RetentionEstimate,
  RetentionRate,
  RetentionTally,
} from "@cxmetrics/funnel";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount, showInterval, showLevel, showValue } from "../show/show-value.js";
import { terminalTable } from "../show/terminal-table.js";
import type { CsvRows } from "./answer-or-file.js";
import { retentionWords as own } from "./retention-words.js";

/** Retention as a table, a cohort a row and a period a column. */
export function retentionTable(
  { overall, cohorts, average }: RetentionEstimate,
  { observedUntilMs }: RetentionTally,
  { clock, period, timeZone }: RetentionDefinition,
  level: number,
  { lang, bold }: Run,
): string {
  if (cohorts.length === 0) return own.nobody[lang];
  const cells = (rates: readonly RetentionRate[]) => rates.map(({ rate }) => showValue(rate, "share"));
  const size = cohorts.reduce((sum, cohort) => sum + cohort.size, 0);
  const interval = say(lang, words.interval, { level: showLevel(level) });
  const columns = [
    { head: own.cohort[lang], align: "left" as const },
    ...[own.size[lang], ...overall.map(({ bucket }) => bucket)].map((head) => ({
      head,
      align: "right" as const,
    })),
  ];
  const rows = [
    [own.everyone[lang], showCount(size), ...cells(overall)],
    [interval, "", ...overall.map((rate) => showInterval(rate.interval, "share", lang))],
    ...cohorts.map((cohort) => [printable(cohort.cohort), showCount(cohort.size), ...cells(cohort.rates)]),
  ];
  const until = new Date(observedUntilMs).toISOString();
  const note =
    clock === "rolling"
      ? say(lang, own.rollingNote, { until })
      : say(lang, own.calendarNote, { period: own[period], timeZone: printable(timeZone), until });
  const all = say(lang, own.allNote, { average: own[average], level: showLevel(level) });
  return [terminalTable(columns, rows, bold), "", note, all].join("\n");
}

/** The same as rows of a CSV file: one a cohort and period, the whole first. */
export function retentionRows({ overall, cohorts }: RetentionEstimate, { lang }: Run): CsvRows {
  const head = (["cohort", "bucket", "eligible", "retained", "rate", "lower", "upper"] as const).map(
    (key) => own[key][lang],
  );
  const line = (cohort: string, { bucket, eligible, retained, rate, interval }: RetentionRate) => [
    cohort,
    bucket,
    eligible,
    retained,
    rate,
    ...(interval.status === "ok" ? [interval.lower, interval.upper] : [null, null]),
  ];
  return [
    head,
    ...overall.map((rate) => line(own.everyone[lang], rate)),
    ...cohorts.flatMap(({ cohort, rates }) => rates.map((rate) => line(cohort, rate))),
  ];
}
