import type { LocalizedText } from "@cxmetrics/definition";
import type { ComparisonRefused, IndexDefinition, IndexTrack } from "@cxmetrics/index-model";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showNumber } from "../show/show-value.js";
import { type TableColumn, terminalTable } from "../show/terminal-table.js";
import { signedNumber } from "./attribution-lines.js";
import { refusalLines } from "./index-compare-text.js";
import { digitsFor } from "./index-score-table.js";
import { linkLines } from "./link-lines.js";

const texts = {
  change: { en: "change", zh: "环比变化" },
  year: { en: "over a year", zh: "同比变化" },
  linked: { en: "* brought to one level by a link", zh: "* 经链接折算到同一水平" },
  earlier: {
    en: "the last {shown} of {all} waves; --json and -o FILE.csv have all",
    zh: "此处为 {all} 期中的最后 {shown} 期；--json 与 -o 文件.csv 含全部",
  },
  chart: {
    en: "limits and signals: individuals chart with moving ranges; signals of the waves shown",
    zh: "控制限与判异：单值-移动极差图；此处为所示各期的判异",
  },
} as const satisfies Record<string, LocalizedText>;

/** More waves than these are left to files. */
const mostWaves = 8;

/** Units through time: values, the last changes, limits and signals. */
export function indexTrackText(
  told: IndexTrack | ComparisonRefused,
  definition: IndexDefinition,
  { lang, bold }: Run,
): string {
  const source = `${printable(definition.title[lang])} · ${definition.id}@${definition.version}`;
  if (told.status !== "ok") return [...refusalLines(told, lang), source].join("\n");
  const digits = digitsFor(definition);
  const from = Math.max(0, told.periods.length - mostWaves);
  const shown = told.periods.slice(from);
  const right = (head: string): TableColumn => ({ head, align: "right" });
  const signed = (value: number | null | undefined) =>
    typeof value === "number" ? signedNumber(value, digits) : "-";
  let linked = false;
  const reasons = new Set<string>();
  const lines = told.units.map(({ unit, points, chart }) => {
    const last = points.at(-1);
    const lastCharted = chart.status === "ok" ? chart.points.at(-1) : undefined;
    if (chart.status !== "ok") reasons.add(chart.message[lang]);
    const signals =
      chart.status === "ok"
        ? shown.flatMap((period, at) => {
            const found = chart.points[from + at]?.signals ?? [];
            return found.length > 0 ? [`${printable(period)} ${found.join(" ")}`] : [];
          })
        : [];
    const limits =
      typeof lastCharted?.lower === "number" && typeof lastCharted.upper === "number"
        ? `${showNumber(lastCharted.lower, digits)} ${words.to[lang]} ${showNumber(lastCharted.upper, digits)}`
        : "-";
    return [
      printable(unit),
      ...points.slice(from).map(({ value, links }) => {
        if (links > 0) linked = true;
        return value === null ? "-" : `${showNumber(value, digits)}${links > 0 ? "*" : ""}`;
      }),
      signed(last?.change),
      signed(last?.yearOverYear),
      limits,
      signals.join(", "),
    ];
  });
  const columns: readonly TableColumn[] = [
    { head: words.unit[lang], align: "left" },
    ...shown.map((period) => right(printable(period))),
    right(texts.change[lang]),
    right(texts.year[lang]),
    right(words.limits[lang]),
    { head: words.signals[lang], align: "left" },
  ];
  return [
    terminalTable(columns, lines, bold),
    "",
    ...(from > 0 ? [say(lang, texts.earlier, { shown: shown.length, all: told.periods.length })] : []),
    ...(linked ? [texts.linked[lang]] : []),
    ...linkLines(told.links, digits, lang),
    texts.chart[lang],
    ...[...reasons].map(printable),
    source,
  ].join("\n");
}
