import type { Questionnaire } from "@cxmetrics/scores";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount, showInterval, showLevel, showValue } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import { nameOf } from "./score-table.js";
import type { SubscaleRow } from "./subscale-rows.js";

/** What stands around the rows. */
export interface QuestionnaireTableOptions {
  readonly by: readonly string[];
  readonly level: number;
  /** Rule for blank answers. */
  readonly policy: string;
  readonly run: Run;
}

/** The rows of `cx questionnaire` as a table, with the questionnaire and its rule for blank answers under it. */
export function questionnaireTable(
  rows: readonly SubscaleRow[],
  { id, version, title }: Questionnaire,
  { by, level, policy, run }: QuestionnaireTableOptions,
): string {
  const { lang, bold } = run;
  const graded = rows.some(({ grade }) => grade !== null);
  const right = (head: string): TableColumn => ({ head, align: "right" });
  const columns: readonly TableColumn[] = [
    ...(by.length > 0 ? [{ head: printable(by.join(" · ")), align: "left" } as const] : []),
    { head: words.subscale[lang], align: "left" },
    right(words.answers[lang]),
    right(words.score[lang]),
    right(say(lang, words.interval, { level: showLevel(level) })),
    ...(graded ? [{ head: words.grade[lang], align: "left" } as const] : []),
  ];
  const cells = rows.map((row, index) => [
    ...(by.length > 0 ? [rows[index - 1]?.group === row.group ? "" : nameOf(row.group, lang)] : []),
    printable(row.title[lang]),
    showCount(row.n),
    showValue(row.value, row.unit),
    showInterval(row.interval, row.unit, lang),
    ...(graded ? [row.grade ?? ""] : []),
  ]);
  const reasons = new Set(
    rows.flatMap((row) => (row.message ? [`${nameOf(row.group, lang)}: ${row.message[lang]}`] : [])),
  );
  const note = say(lang, words.blanksNote, { policy });
  const source = `${printable(title[lang])} · ${id}@${version} · ${note}`;
  return [terminalTable(columns, cells, bold), "", ...reasons, source].join("\n");
}
