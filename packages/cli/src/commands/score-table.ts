import type { ScoreDefinition } from "@cxmetrics/scores";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount, showInterval, showLevel, showNumber, showValue } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import type { ScoreRow } from "./score-row.js";

/** What stands around the rows. */
export interface ScoreTableOptions {
  readonly by: readonly string[];
  readonly weighted: boolean;
  /** How the standard errors came about, where strata or clusters are known. */
  readonly design: string | undefined;
  readonly level: number;
  readonly method: string;
  readonly run: Run;
}

/** The rows of `cx score` as a table, with definition, method and the reasons of missing scores under it. */
export function scoreTable(
  rows: readonly ScoreRow[],
  definition: ScoreDefinition,
  { by, weighted, design, level, method, run }: ScoreTableOptions,
): string {
  const { lang, bold } = run;
  const columns: readonly TableColumn[] = [
    { head: by.length === 0 ? words.group[lang] : printable(by.join(" · ")), align: "left" },
    { head: words.answers[lang], align: "right" },
    { head: words.score[lang], align: "right" },
    { head: say(lang, words.interval, { level: showLevel(level) }), align: "right" },
    { head: words.missing[lang], align: "right" },
    ...(weighted || design ? [{ head: words.effectiveN[lang], align: "right" } as const] : []),
    ...(design ? [{ head: words.designEffect[lang], align: "right" } as const] : []),
    ...(design ? [{ head: words.degreesOfFreedom[lang], align: "right" } as const] : []),
  ];
  const cells = rows.map((row) => [
    nameOf(row.group, lang),
    showCount(row.n),
    showValue(row.value, row.unit),
    showInterval(row.interval, row.unit, lang),
    showCount(row.base.missing),
    ...(weighted || design ? [row.effectiveN === null ? "-" : showCount(row.effectiveN)] : []),
    ...(design ? [row.designEffect == null ? "-" : showNumber(row.designEffect, 2)] : []),
    ...(design ? [row.degreesOfFreedom == null ? "-" : showCount(row.degreesOfFreedom)] : []),
  ]);
  const reasons = rows.flatMap((row) =>
    row.message ? [`${nameOf(row.group, lang)}: ${row.message[lang]}`] : [],
  );
  const table = terminalTable(columns, cells, bold);
  const note = say(lang, words.methodNote, { method, level: showLevel(level) });
  const source = `${printable(definition.title[lang])} · ${definition.id}@${definition.version} · ${note}`;
  return [table, "", ...reasons, source, ...(design ? [design] : [])].join("\n");
}

/** Name of a group for people: everyone, blank, or what the file says. */
export function nameOf(group: string | null, lang: Run["lang"]): string {
  if (group === null) return words.everyone[lang];
  return group === "" ? words.blank[lang] : printable(group);
}
