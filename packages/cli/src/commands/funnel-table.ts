import type { FunnelDefinition, FunnelEstimate, FunnelTally } from "@cxmetrics/funnel";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount, showInterval, showLevel, showSpan, showValue } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import { nameOf } from "./score-table.js";

/** Funnels as one table, a step a row. */
export function funnelTable(
  estimates: readonly { readonly group: string | null; readonly estimate: FunnelEstimate }[],
  tally: FunnelTally,
  definition: FunnelDefinition,
  by: readonly string[],
  level: number,
  { lang, bold }: Run,
): string {
  const right = (head: string): TableColumn => ({ head, align: "right" });
  const columns: readonly TableColumn[] = [
    ...(by.length > 0 ? [{ head: printable(by.join(" · ")), align: "left" } as const] : []),
    { head: words.step[lang], align: "left" },
    right(words.count[lang]),
    right(words.fromStart[lang]),
    right(say(lang, words.interval, { level: showLevel(level) })),
    right(words.fromPrevious[lang]),
    right(words.medianTime[lang]),
  ];
  const rows = estimates.flatMap(({ group, estimate }) =>
    estimate.steps.map((step, index) => [
      ...(by.length > 0 ? [index === 0 ? nameOf(group, lang) : ""] : []),
      printable(step.name),
      showCount(step.count),
      showValue(step.conversionFromStart, "share"),
      showInterval(step.interval, "share", lang),
      showValue(step.conversionFromPrevious, "share"),
      showSpan(step.medianMs),
    ]),
  );
  const window =
    definition.windowMs === null
      ? words.noWindow[lang]
      : say(lang, words.windowNote, { window: showSpan(definition.windowMs) });
  const actors = say(lang, words.actorsNote, {
    actors: showCount(tally.actors),
    events: showCount(tally.events),
  });
  const note = say(lang, words.funnelNote, { level: showLevel(level) });
  return [terminalTable(columns, rows, bold), "", `${actors} · ${window}`, note].join("\n");
}
