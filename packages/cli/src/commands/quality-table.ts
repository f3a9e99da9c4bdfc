import type { ResponseQuality } from "@cxmetrics/stats";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount } from "../show/show-value.js";
import { terminalTable } from "../show/terminal-table.js";
import type { QualityFlag } from "./quality.js";

/** More flags than these are for `--json`. */
const mostShown = 20;

/** What the rules found, and the flagged responses with their reasons. */
export function qualityTable(
  { counts, rules }: ResponseQuality,
  flags: readonly QualityFlag[],
  idColumn: string | undefined,
  { lang, bold }: Run,
): string {
  const found = terminalTable(
    [
      { head: words.rule[lang], align: "left" },
      { head: words.found[lang], align: "right" },
      { head: words.notAssessed[lang], align: "right" },
    ],
    rules.map(({ rule, found, notAssessed }) => [
      words[rule][lang],
      showCount(found),
      showCount(notAssessed),
    ]),
    bold,
  );
  const failed = rules.flatMap(({ rule, notComputable }) =>
    notComputable ? [`${words[rule][lang]}: ${notComputable.message[lang]}`] : [],
  );
  const flagged = flags.filter((flag) => flag.flagged);
  const list = terminalTable(
    [
      { head: words.record[lang], align: "right" },
      ...(idColumn === undefined ? [] : [{ head: printable(idColumn), align: "left" } as const]),
      { head: words.reasons[lang], align: "left" },
    ],
    flagged
      .slice(0, mostShown)
      .map(({ record, id, reasons }) => [
        showCount(record),
        ...(idColumn === undefined ? [] : [printable(id ?? "")]),
        reasons.map(({ message }) => message[lang]).join(" "),
      ]),
    bold,
  );
  const more =
    flagged.length > mostShown ? [say(lang, words.moreFlags, { more: flagged.length - mostShown })] : [];
  const note = say(lang, words.qualityNote, {
    all: showCount(counts.all),
    flagged: showCount(counts.flagged),
    kept: showCount(counts.kept),
  });
  return [found, "", ...failed, ...(flagged.length > 0 ? [list, ...more, ""] : []), note].join("\n");
}
