import type { LocalizedText } from "@cxmetrics/definition";
import type { ComparisonRefused, IndexDefinition, LinkedSeries } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import { refusalLines } from "./index-compare-text.js";
import { digitsFor } from "./index-score-table.js";
import { linkLines } from "./link-lines.js";

const texts = {
  scored: { en: "as scored", zh: "原得分" },
  value: { en: "linked", zh: "链接后" },
  error: { en: "error of the link", zh: "链接误差" },
  level: { en: "on the level of {definition}", zh: "以 {definition} 的水平为准" },
} as const satisfies Record<string, LocalizedText>;

/** One series, a line for each unit and period, then the links behind it. */
export function indexLinkText(
  told: LinkedSeries | ComparisonRefused,
  definition: IndexDefinition,
  { lang, bold }: Run,
): string {
  if (told.status !== "ok") return refusalLines(told, lang).join("\n");
  const digits = digitsFor(definition);
  const show = (value: number | null) => (value === null ? "-" : showNumber(value, digits));
  const lines = told.series.flatMap(({ unit, points }) =>
    points.map(({ period, value, scored, links, linkError }) => [
      printable(unit),
      printable(period),
      show(scored),
      `${show(value)}${links > 0 ? "*" : ""}`,
      links === 0 || linkError === null ? "-" : showNumber(linkError, digits + 1),
    ]),
  );
  const right = (head: string): TableColumn => ({ head, align: "right" });
  const columns: readonly TableColumn[] = [
    { head: words.unit[lang], align: "left" },
    { head: words.period[lang], align: "left" },
    right(texts.scored[lang]),
    right(texts.value[lang]),
    right(texts.error[lang]),
  ];
  const { id, version } = told.onto;
  return [
    terminalTable(columns, lines, bold),
    "",
    ...linkLines(told.links, digits, lang),
    `${printable(definition.title[lang])} · ${say(lang, texts.level, { definition: `${id}@${version}` })}`,
  ].join("\n");
}
