import type { ScoreDefinition } from "@cxmetrics/scores";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount, showInterval, showLevel, showNumber, showP, showValue } from "../show/show-value.js";
import { terminalTable } from "../show/terminal-table.js";
import type { SideComparison } from "./compare-sides.js";

/** What stands around a comparison. */
export interface ComparisonTableOptions {
  readonly names: readonly [string, string];
  readonly definition: ScoreDefinition;
  readonly level: number;
  /** How the standard errors came about, where strata or clusters are known. */
  readonly design: string | undefined;
  /** Whether both sides are parts of one sample. */
  readonly shared: boolean;
  readonly run: Run;
}

/** A comparison as a table: both sides, then the signed difference. */
export function comparisonTable(
  comparison: SideComparison,
  { names, definition, level, design, shared, run }: ComparisonTableOptions,
): string {
  const { lang, bold } = run;
  const { unit } = definition.statistic;
  const side = (label: string, name: string, outcome: SideComparison["a"]) => [
    `${label}: ${printable(name)}`,
    showCount(outcome.status === "ok" ? outcome.n : 0),
    showValue(outcome.status === "ok" ? outcome.value : null, unit),
    showInterval(outcome.status === "ok" ? outcome.interval : null, unit, lang),
    "",
  ];
  const last =
    comparison.status === "ok"
      ? [
          signed(showValue(comparison.difference, unit), comparison.difference),
          showInterval(comparison.interval, unit, lang),
          showP(comparison.p),
        ]
      : ["-", "-", "-"];
  const table = terminalTable(
    [
      { head: "", align: "left" },
      { head: words.answers[lang], align: "right" },
      { head: words.score[lang], align: "right" },
      { head: say(lang, words.interval, { level: showLevel(level) }), align: "right" },
      { head: "", align: "right" },
    ],
    [
      side(words.before[lang], names[0], comparison.a),
      side(words.after[lang], names[1], comparison.b),
      [words.difference[lang], "", ...last],
    ],
    bold,
  );
  const reason = comparison.status === "ok" ? [] : [comparison.message[lang]];
  const note =
    comparison.status === "ok" ? [say(lang, words.differenceNote, { method: comparison.method })] : [];
  const source = [printable(definition.title[lang]), `${definition.id}@${definition.version}`, ...note];
  const df = comparison.status === "ok" ? comparison.degreesOfFreedom : undefined;
  const distribution = df === undefined ? [] : [say(lang, words.dfNote, { df: showNumber(df, 1) })];
  const samples = shared ? words.sharedNote[lang] : words.independentNote[lang];
  const answers =
    design === undefined ? words.ignoresClustering[lang] : [design, ...distribution].join(" · ");
  return [table, "", ...reason, source.join(" · "), `${samples} · ${answers}`].join("\n");
}

/** A difference always shows its sign, so that nobody takes a fall for a rise. */
function signed(text: string, value: number): string {
  return value > 0 ? `+${text}` : text;
}
