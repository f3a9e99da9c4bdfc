import type { NoRelativeImportance, RelativeImportance } from "@cxmetrics/stats";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount, showInterval, showLevel, showNumber, showValue } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";

/** Predictors from the most important to the least, and R²; or why there is none. */
export function driversTable(
  found: RelativeImportance | NoRelativeImportance,
  outcome: string,
  { lang, bold }: Run,
): string {
  if (found.status !== "ok") return printable(found.message[lang]);
  const { bootstrap } = found;
  const right = (head: string): TableColumn => ({ head, align: "right" });
  const columns: readonly TableColumn[] = [
    { head: words.predictor[lang], align: "left" },
    right(words.importance[lang]),
    ...(bootstrap ? [right(say(lang, words.interval, { level: showLevel(bootstrap.level) }))] : []),
    right(words.ofRSquared[lang]),
    right(words.correlation[lang]),
    right(words.vif[lang]),
  ];
  const rows = [...found.predictors]
    .sort((a, b) => b.importance - a.importance)
    .map(({ name, importance, interval, share, correlation, vif }) => [
      printable(name),
      showNumber(importance, 3),
      ...(bootstrap ? [showInterval(interval, "ratio", lang)] : []),
      showValue(share, "share"),
      showNumber(correlation, 3),
      showNumber(vif, 2),
    ]);
  const note = say(lang, words.driversNote, {
    outcome: printable(outcome),
    rSquared: showNumber(found.rSquared, 3),
    n: showCount(found.n),
    missing: showCount(found.missing),
    method: found.method,
  });
  const drawn = bootstrap
    ? [
        say(lang, words.resamplesNote, {
          resamples: showCount(bootstrap.resamples),
          seed: bootstrap.seed,
          generator: bootstrap.generator,
        }),
      ]
    : [];
  return [terminalTable(columns, rows, bold), "", note, ...drawn, words.noCauseNote[lang]].join("\n");
}
